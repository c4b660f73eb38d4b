/* The offscreen page's end of the link to the service worker.
 *
 * It is plain JavaScript, and loaded first, so that a message is received and answered even while
 * Python starts or when it failed to.
 */
'use strict'

// Milliseconds. A stopped worker is started first; a call may wait for a user, and Chrome itself
// gives it five minutes.
const RECEIPT_DEADLINE = 10_000
const ANSWER_DEADLINE = 300_000

globalThis.$worker = {
  /** Set by `webext` to the function that answers: (message, sender) to a promise. */
  answer: null,

  /** Call `chrome.<path>(...args)` in the service worker. */
  async call(path, args) {
    const {active} = await navigator.serviceWorker.ready
    const {port1, port2} = new MessageChannel()
    return new Promise((resolve, reject) => {
      const giveUp = () => { finish(reject, new Error(`no answer to chrome.${path} from the service worker`)) }
      let deadline = setTimeout(giveUp, RECEIPT_DEADLINE)
      const finish = (settle, value) => {
        clearTimeout(deadline)
        port1.close()
        settle(value)
      }
      port1.onmessage = ({data}) => {
        if (data.received) {
          clearTimeout(deadline)
          deadline = setTimeout(giveUp, ANSWER_DEADLINE)
        } else {
          data.error === undefined ? finish(resolve, data.value) : finish(reject, new Error(data.error))
        }
      }
      active.postMessage({call: path, args}, [port2])
    })
  },
}

// By then all scripts have run, of which this is the first.
const loaded = new Promise((resolve) => { addEventListener('DOMContentLoaded', resolve) })

const asError = (type, message, traceback = null) => ({$error: {type, message, traceback}})

navigator.serviceWorker.onmessage = async ({data: {message, sender}, ports: [port]}) => {
  port.postMessage({received: true})
  await loaded
  const failure = globalThis.$python ? await $python.started : 'the run time did not load'
  if (failure !== null || $worker.answer === null) {
    const text = failure === null
      ? 'src/background/index.py handles no messages: use @on_message from webext'
      : `src/background/index.py did not start: ${failure.trim().split('\n').pop()}`
    port.postMessage({answer: asError('BackgroundError', text, failure)})
    return
  }
  const answer = await $worker.answer(message, sender)
  try {
    port.postMessage({answer})
  } catch (error) {  // something in it is not data
    port.postMessage({answer: asError('TypeError', `the answer cannot be sent: ${error.message}`)})
  }
}

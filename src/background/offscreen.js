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
const KEPT = 60_000

const listeners = new Map()  // by event, as the build writes it

globalThis.$worker = {
  /** Set by `webext` to the function that answers: (message, sender, repeated) to a promise. */
  answer: null,

  /** Set by `webext` to the function that takes a port which others opened. */
  accept: (port) => port.disconnect(),

  /** Call `chrome.<path>(...args)` in the service worker; `limit` is in seconds. */
  async call(path, args, limit, ...ends) {
    const {active} = await navigator.serviceWorker.ready
    const {port1, port2} = new MessageChannel()
    return new Promise((resolve, reject) => {
      const wait = (who, time) => setTimeout(
        () => finish(reject, new Error(`no answer ${who} within ${time / 1000} s`)), time,
      )
      const whole = limit === undefined ? ANSWER_DEADLINE : 1000 * limit
      let deadline = wait('from the service worker', Math.min(RECEIPT_DEADLINE, whole))
      const finish = (settle, value) => {
        clearTimeout(deadline)
        port1.close()
        settle(value)
      }
      port1.onmessage = ({data}) => {
        if (data.received) {
          clearTimeout(deadline)
          deadline = wait(`to chrome.${path}`, whole)
        } else {
          data.error === undefined ? finish(resolve, data.value) : finish(reject, new Error(data.error))
        }
      }
      active.postMessage({call: path, args}, [port2, ...ends])
    })
  },

  /** Open a port as `chrome.<path>(...args)` in the service worker, and return this page's end. */
  async connect(path, args) {
    const {port1, port2} = new MessageChannel()
    return new RelayedPort(port1, await $worker.call(path, args, undefined, port2))
  },

  /** Have a function called at an event, `[path, ...filters]`; false if the worker does not listen to it. */
  listen(event, run) {
    const name = JSON.stringify(event)
    listeners.set(name, run)
    return $background.events.some((known) => JSON.stringify(known) === name)
  },
}

/* What is used of Chrome's ports, for one that the service worker holds at the other end of a channel. */
class RelayedPort {
  #end
  #over = new AbortController()
  #listeners = {onMessage: [], onDisconnect: []}

  constructor(end, {name, sender, life}) {
    Object.assign(this, {name, sender})
    this.#end = end
    for (const [event, known] of Object.entries(this.#listeners)) {
      this[event] = {addListener: (run) => { known.push(run) }}
    }
    end.onmessage = ({data: {message, error}}) => {
      error === undefined ? this.#tell('onMessage', message) : this.#ended(error)
    }
    navigator.locks.request(life, {signal: this.#over.signal}, () => this.#ended('the service worker was stopped'))
      .catch(() => {})  // ended before
  }

  postMessage(message) {
    if (this.#over.signal.aborted) { throw new Error('Attempting to use a disconnected port object') }
    this.#end.postMessage({message})
  }

  disconnect() {
    if (this.#over.signal.aborted) { return }
    this.#end.postMessage({disconnect: true})
    this.#end.close()
    this.#over.abort()
  }

  #ended(error) {
    this.#end.close()
    this.#over.abort()
    this.#tell('onDisconnect', error)
  }

  #tell(event, value) {
    for (const run of this.#listeners[event]) { run(value, this) }
  }
}

// Where nobody takes it a port would stay open for as long as another page listens to the background's.
chrome.runtime.onConnect.addListener((port) => $worker.accept(port))

// By then all scripts have run, of which this is the first.
const loaded = new Promise((resolve) => { addEventListener('DOMContentLoaded', resolve) })

const asError = (type, message, traceback = null) => ({$error: {type, message, traceback}})

const failureToStart = async () => {
  await loaded
  return globalThis.$python ? $python.started : 'the run time did not load'
}

/* A message of this extension's own Python comes with a number: sent again because its answer was
 * lost, it gets the answer of the first time. */
const answers = new Map()
const answer = (message, sender, again = false) => {
  const {$sent: {id, repeated} = {}, message: content = message} = message?.$sent ? message : {}
  if (id === undefined) { return $worker.answer(message, sender, again) }
  const key = `${sender.origin} ${id}`
  if (!answers.has(key)) {
    const answer = $worker.answer(content, sender, repeated || again)
    answers.set(key, answer)
    answer.finally(() => setTimeout(() => answers.delete(key), KEPT))
  }
  return answers.get(key)
}

const handle = async ({message, sender, repeated, event, args}) => {
  const failure = await failureToStart()
  if (event) {
    listeners.get(event)?.(...args)
    return null
  }
  if (failure !== null) {
    if (sender && sender.origin !== location.origin) {  // who learns nothing of the code
      return asError('BackgroundError', 'the background did not start')
    }
    const last = failure.trim().split('\n').pop()
    return asError('BackgroundError', `src/background/index.py did not start: ${last}`, failure)
  }
  if (message?.$wake) { return null }  // somebody wants to connect
  if ($worker.answer === null) {
    return asError('BackgroundError', 'src/background/index.py handles no messages: use @on_message from webext')
  }
  return answer(message, sender, repeated)
}

navigator.serviceWorker.onmessage = async ({data: question, ports: [port]}) => {
  if (question.port) { return $worker.accept(new RelayedPort(port, question.port)) }
  port.postMessage({received: true})
  const answer = await handle(question)
  try {
    port.postMessage({answer})
  } catch (error) {  // something in it is not data
    port.postMessage({answer: asError('TypeError', `the answer cannot be sent: ${error.message}`)})
  }
}

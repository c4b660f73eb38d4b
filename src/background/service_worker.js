/* The service worker: no logic of its own, so that Chrome may stop it whenever it likes.
 *
 * It keeps one offscreen page alive, where Python runs, forwards messages and events to it, and
 * lends it the parts of `chrome` that Chrome withholds from offscreen pages. Worker and page talk
 * through `postMessage`, which only this extension's own pages can reach.
 */
import './events.js'  // $background, made by the build: what the Python code listens to

const PAGE = 'background/offscreen.html'
const PAGE_URL = chrome.runtime.getURL(PAGE)

// Milliseconds. A page that lives confirms receipt at once, busy or not yet started; the answer
// itself may take as long as the longest retry of a request, 25 s, and some more.
const RECEIPT_DEADLINE = 5_000
const ANSWER_DEADLINE = 40_000
const ALIVE_CHECK = 250
const PORT_CHECK = 1_000  // less than the 30 s after which Chrome stops an idle worker

let creating = null
let closing = null

const findPage = async () => {
  const pages = await clients.matchAll({type: 'all', includeUncontrolled: true})
  return pages.find((page) => page.url === PAGE_URL)
}

const createPage = () => chrome.offscreen.createDocument({
  url: PAGE,
  reasons: ['WORKERS'],
  justification: 'Runs the extension\'s Python code, which keeps its state while the service worker sleeps.',
})

/* However many messages race for it, one page: those that come meanwhile share the promise. */
const openPage = async () => {
  const found = await findPage()
  if (found) { return found }
  creating ??= createPage().catch(async (error) => {
    if (!String(error).includes('single offscreen')) { throw error }
    // The one page there may be was made by an earlier life of this worker, or left its address.
    if (await findPage()) { return }
    await chrome.offscreen.closeDocument()
    await createPage()
  }).finally(() => { creating = null })
  await creating
  const page = await findPage()
  if (!page) { throw new Error(`${PAGE} closed while it was opening`) }
  return page
}

/* One question to the page, to be answered in `limit` milliseconds. `again` marks an error after
 * which it is right to ask again: nobody heard it, it is an event, of which none may be lost, or a
 * message of Python's. One that may have been heard is marked, since some must not be handled twice. */
const ask = (page, question, limit) => new Promise((resolve, reject) => {
  const {port1, port2} = new MessageChannel()
  let heard = false
  const fail = (type, text, again) => { finish(reject, Object.assign(new Error(text), {type, again})) }
  const late = (text, time, again) => { fail('DeadlineError', `${text} within ${time / 1000} s`, again) }
  const receipt = setTimeout(() => {
    question.repeated = true  // it may be under way
    late(`no reaction of ${PAGE}`, RECEIPT_DEADLINE, true)
  }, RECEIPT_DEADLINE)
  const answer = setTimeout(late, limit, `no answer of the handler in ${PAGE}`, limit, false)
  const alive = setInterval(async () => {
    if (await clients.get(page.id)) { return }
    question.repeated ||= heard
    const again = !heard || question.message?.$sent || question.event !== undefined
    fail('BackgroundError', `${PAGE} was closed before it answered`, again)
  }, ALIVE_CHECK)
  const finish = (settle, value) => {
    clearTimeout(receipt)
    clearTimeout(answer)
    clearInterval(alive)
    port1.close()
    settle(value)
  }
  port1.onmessage = ({data}) => {
    if (data.received) {
      heard = true
      clearTimeout(receipt)
    } else {
      finish(resolve, data.answer)
    }
  }
  page.postMessage(question, [port2])
})

/* Close a page that does not react, but not one that was opened in its place meanwhile. */
const closePage = async (page) => {
  const current = await findPage()
  if (current?.id !== page.id) { return }
  closing ??= chrome.offscreen.closeDocument().catch(() => {}).finally(() => { closing = null })
  await closing
}

const forward = async (question, limit = ANSWER_DEADLINE) => {
  const page = await openPage()
  try {
    return await ask(page, question, limit)
  } catch (error) {
    if (!error.again) { throw error }
    await closePage(page)
    return ask(await openPage(), question, limit)
  }
}

const find = (path) => {
  const names = path.split('.')
  const name = names.pop()
  return [names.reduce((object, part) => object?.[part], chrome), name]
}

const answerMessage = (message, sender, sendResponse) => {
  if (sender.url === PAGE_URL) { return false }  // for other pages
  const limit = message?.$sent?.limit
  forward({message, sender}, limit && 1000 * limit).catch(
    ({type = 'BackgroundError', message}) => ({$error: {type, message, traceback: null}}),
  ).then(sendResponse)
  return true
}

// The only message listener of this context. A plain function: the promise of an `async` one
// would be taken for the answer.
chrome.runtime.onMessage.addListener(answerMessage)
if ($background.externalMessages) { chrome.runtime.onMessageExternal.addListener(answerMessage) }

/* The name of a lock that is held for as long as this worker runs: by it the page learns of the end. */
let life = null
const holdLife = () => {
  life ??= new Promise((resolve) => {
    const name = crypto.randomUUID()
    navigator.locks.request(name, () => {
      resolve(name)
      return new Promise(() => {})
    })
  })
  return life
}

/* Join a port of Chrome's that only this worker may hold, or is woken by, to the page's end of it.
 * It would end with the worker, which therefore stays awake. */
const relay = (port, end, page) => {
  const leave = () => {
    clearInterval(watch)
    end.close()
    port.disconnect()
  }
  const watch = setInterval(async () => {
    chrome.runtime.getPlatformInfo()  // any call of the API keeps the worker awake
    if (!await clients.get((await page).id)) { leave() }
  }, PORT_CHECK)
  port.onMessage.addListener((message) => end.postMessage({message}))
  port.onDisconnect.addListener(() => {
    end.postMessage({error: chrome.runtime.lastError?.message ?? null})
    leave()
  })
  end.onmessage = ({data: {message, disconnect}}) => { disconnect ? leave() : port.postMessage(message) }
  page.catch((error) => {
    console.error(`the port ${port.name}:`, error)
    leave()
  })
}

const handOver = async ({name, sender}, end) => {
  const failure = await forward({message: {$wake: true}})
  if (failure) { throw new Error(failure.$error.message) }
  const [page, life] = await Promise.all([openPage(), holdLife()])
  page.postMessage({port: {name, sender, life}}, [end])
  return page
}

const acceptPort = (port) => {
  const {port1, port2} = new MessageChannel()
  relay(port, port1, handOver(port, port2))
}
if ($background.externalPorts) { chrome.runtime.onConnectExternal.addListener(acceptPort) }

for (const event of $background.events) {
  const [path, ...filters] = event
  const [owner, name] = find(path)
  const forwardEvent = (...args) => {
    forward({event: JSON.stringify(event), args}).catch((error) => console.error(`chrome.${path}:`, error))
  }
  if (owner?.[name]) {
    owner[name].addListener(forwardEvent, ...filters)
  } else {
    console.error(`chrome.${path} is not available: is its permission in the manifest?`)
  }
}

const ERROR_FOR_CALLBACK = ['contextMenus.create', 'notifications.create']  // their promise, if any, does not fail

const invoke = (path, owner, name, args) => {
  if (!ERROR_FOR_CALLBACK.includes(path)) { return owner[name](...args) }
  return new Promise((resolve, reject) => {
    const result = owner[name](...args.filter((arg) => arg !== null), (value = result) => {
      const error = chrome.runtime.lastError
      error ? reject(new Error(error.message)) : resolve(value)
    })
  })
}

/* Lend `chrome.<path>(...args)` to the offscreen page; where that is a port, it is joined to `end`. */
const lend = async ({call, args}, page, end) => {
  const [owner, method] = find(call)
  if (typeof owner?.[method] !== 'function') {
    throw new Error('not available: is its permission in the manifest?')
  }
  const value = invoke(call, owner, method, args)
  if (!end) { return value }
  relay(value, end, Promise.resolve(page))
  return {name: value.name, life: await holdLife()}
}

addEventListener('message', (event) => {
  if (event.origin !== location.origin || event.source?.url !== PAGE_URL) { return }
  const [port, end] = event.ports
  port.postMessage({received: true})
  event.waitUntil(lend(event.data, event.source, end).then(
    (value) => port.postMessage({value}),
    (error) => port.postMessage({error: error.message}),
  ))
})

chrome.runtime.onInstalled.addListener(() => {})  // so that Chrome starts the worker at once
for (const area of ['local', 'sync']) { chrome.storage?.[area].setAccessLevel({accessLevel: 'TRUSTED_CONTEXTS'}) }
chrome.sidePanel?.setPanelBehavior({openPanelOnActionClick: !chrome.runtime.getManifest().action?.default_popup})
openPage().catch((error) => console.error(error))

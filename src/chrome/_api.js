/* The Python module `chrome._api`: Chrome's API as this page has it, or through the service worker. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {toPython, toJavaScript, toMessage, callAll, background} = $python.values

  const UNAVAILABLE = 'not available here: is its permission in the manifest?'
  const UNHEARD_IN_BACKGROUND = 'the service worker does not listen to it: the build finds what stands in ' +
    'src/background/ as chrome.….addListener(…), written out, filters included'
  const NO_FUNCTION_FROM_BACKGROUND = 'functions cannot be given here, where the service worker makes the call'
  const ERROR_FOR_CALLBACK = ['contextMenus.create', 'notifications.create']  // their promise, if any, does not fail
  const ANSWER_DEADLINE = 40  // seconds; as in the service worker
  const LONGEST = 2_000_000  // seconds; a timer for much more rings at once

  const find = (path) => {
    const names = path.split('.')
    const name = names.pop()
    return [names.reduce((object, part) => object?.[part], globalThis.chrome), name]
  }

  const seconds = (value) => value === builtins.None ? undefined : Math.min($B.pyobj2jsobj(value), LONGEST)

  /* Settle as the promise does, or give up with what to say about it. */
  const within = (limit, promise, text) => {
    if (limit === undefined) { return promise }
    let timer
    const late = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${text} within ${limit} s`)), 1000 * limit)
    })
    return Promise.race([promise, late]).finally(() => clearTimeout(timer))
  }

  /* As in the service worker. */
  const invoke = (path, owner, name, args) => {
    if (!ERROR_FOR_CALLBACK.includes(path) || typeof args.at(-1) === 'function') { return owner[name](...args) }
    return new Promise((resolve, reject) => {
      const result = owner[name](...args.filter((arg) => arg !== null), (value = result) => {
        const error = chrome.runtime.lastError
        error ? reject(new Error(error.message)) : resolve(value)
      })
    })
  }

  const callChrome = async (path, args, limit) => {
    const [owner, name] = find(path)
    if (typeof owner?.[name] === 'function') {
      return within(limit, invoke(path, owner, name, args), `no answer to chrome.${path}`)
    }
    if (background) { return $worker.call(path, args, limit) }
    throw new Error(UNAVAILABLE)
  }

  /* What this page sends to the background has a number, so that a message whose answer was lost
   * with a stopped service worker can be sent again and is not handled again. */
  const sendToBackground = async (message, limit = ANSWER_DEADLINE) => {
    const id = Array.from(crypto.getRandomValues(new Uint32Array(4))).join()
    const send = (repeated) => within(
      limit + 1,  // the service worker knows better what is late, if it runs
      chrome.runtime.sendMessage({$sent: {id, repeated, limit}, message}),
      'no answer from the service worker',
    )
    try {
      return await send(false)
    } catch (error) {
      if (!error.message.includes('message channel closed')) { throw error }
      return send(true)
    }
  }

  const HINTS = [
    [/host permission|permission to access/, 'Add the site to host_permissions in [tool.extension.manifest] of pyproject.toml'],
    [/download all specified images|(load action|set) icon/, 'Begin the path of an image with /, which is src/'],
    [/Cannot serialize value to JSON/, 'Store text, such as base64'],
  ]

  /* Chrome's text, and what to do where it does not say. */
  const explain = (error) => {
    if (error.name === 'DataCloneError') { throw new Error(NO_FUNCTION_FROM_BACKGROUND) }
    const [, hint] = HINTS.find(([pattern]) => pattern.test(error.message)) ?? []
    throw hint ? new Error(`${error.message.replace(/\.?$/, '.')} ${hint}`) : error
  }

  const listeners = new Map()  // lists of functions by event, `[path, ...filters]` as text
  const listenersOf = (path) => [...listeners].filter(([key]) => JSON.parse(key)[0] === path.valueOf())
  // A method of an object is another Python value each time it is asked for, and equal.
  const isSame = (one, other) => $B.$bool($B.rich_comp('__eq__', one, other))
  const has = (known, callback) => known.some((one) => isSame(one, callback))

  const listen = (event, run) => {
    const [path, ...filters] = event
    const [owner, name] = find(path)
    if (typeof owner?.[name]?.addListener !== 'function') { return background && $worker.listen(event, run) }
    owner[name].addListener(run, ...filters)
    return true
  }

  const isLate = (error) => / within [\d.]+ s$/.test(error.message)

  $B.addToImported('chrome._api', {
    /* A promise for the value of `chrome.<path>(*args)`. */
    call: (path, args, timeout) => callChrome(path.valueOf(), Array.from(args, toJavaScript), seconds(timeout))
      .then(toPython, explain),

    /* A promise for the answer to `chrome.<path>(*args)`, a method that sends a message. */
    send: async (path, args, timeout) => {
      const [name, limit] = [path.valueOf(), seconds(timeout)]
      const [first, ...rest] = Array.from(args, toMessage)
      const toOwnBackground = name === 'runtime.sendMessage' && rest.length === 0 && !background
      try {
        return toPython(await (toOwnBackground
          ? sendToBackground(first, limit)
          : callChrome(name, [first, ...rest], limit ?? ANSWER_DEADLINE)))
      } catch (error) {
        if (!isLate(error)) { throw error }
        return toPython({$error: {type: 'DeadlineError', message: error.message, traceback: null}})
      }
    },

    /* The value of `chrome.<path>` where it is a plain one, else None. */
    value: (path) => {
      const [owner, name] = find(path.valueOf())
      const value = owner?.[name] ?? (background ? $background.constants[path] : undefined)
      return ['string', 'number', 'boolean'].includes(typeof value) ? toPython(value) : builtins.None
    },

    /* Have a function called at an event; what is wrong, or None. */
    add_listener: (path, callback, filters) => {
      const event = [path.valueOf(), ...Array.from(filters, toJavaScript)]
      const key = JSON.stringify(event)
      if (!listeners.has(key)) {
        if (!listen(event, (...args) => callAll(listeners.get(key), args))) {
          return $B.String(background ? UNHEARD_IN_BACKGROUND : UNAVAILABLE)
        }
        listeners.set(key, [])
      }
      if (!has(listeners.get(key), callback)) { listeners.get(key).push(callback) }
      return builtins.None
    },
    remove_listener: (path, callback) => {
      for (const [key, known] of listenersOf(path)) {
        listeners.set(key, known.filter((one) => !isSame(one, callback)))
      }
      return builtins.None
    },
    /* Whether a function is a listener, or for None whether there are any. */
    has_listener: (path, callback) => listenersOf(path).some(
      ([, known]) => callback === builtins.None ? known.length > 0 : has(known, callback),
    ),
  })
})()

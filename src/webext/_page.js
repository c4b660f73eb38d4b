/* The Python module `webext._page`: the page around Python.
 *
 * Written in JavaScript because Brython keeps one JavaScript copy of each dict that ever crossed,
 * so that a dict changed since would arrive as it was. Functions here take and return Python values.
 */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const background = location.pathname === '/background/offscreen.html'

  const isPlain = (value) => typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

  const toPython = (value) => {
    if (value === undefined || value === null) { return builtins.None }
    if (Array.isArray(value)) { return $B.$list(value.map(toPython)) }
    if (isPlain(value) && value.ob_type === undefined) {
      const dict = $B.empty_dict()
      for (const key of Object.keys(value)) { builtins.dict.$setitem(dict, $B.String(key), toPython(value[key])) }
      return dict
    }
    return $B.jsobj2pyobj(value)
  }

  const toJavaScript = (value) => {
    if (value === builtins.None) { return null }
    if ($B.is_dict(value)) {
      const object = {}
      for (const {key, value: item} of builtins.dict.$iter_items(value)) {
        object[builtins.str.$factory(key).valueOf()] = toJavaScript(item)
      }
      return object
    }
    if (Array.isArray(value)) { return Array.from(value, toJavaScript) }
    return $B.pyobj2jsobj(value)
  }

  /* Call Python from an event: on a stack of its own. */
  const call = (callback, ...args) => {
    $B.frame_obj = null
    return $B.$call(callback, ...args)
  }

  const isCoroutine = (value) => $B.exact_type(value, $B.coroutine)

  /* Run what a Python function returned to its end, be it a coroutine or not. */
  const finish = async (value) => isCoroutine(value) ? $B.coroutine.tp_funcs.send(value) : value


  const describe = (error) => {
    const exception = $B.exception(error)
    return {$error: {
      type: $B.class_name(exception),
      message: builtins.str.$factory(exception).valueOf(),
      traceback: $python.traceback(error),
    }}
  }

  const find = (path) => {
    const names = path.split('.')
    const name = names.pop()
    const owner = names.reduce((object, part) => object?.[part], globalThis.chrome)
    return [owner, name]
  }

  const callChrome = async (path, args) => {
    const [owner, name] = find(path)
    if (typeof owner?.[name] === 'function') { return owner[name](...args) }
    if (background) { return $worker.call(path, args) }
    throw new Error(`chrome.${path} is not available: is its permission in the manifest?`)
  }

  $B.addToImported('webext._page', {
    is_background: () => background,
    now: () => builtins.float.$factory(Date.now() / 1000),
    is_online: () => navigator.onLine !== false,
    log_error: (text) => { console.error(text.valueOf()); return builtins.None },

    /* A promise for the value of `chrome.<path>(*args)`. A lost answer gives undefined. */
    call_chrome: (path, args) => callChrome(path.valueOf(), Array.from(args, toJavaScript))
      .then((value) => value === undefined ? undefined : toPython(value)),

    /* The value of `chrome.<path>` where it is a plain one, else None. */
    chrome_value: (path) => {
      const [owner, name] = find(path.valueOf())
      const value = owner?.[name]
      return ['string', 'number', 'boolean'].includes(typeof value) ? toPython(value) : builtins.None
    },

    listen_to_chrome: (path, callback) => {
      const [owner, name] = find(path.valueOf())
      if (typeof owner?.[name]?.addListener !== 'function') { return false }
      owner[name].addListener((...args) => {
        try {
          finish(call(callback, ...args.map(toPython))).catch($python.report)
        } catch (error) { $python.report(error) }
      })
      return true
    },

    /* In the background: answer every message with what the callback returns. */
    answer_messages: (callback) => {
      if (!background) { return builtins.None }
      $worker.answer = async (message, sender) => {
        try {
          const answer = await finish(call(callback, toPython(message), toPython(sender)))
          return toJavaScript(answer)
        } catch (error) {
          $python.report(error)
          return describe(error)
        }
      }
      return builtins.None
    },

    /* Start a coroutine; the promise of its result. An error is left to who joins it. */
    start: (coroutine) => {
      const promise = finish(coroutine)
      promise.catch(() => {})
      return promise
    },
    /* Each waits on a promise of its own: Brython keeps the caller's frame in it. */
    join: (promise) => promise.then((value) => value),
    report: (promise) => { promise.catch($python.report); return builtins.None },
    sleep: (seconds) => new Promise((resolve) => {
      setTimeout(() => resolve(builtins.None), 1000 * $B.pyobj2jsobj(seconds))
    }),

    /* A promise for [status, headers, text], or for None where no answer came. */
    fetch: (url, method, headers, body, timeout) => fetch(url.valueOf(), {
      method: method.valueOf(),
      headers: toJavaScript(headers),
      body: body === builtins.None ? undefined : body.valueOf(),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(1000 * $B.pyobj2jsobj(timeout)),
    }).then(async (response) => toPython(
      [response.status, Object.fromEntries(response.headers), await response.text()],
    )).catch((error) => toPython(error.name)),

    parse_json: (text) => {
      try {
        return toPython(JSON.parse(text.valueOf()))
      } catch {
        $B.RAISE(builtins.ValueError, 'not JSON')
      }
    },
    write_json: (value) => $B.String(JSON.stringify(toJavaScript(value))),
    /* Seconds since the epoch of an HTTP date, or None. */
    parse_date: (text) => {
      const milliseconds = Date.parse(text.valueOf())
      return Number.isNaN(milliseconds) ? builtins.None : builtins.float.$factory(milliseconds / 1000)
    },
    /* The text in a base64 string of either alphabet, with or without padding. */
    decode_base64: (text) => {
      try {
        const bytes = atob(text.valueOf().replaceAll('-', '+').replaceAll('_', '/'))
        return $B.String(new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))))
      } catch {
        $B.RAISE(builtins.ValueError, 'not base64 of UTF-8 text')
      }
    },
  })
})()

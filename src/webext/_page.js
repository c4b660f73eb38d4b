/* The Python module `webext._page`: the page around Python.
 *
 * Written in JavaScript because Brython keeps one JavaScript copy of each dict that ever crossed,
 * so that a dict changed since would arrive as it was. Functions here take and return Python
 * values; `$python.values` has what converts them, for other modules written in JavaScript.
 */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins

  // By the whole address: a script in a web page may be at any path.
  const {runtime} = globalThis.chrome ?? {}
  const origin = runtime?.getURL('').slice(0, -1)
  const background = location.href === `${origin}/background/offscreen.html`

  const isPlain = (value) => typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

  const asBytes = (value) => {
    if (value instanceof ArrayBuffer) { return new Uint8Array(value) }
    return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null
  }

  const toPython = (value) => {
    if (value === undefined || value === null) { return builtins.None }
    if (typeof value !== 'object') { return $B.jsobj2pyobj(value) }
    if (Array.isArray(value)) { return $B.$list(value.map(toPython)) }
    if (isPlain(value)) {  // with whatever keys: also with those that Brython gives its own objects
      const dict = $B.empty_dict()
      for (const key of Object.keys(value)) { builtins.dict.$setitem(dict, $B.String(key), toPython(value[key])) }
      return dict
    }
    const bytes = asBytes(value)
    return bytes ? $B.fast_bytes(Array.from(bytes)) : $B.jsobj2pyobj(value)
  }

  const refuse = (value, isMessage) => {
    const name = $B.class_name(value)
    const where = isMessage ? 'sent in a message' : 'given to Chrome'
    const hint = isBytes(value) ? 'send text, such as base64'
      : name === 'coroutine' ? 'await it' : 'dict, list, str, int, float, bool and None can'
    $B.RAISE(builtins.TypeError, `${name} cannot be ${where}; ${hint}`)
  }

  /* Chrome would take `{}` for it. An element is given to one method, as it is. */
  const isOfPage = (value) => ['Node', 'Event'].some((name) => globalThis[name] && value instanceof globalThis[name])

  const isBytes = (value) => [builtins.bytes, builtins.bytearray].includes($B.get_class(value))

  /* Chrome itself would drop the one, and make null or nothing of the other. */
  const checkNumber = (number) => {
    if (typeof number === 'bigint') { $B.RAISE(builtins.OverflowError, `${number} is too large for Chrome, send text`) }
    if (typeof number === 'number' && !Number.isFinite(number)) {
      $B.RAISE(builtins.ValueError, `${number} is no number to Chrome, send None or text`)
    }
  }

  /* `name` is that of the field that the value is in, if any: one that calls back is `on…`. */
  const convert = (value, isMessage, name = 'on') => {
    if (value === builtins.None) { return null }
    if ($B.is_dict(value)) {
      const object = {}
      for (const {key, value: item} of builtins.dict.$iter_items(value)) {
        const name = builtins.str.$factory(key).valueOf()
        object[name] = convert(item, isMessage, name)
      }
      return object
    }
    if (Array.isArray(value)) { return Array.from(value, (item) => convert(item, isMessage, '')) }
    if (isBytes(value) && !isMessage) { return new Uint8Array(value.source).buffer }
    const converted = $B.pyobj2jsobj(value)
    checkNumber(converted)
    const callsBack = typeof converted === 'function' && !isMessage && name.startsWith('on')
    const isLost = typeof converted === 'function' || converted?.ob_type !== undefined ||
      (isOfPage(converted) && (isMessage || name !== 'on'))
    if (!callsBack && isLost) { refuse(value, isMessage) }
    return converted
  }

  const convertAll = (value, isMessage) => {
    try {
      return convert(value, isMessage)
    } catch (error) {
      if (!(error instanceof RangeError)) { throw error }
      $B.RAISE(builtins.ValueError, 'a list or dict that holds itself, or is nested too deeply, cannot be given to Chrome')
    }
  }

  const toJavaScript = (value) => convertAll(value, false)

  /* What Chrome's messages can carry: the data of JSON. */
  const toMessage = (value) => convertAll(value, true)

  /* Run what a Python function returned to its end, be it a coroutine or not. */
  const finish = async (value) => $python.run(value)

  /* Call Python functions one after the other; what one raises keeps no other from its call. They
   * get the values of JavaScript as Python has them, and then others that are Python's own. */
  const callAll = (callbacks, values, ...own) => {
    for (const callback of Array.from(callbacks)) {
      try {
        Promise.resolve($python.call(callback, ...values.map(toPython), ...own)).catch($python.report)
      } catch (error) { $python.report(error) }
    }
  }

  /* An error as the answer to a message; how it came about is told to the extension's own pages. */
  const describe = (error, sender) => {
    const exception = $B.exception(error)
    return {$error: {
      type: $B.class_name(exception),
      message: builtins.str.$factory(exception).valueOf(),
      traceback: sender.origin === origin ? $python.traceback(error) : null,
    }}
  }

  const placeOf = (callback) => {
    const code = $B.$getattr(callback, '__code__', null)
    const [name, file, line] = ['name', 'filename', 'firstlineno'].map((part) => code && $B.$getattr(code, `co_${part}`))
    return code ? `${name}(), ${file}:${line}` : $B.class_name(callback)
  }

  /* A page hears the background, which reaches it directly or through the service worker, and no
   * other page: their messages are for the background. Background and content scripts hear all. */
  const fromBackground = (sender) => sender.origin === origin && sender.url?.startsWith(`${origin}/background/`)
  const hears = (sender) => background || location.origin !== origin || fromBackground(sender)

  $python.values = {toPython, toJavaScript, toMessage, callAll, hears, background}

  $B.addToImported('webext._page', {
    is_background: () => background,
    now: () => builtins.float.$factory(Date.now() / 1000),
    is_online: () => navigator.onLine !== false,
    log_warning: (text) => { console.warn(text.valueOf()); return builtins.None },
    log_error: (text) => { console.error(text.valueOf()); return builtins.None },
    extension_id: () => $B.String(runtime.id),

    /* Answer messages: in the background all, elsewhere those of the background that fit. */
    answer_messages: (takerOf, dispatch) => {
      const answer = async (message, sender, repeated = false) => {
        const question = [toPython(message), toPython(sender)]
        try {
          const value = await $python.call(dispatch, ...question, repeated)
          try {
            return toMessage(value)
          } catch (error) {  // strangers do not learn whose answer it is
            if (sender.origin !== origin) { throw error }
            const exception = $B.exception(error)
            const text = `${builtins.str.$factory(exception)}: the answer of ${placeOf($python.call(takerOf, ...question))}`
            $B.RAISE($B.get_class(exception), text)
          }
        } catch (error) {
          $python.report(error)
          return describe(error, sender)
        }
      }
      if (background) {
        $worker.answer = answer
      } else {
        runtime.onMessage.addListener((message, sender, respond) => {
          if (!hears(sender)) { return false }
          if ($python.call(takerOf, toPython(message), toPython(sender)) === builtins.None) { return false }
          answer(message, sender).then(respond)
          return true
        })
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
    report_error: (error) => { $python.report(error); return builtins.None },
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

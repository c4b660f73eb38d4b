/* Errors that nobody caught: the console shows them as Python tracebacks.
 *
 * The browser itself says what is uncaught, through its `error` and `unhandledrejection` events, so
 * that an error which passes through JavaScript and is caught by Python further out is not told.
 */
(() => {
  'use strict'

  const $B = __BRYTHON__
  const None = $B.builtins.None
  const BETWEEN = {
    cause: '\n\nThe above exception was the direct cause of the following exception:\n\n',
    context: '\n\nDuring handling of the above exception, another exception occurred:\n\n',
  }

  /** Note what was being handled when something was raised, here or in a function around.
   * @param {boolean} [again] whether `raise` raises it, which it may have been before
   */
  $B.set_context = (error, again = false) => {
    const exception = $B.exception(error)
    if (exception.$has_context && !again) { return exception }
    exception.$has_context = true
    let at = $B.frame_obj
    while (at !== null && at.frame.$handled === undefined) { at = at.prev }
    const handled = at?.frame.$handled
    if (handled === undefined || handled === exception) { return exception }
    for (let inner = handled; inner && inner !== None; inner = inner.__context__) {
      if (inner.__context__ === exception) { inner.__context__ = None }  // no circle
    }
    exception.__context__ = handled
    return exception
  }

  /* Compiled `except` and `with` begin to handle an exception, and put back what this returns. */
  $B.handle = (frame, error) => {
    const before = frame.$handled
    frame.$handled = $B.set_context(error)
    return before
  }

  /* The frames as they were when it was raised. Brython's own text has each frame's line of now,
   * which is another when the code went on since. */
  function frames(exception) {
    const lines = []
    for (let entry = exception.__traceback__; entry && entry !== None; entry = entry.tb_next) {
      const {tb_frame: frame, tb_lineno: line} = entry
      if (frame.__file__ === '<page>') { continue }  // in which the page's module is imported
      const name = frame[0] === frame[2] ? '<module>' : frame[0]
      lines.push(`  File "${frame.__file__}", line ${line}, in ${name}\n`)
      const source = $B.file_cache[frame.__file__]?.split('\n')[line - 1]
      if (source) { lines.push(`    ${source.trim()}\n`) }
    }
    return lines.length ? `Traceback (most recent call last):\n${lines.join('')}` : ''
  }

  /* What stands below the frames, with Brython's hints at names that were meant. */
  function summary(exception) {
    const whole = $B.error_trace(exception)
    const traceback = exception.__traceback__
    exception.__traceback__ = None
    const bare = $B.error_trace(exception).trim()
    exception.__traceback__ = traceback
    const notes = $B.get_dict(exception) ? $B.get_from_dict(exception, '__notes__', []) : []
    return [whole.slice(whole.lastIndexOf(bare)).trim(), ...notes.map(String)].join('\n')
  }

  /* What a group holds, each below a line with its number. */
  function members(exception, seen) {
    const found = Array.isArray(exception.excs) ? Array.from(exception.excs) : []
    return found.map((one, index) => {
      const text = describe(one, seen).split('\n').map((line) => `  | ${line}`).join('\n')
      return `\n  +---------------- ${index + 1} ----------------\n${text}`
    }).join('')
  }

  function describe(error, seen) {
    const exception = $B.exception(error)
    seen.add(exception)
    const {__cause__: cause, __context__: context, suppress_context: suppressed} = exception
    let before = ''
    for (const [kind, earlier] of [['cause', cause], ['context', suppressed ? None : context]]) {
      if (before === '' && earlier && earlier !== None && !seen.has(earlier)) {
        before = describe(earlier, seen) + BETWEEN[kind]
      }
    }
    const text = before + frames(exception) + summary(exception) + members(exception, seen)
    // An error that JavaScript raised says where in its own stack.
    const raised = error instanceof Error ? error : exception.$js_exc
    const stack = raised?.stack?.split('\n').filter((line) => !line.includes('/python/runtime.js:'))
    return stack ? `${text}\n\n${stack.join('\n')}` : text
  }

  /** The traceback of anything thrown, as Python prints it. */
  $python.traceback = (error) => {
    try {
      return describe(error, new Set())
    } catch (failure) {  // better than losing the error itself
      return `${error?.args?.[0] ?? error} (no traceback: ${failure})`
    }
  }

  /** Tell an error that nobody caught; in development the page's overlay shows it too.
   *
   * A coroutine that was cancelled just ends, as an `asyncio` task does.
   * @returns {string} its traceback
   */
  $python.report = (error) => {
    if ($B.class_name($B.exception(error)) === 'CancelledError') { return '' }
    const text = $python.traceback(error)
    console.error(text)
    $python.overlay?.(text)
    return text
  }

  // Brython would tell each error that passes from Python to JavaScript, caught or not.
  $B.handle_error = (error) => { throw error }
  $B.show_error = $python.report

  const isPython = (error) => error?.ob_type !== undefined || error?.$py_exc !== undefined
  const listen = (type, property) => {
    addEventListener(type, (event) => {
      if (isPython(event[property])) {
        event.preventDefault()  // or Chrome says “Uncaught [object Object]” besides
        $python.report(event[property])
      }
    })
  }
  listen('error', 'error')
  listen('unhandledrejection', 'reason')
})()

/* The page's event loop, for `asyncio`. */
(() => {
  const $B = __BRYTHON__
  const None = $B.builtins.None
  const LONGEST = 2 ** 31 - 1  // milliseconds; a timer for more rings at once

  function call(callback, ...args) {
    try {
      $python.call(callback, ...args)
    } catch (error) { $python.report(error) }
  }

  /* What to call when a task ends, with its result or its exception. */
  function tell(ended, done, failed) {
    ended.then((value) => call(done, value), (error) => call(failed, $B.exception(error)))
  }

  $B.addToImported('_event_loop', {
    /** A promise, as something to wait for, and the function that ends the wait. */
    signal() {
      let end
      const promise = new Promise((resolve) => { end = resolve })
      const done = () => {
        end(None)
        return None
      }
      done.ob_type = $B.function
      return $B.fast_tuple([promise, done])
    },

    /** Start a coroutine in the loop's next turn. */
    start(coroutine, python, done, failed) {
      const task = new $python.Task(coroutine)
      task.python = python
      tell(Promise.resolve().then(() => {
        if (task.cancelled !== null) { throw task.cancelled }
        return $python.start_task(task)
      }), done, failed)
      return task
    },

    cancel(task, exception) {
      task.cancel(exception)
      return None
    },

    /** Forget a cancellation that the task was not told of yet. */
    uncancel(task) {
      task.cancelled = null
      return None
    },

    /** The Python task of the code that runs; one that the page started gets it when first asked
     * for, from a function of the page's task and its coroutine. */
    current(made) {
      const {task} = $B
      if (task === null) { return None }
      task.python ??= $B.$call(made, task, task.coroutine)
      return task.python
    },

    /** Call back when a task that the page started ends. */
    follow(task, done, failed) {
      Promise.resolve().then(() => tell(task.ended, done, failed))
      return None
    },

    is_coroutine: (value) => $B.exact_type(value, $B.coroutine),
    call_soon: (callback, ...args) => {
      Promise.resolve().then(() => call(callback, ...args))
      return None
    },
    call_later(seconds, callback, ...args) {
      const handle = {}
      const wait = (left) => {
        handle.timer = left > LONGEST
          ? setTimeout(wait, LONGEST, left - LONGEST)
          : setTimeout(() => call(callback, ...args), left)
      }
      wait(Number(seconds?.value ?? seconds) * 1000)
      return handle
    },
    cancel_call: ({timer}) => {
      clearTimeout(timer)
      return None
    },
    now: () => $B.fast_float(performance.now() / 1000),
    report: (exception) => {
      $python.report(exception)
      return None
    },
  })
})()

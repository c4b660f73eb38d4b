/* The page's event loop, for `asyncio`. */
(() => {
  const $B = __BRYTHON__
  const None = $B.builtins.None

  /* What `$B.settle` knows of a task: how to end the wait of its innermost coroutine. */
  class Running {
    constructor(task) {
      this.task = task
      this.pending = null
      this.reject = null
    }

    /** @returns {Promise<never>} rejected when the task is cancelled */
    interruption() {
      return new Promise((_, reject) => {
        if (this.pending !== null) {
          reject(this.pending)
          this.pending = null
        } else {
          this.reject = reject
        }
      })
    }

    resumed() { this.reject = null }

    interrupt(exception) {
      if (this.reject === null) {
        this.pending = exception
      } else {
        this.reject(exception)
        this.reject = null
      }
    }
  }

  function call(callback, ...args) {
    $B.frame_obj = null
    $B.task = undefined
    try {
      return $B.$call(callback, ...args)
    } catch (error) {
      $python.report(error)
      return None
    } finally {
      $B.frame_obj = null
    }
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
    start(coroutine, task, done, failed) {
      const running = new Running(task)
      Promise.resolve().then(() => {
        if (running.pending !== null) { throw running.pending }
        $B.frame_obj = null
        $B.task = running
        return $B.coroutine.tp_funcs.send(coroutine)
      }).then((value) => call(done, value), (error) => call(failed, $B.exception(error)))
      return running
    },

    interrupt(running, exception) {
      running.interrupt(exception)
      return None
    },

    current: () => $B.task?.task ?? None,
    is_coroutine: (value) => $B.exact_type(value, $B.coroutine),
    call_soon: (callback, ...args) => {
      Promise.resolve().then(() => call(callback, ...args))
      return None
    },
    call_later: (seconds, callback, ...args) =>
      setTimeout(() => call(callback, ...args), Number(seconds?.value ?? seconds) * 1000),
    cancel_call: (handle) => {
      clearTimeout(handle)
      return None
    },
    now: () => $B.fast_float(performance.now() / 1000),
    report: (exception) => {
      $python.report(exception)
      return None
    },
  })
})()

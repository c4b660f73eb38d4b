/* Coroutines on the page's event loop.
 *
 * Brython keeps one current frame. Stock, a coroutine that waits leaves its frame to its caller, and
 * goes on in the frame of whatever ran meanwhile, which breaks tracebacks. Here it goes on in its
 * own, and as what `asyncio` calls a task: what ran meanwhile has another.
 */
(() => {
  'use strict'

  const $B = __BRYTHON__
  const builtins = $B.builtins
  $B.task = null  // the one whose code runs

  const isCoroutine = (value) => value?.ob_type === $B.coroutine

  /* A coroutine that was started, with all that it awaits. */
  class Task {
    /** @param {object} coroutine */
    constructor(coroutine) {
      this.coroutine = coroutine
      this.python = null  // as `asyncio` has it, once asked for
      this.ended = null  // a promise of its result
      this.cancelled = null  // the exception that it is to go on with where it waits next
      this.reject = null  // ends the wait of its innermost coroutine
    }

    /** Its innermost coroutine waits.
     * @param {(exception: object) => void} reject ends that when the task is cancelled
     */
    wait(reject) {
      this.reject = reject
      if (this.cancelled !== null) { this.cancel(this.cancelled) }
    }

    resume() { this.reject = null }

    cancel(exception) {
      this.cancelled = this.reject === null ? exception : null
      this.reject?.(exception)
      this.reject = null
    }
  }

  /* Run code on a stack of its own, which belongs to nobody: who calls it goes on, and its line
   * then says nothing. */
  function apart(work) {
    const frame = $B.frame_obj
    const {task} = $B
    $B.frame_obj = $B.task = null
    try {
      return work()
    } finally {
      $B.frame_obj = frame
      $B.task = task
    }
  }

  /** Call Python from an event. A coroutine is started. */
  $python.call = (callback, ...args) => apart(() => $python.run($B.$call(callback, ...args)))

  /** Start what a callback returned where that is a coroutine, and return its promise. */
  $python.run = (value) => isCoroutine(value) ? $python.start_task(new Task(value)) : value

  $python.Task = Task
  $python.start_task = (task) => apart(() => {
    $B.task = task
    task.ended = $B.coroutine.tp_funcs.send(task.coroutine)
    return task.ended
  })

  /* Replace a method by what a function makes of it; nobody has looked at the type yet. */
  function replaceMethod({tp_funcs: methods}, name, make) {
    methods[name] = Object.assign(make(methods[name]), methods[name])
  }

  /* What waits for a coroutine goes on as the same task. */
  replaceMethod($B.coroutine, 'send', () => (coroutine) => {
    if (!isCoroutine(coroutine)) {
      $B.RAISE(builtins.TypeError, 'not a coroutine: was an async function not called?')
    }
    const frame = $B.frame_obj
    const {task} = $B
    coroutine.$sent = true
    try {
      return coroutine.$func.apply(null, coroutine.$args)
    } finally {
      $B.frame_obj = frame
      $B.task = task
    }
  })

  /** Run what is part of the coroutine around it, such as a comprehension that waits.
   * @param {(...args: object[]) => Promise<object>} run
   */
  $B.in_task = (run, ...args) => {
    const {task} = $B
    const promise = run(...args)
    promise.in_task = true
    $B.task = task
    return promise
  }

  /* What awaits it by hand, as a class with `__await__` does, waits for it once. */
  $B.coroutine.tp_funcs.__await__ = $B.generator.$factory(function* (coroutine) { return yield coroutine })
  $B.coroutine.tp_methods.push('__await__')

  const inTask = (stock) => Object.assign((...args) => $B.in_task(stock, ...args), stock)
  for (const name of ['asend', 'athrow', 'aclose']) { replaceMethod($B.async_generator, name, inTask) }
  builtins.anext = inTask(builtins.anext)

  /* What `async for` iterates, and the next value of that. */
  $B.async_iterator = (iterable) => {
    const method = $B.$getattr($B.get_class(iterable), '__aiter__', null)
    if (method !== null) { return $B.$call(method, iterable) }
    $B.RAISE(builtins.TypeError,
      `'async for' requires an object with __aiter__ method, got ${$B.class_name(iterable)}`)
  }
  $B.async_next = (iterator) => $B.$call($B.$getattr($B.get_class(iterator), '__anext__'), iterator)

  /* What comes after it, such as a timer's callback, is called by nobody's code. */
  const leave = () => { $B.frame_obj = $B.task = null }

  /* `await x` is compiled to `$B.resume(frame, await $B.settle(x))`: nothing runs between the end
   * of the wait and `resume`, which sets the frame of the code that waited, and its task. One that
   * is cancelled goes on at once where its innermost coroutine waits. */
  $B.settle = (awaitable) => {
    const {task} = $B
    const waited = isCoroutine(awaitable)
      ? $B.in_task($B.promise, awaitable)
      : promiseOf(awaitable)
    $B.task = null
    return new Promise((resolve) => {
      const fail = (error) => resolve({error, task})
      waited.then((value) => resolve({value, task}), fail)
      if (task !== null && !waited.in_task) { task.wait(fail) }
    })
  }
  $B.resume = (frame, settled) => {
    $B.frame_obj = frame
    $B.task = settled.task
    settled.task?.resume()
    Promise.resolve().then(leave)
    if ('error' in settled) { throw $B.exception(settled.error) }
    return settled.value
  }

  /* A promise of the value of `await x`. What `__await__` yields is waited for. */
  function promiseOf(awaitable) {
    if (awaitable.in_task) { return awaitable }
    if (awaitable instanceof Promise) { return awaitable.then($B.jsobj2pyobj) }
    const method = $B.$getattr(awaitable, '__await__', null)
    return method === null
      ? Promise.resolve($B.promise(awaitable))
      : $B.in_task(drive, $B.$call(method))
  }

  async function drive(iterator) {
    const frame = $B.frame_obj
    const {task} = $B
    const method = (name) => $B.$getattr(iterator, name, null)
    const send = method('send') ?? (() => $B.$call(method('__next__')))
    let step = () => $B.$call(send, builtins.None)
    for (;;) {
      let settling
      try {
        $B.frame_obj = frame
        $B.task = task
        settling = $B.settle(step())
      } catch (error) {
        const exception = $B.exception(error)
        if (!$B.$isinstance(exception, builtins.StopIteration)) { throw exception }
        return exception.args[0] ?? builtins.None
      } finally {
        leave()
      }
      const settled = await settling
      task?.resume()
      const raise = 'error' in settled ? method('throw') : null
      step = () => {
        if (raise !== null) { return $B.$call(raise, $B.exception(settled.error)) }
        if ('error' in settled) { throw settled.error }
        return $B.$call(send, settled.value)
      }
    }
  }
})()

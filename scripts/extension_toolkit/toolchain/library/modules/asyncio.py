"""asyncio on the page's own event loop, which always runs.

`run` therefore starts its coroutine and returns the task instead of the result. Threads,
subprocesses, sockets and streams do not exist in a page.
"""

import _event_loop

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Future:
    def __init__(self, *, loop=None):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        self._signal, self._end = _event_loop.signal()
        self._retrieved = False

    def __await__(self):
        if self._state == "PENDING":
            yield self._signal
        return self.result()

    __iter__ = __await__

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def result(self):
        exception = self.exception()
        if exception is not None:
            raise exception
        return self._result

    def exception(self):
        if self._state == "PENDING":
            raise InvalidStateError("Result is not set.")
        self._retrieved = True
        if self._state == "CANCELLED":
            raise CancelledError(*self._cancel_arguments)
        return self._exception

    def set_result(self, result):
        self._finish("FINISHED", result, None)

    def set_exception(self, exception):
        if isinstance(exception, type):
            exception = exception()
        self._finish("FINISHED", None, exception)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancel_arguments = () if msg is None else (msg,)
        self._finish("CANCELLED", None, None)
        return True

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            _event_loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        kept = [other for other in self._callbacks if other != callback]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def get_loop(self):
        return _loop

    def _finish(self, state, result, exception):
        if self.done():
            raise InvalidStateError(f"invalid state: {self._state}")
        self._state, self._result, self._exception = state, result, exception
        self._end()
        for callback in self._callbacks:
            _event_loop.call_soon(callback, self)
        self._callbacks = []


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__()
        Task._count += 1
        self._name = name or f"Task-{Task._count}"
        self._coroutine = coro
        self._cancelling = 0
        self._cancel_arguments = ()
        _tasks.add(self)
        self._running = _event_loop.start(coro, self, self._done, self._failed)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        self._cancel_arguments = () if msg is None else (msg,)
        _event_loop.interrupt(self._running, CancelledError(*self._cancel_arguments))
        return True

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        self._cancelling = max(self._cancelling - 1, 0)
        return self._cancelling

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coroutine

    def __repr__(self):
        return f"<Task {self._state.lower()} name={self._name!r}>"

    def _done(self, result):
        _tasks.discard(self)
        self._finish("FINISHED", result, None)

    def _failed(self, exception):
        _tasks.discard(self)
        if isinstance(exception, CancelledError):
            self._finish("CANCELLED", None, None)
        else:
            self._finish("FINISHED", None, exception)
            _event_loop.call_later(1, self._report)  # CPython tells when the task is collected

    def _report(self):
        if not self._retrieved:
            _event_loop.report(self._exception)


_tasks = set()


class Handle:
    """A call that was scheduled."""

    def __init__(self, delay, callback, args):
        self._callback, self._args = callback, args
        self._cancelled = False
        self._timer = _event_loop.call_later(delay, self._run)

    def cancel(self):
        self._cancelled = True
        _event_loop.cancel_call(self._timer)

    def cancelled(self):
        return self._cancelled

    def _run(self):
        self._callback(*self._args)


class AbstractEventLoop:
    """The page's loop. It cannot be stopped, and nothing can be run to its end."""

    def time(self):
        return _event_loop.now()

    def call_soon(self, callback, *args, context=None):
        return Handle(0, callback, args)

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return Handle(delay, callback, args)

    def call_at(self, when, callback, *args, context=None):
        return Handle(max(when - self.time(), 0), callback, args)

    def create_future(self):
        return Future()

    def create_task(self, coro, *, name=None, context=None):
        return create_task(coro, name=name)

    def is_running(self):
        return True

    def is_closed(self):
        return False


_loop = AbstractEventLoop()


def get_running_loop():
    return _loop


get_event_loop = get_running_loop


def run(main, *, debug=None, loop_factory=None):
    return create_task(main)


def create_task(coro, *, name=None, context=None):
    if not iscoroutine(coro):
        raise TypeError(f"a coroutine was expected, got {coro!r}")
    return Task(coro, name=name)


def ensure_future(awaitable, *, loop=None):
    if isinstance(awaitable, Future):
        return awaitable
    if iscoroutine(awaitable):
        return Task(awaitable)

    async def wrapped():
        return await awaitable

    return Task(wrapped())


def current_task(loop=None):
    return _event_loop.current()


def all_tasks(loop=None):
    return set(_tasks)


def iscoroutine(obj):
    return _event_loop.is_coroutine(obj)


def iscoroutinefunction(func):
    code = getattr(func, "__code__", None)
    return code is not None and bool(code.co_flags & 128)


def isfuture(obj):
    return isinstance(obj, Future)


async def sleep(delay, result=None):
    signal, end = _event_loop.signal()
    timer = _event_loop.call_later(delay, end)
    try:
        await signal
    except CancelledError:
        _event_loop.cancel_call(timer)
        raise
    return result


def gather(*aws, return_exceptions=False):
    futures = [ensure_future(awaitable) for awaitable in aws]
    outer = _Gathering(futures)
    waiting = [len(futures)]

    def finished(future):
        waiting[0] -= 1
        future._retrieved = True
        if outer.done():
            return
        if not return_exceptions and future.cancelled():
            outer.set_exception(CancelledError())
        elif not return_exceptions and future.exception() is not None:
            outer.set_exception(future.exception())
        elif not waiting[0]:
            outer.set_result([_outcome(child) for child in futures])

    for future in futures:
        future.add_done_callback(finished)
    if not futures:
        outer.set_result([])
    return outer


class _Gathering(Future):
    """Cancelled, it cancels what it waits for."""

    def __init__(self, children):
        super().__init__()
        self._children = children

    def cancel(self, msg=None):
        cancelled = [child.cancel(msg) for child in self._children]
        return any(cancelled)


def _outcome(future):
    if future.cancelled():
        return CancelledError()
    exception = future.exception()
    return future._result if exception is None else exception


def shield(arg):
    inner = ensure_future(arg)
    outer = Future()

    def finished(future):
        if outer.done():
            return
        if future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future._result)

    inner.add_done_callback(finished)
    return outer


class Timeout:
    """Cancels the task that entered it when its time is over."""

    def __init__(self, when):
        self._when = when
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None if when is None else _loop.call_at(when, self._expire)

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._handle = None
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= 0 and kind is CancelledError:
            raise TimeoutError from error

    def _expire(self):
        self._expired = True
        self._task.cancel()


def timeout(delay):
    return Timeout(None if delay is None else _loop.time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    future = ensure_future(fut)
    done, _ = await wait([future], timeout=timeout)
    if done:
        return future.result()
    future.cancel()
    await wait([future])
    if future.cancelled():
        raise TimeoutError
    return future.result()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    futures = [ensure_future(f) for f in fs]
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    signal, end = _event_loop.signal()

    def enough():
        done = [future for future in futures if future.done()]
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION and any(
            not future.cancelled() and future._exception is not None for future in done
        ):
            return True
        return len(done) == len(futures)

    def finished(future):
        if enough():
            end()

    timer = None if timeout is None else _event_loop.call_later(timeout, end)
    for future in futures:
        future.add_done_callback(finished)
    try:
        if not enough():
            await signal
    finally:
        if timer is not None:
            _event_loop.cancel_call(timer)
        for future in futures:
            future.remove_done_callback(finished)
    done = {future for future in futures if future.done()}
    return done, set(futures) - done


def as_completed(fs, *, timeout=None):
    queue = Queue()
    futures = [ensure_future(f) for f in fs]
    for future in futures:
        future.add_done_callback(queue.put_nowait)

    async def following():
        return (await queue.get()).result()

    for _ in futures:
        yield wait_for(following(), timeout)


class TaskGroup:
    def __init__(self):
        self._children = []
        self._errors = []

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name)
        self._children.append(task)
        task.add_done_callback(self._finished)
        return task

    async def __aexit__(self, kind, error, trace):
        if error is not None:
            self._cancel_all()
            if kind is not CancelledError:
                self._errors.append(error)
        while waiting := [child for child in self._children if not child.done()]:
            await wait(waiting)
        await sleep(0)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None

    def _finished(self, task):
        if not task.cancelled() and task.exception() is not None:
            self._errors.append(task.exception())
            self._cancel_all()

    def _cancel_all(self):
        for child in self._children:
            child.cancel()


class _Waiting:
    """Futures of those who wait for something, first come first served."""

    def __init__(self):
        self._waiters = []

    def _wake(self, count=1):
        while self._waiters and count:
            waiter = self._waiters.pop(0)
            if not waiter.done():
                waiter.set_result(True)
                count -= 1

    async def _wait(self):
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
        except CancelledError:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            else:  # woken and cancelled at once: the next one may go
                self._wake()
            raise


class Event(_Waiting):
    _value = False

    def is_set(self):
        return self._value

    def set(self):
        self._value = True
        self._wake(len(self._waiters))

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait()
        return True


class Semaphore(_Waiting):
    def __init__(self, value=1):
        super().__init__()
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value == 0:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

    def release(self):
        if not self.locked():
            raise RuntimeError("Lock is not acquired.")
        super().release()


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = []
        self._getters, self._putters, self._joiners = _Waiting(), _Waiting(), Event()
        self._unfinished = 0
        self._joiners.set()

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._joiners.clear()
        self._getters._wake()

    async def get(self):
        while self.empty():
            await self._getters._wait()
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._joiners.set()

    async def join(self):
        await self._joiners.wait()

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.pop(0)


class LifoQueue(Queue):
    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _get(self):
        return self._items.pop(self._items.index(min(self._items)))

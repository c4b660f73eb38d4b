"""Coroutines that run beside each other, and those who wait for them."""

from asyncio.exceptions import CancelledError
from asyncio.futures import Future
from asyncio.queues import Queue
from asyncio.timeouts import timeout as _timeout

import _event_loop

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_tasks = set()


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._prepare(coro, name)
        self._running = _event_loop.start(coro, self, self._done, self._failed)

    @classmethod
    def _of_page(cls, running, coro):
        """The task of a coroutine that the page started: it tells of its failure itself."""
        task = cls.__new__(cls)
        task._prepare(coro, None)
        task._running = running
        task._retrieved = True
        _event_loop.follow(running, task._done, task._failed)
        return task

    def _prepare(self, coro, name):
        Future.__init__(self)
        Task._count += 1
        self._name = name or f"Task-{Task._count}"
        self._coroutine = coro
        self._cancelling = 0
        _tasks.add(self)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        self._cancel_arguments = () if msg is None else (msg,)
        _event_loop.cancel(self._running, CancelledError(*self._cancel_arguments))
        return True

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        self._cancelling = max(self._cancelling - 1, 0)
        if not self._cancelling:
            _event_loop.uncancel(self._running)
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
    return _event_loop.current(Task._of_page)


def all_tasks(loop=None):
    return set(_tasks)


def iscoroutine(obj):
    return _event_loop.is_coroutine(obj)


def iscoroutinefunction(func):
    code = getattr(func, "__code__", None)
    return code is not None and bool(code.co_flags & 128)


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
        elif not waiting[0] and outer._cancel_requested:
            outer.set_exception(CancelledError())
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
        self._cancel_requested = False

    def cancel(self, msg=None):
        cancelled = [child.cancel(msg) for child in self._children]
        self._cancel_requested = any(cancelled)
        return self._cancel_requested


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


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        future = ensure_future(fut)
        if not future.done():
            future.cancel()
            await wait([future])
            if future.cancelled():
                raise TimeoutError
        return future.result()
    async with _timeout(timeout):
        return await fut


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

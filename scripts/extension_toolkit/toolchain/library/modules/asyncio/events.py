"""The page's loop, as an object."""

from asyncio.futures import Future
from asyncio.tasks import create_task

import _event_loop


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
    """It cannot be stopped, and nothing can be run to its end."""

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


class Runner:
    """It starts coroutines, as `run` does: a page cannot wait for them."""

    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def run(self, coro, *, context=None):
        return create_task(coro)

    def get_loop(self):
        return _loop

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        pass

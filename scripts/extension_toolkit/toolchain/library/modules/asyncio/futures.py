"""A value that is there later."""

from asyncio.events import get_running_loop
from asyncio.exceptions import CancelledError, InvalidStateError

import _event_loop


class Future:
    def __init__(self, *, loop=None):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._cancel_arguments = ()
        self._callbacks = []
        self._signal, self._end = _event_loop.signal()
        self._retrieved = False

    def __await__(self):
        while self._state == "PENDING":
            try:
                yield self._signal
            except CancelledError as error:  # of the task that waits: it ends when this has
                if not self.cancel(*error.args):
                    raise
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
        return get_running_loop()

    def _finish(self, state, result, exception):
        if self.done():
            raise InvalidStateError(f"invalid state: {self._state}")
        self._state, self._result, self._exception = state, result, exception
        self._end()
        for callback in self._callbacks:
            _event_loop.call_soon(callback, self)
        self._callbacks = []


def isfuture(obj):
    return isinstance(obj, Future)

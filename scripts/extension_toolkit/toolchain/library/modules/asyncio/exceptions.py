"""What goes wrong with tasks and queues."""

TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class BrokenBarrierError(RuntimeError):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass

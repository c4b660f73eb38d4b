"""Those who wait for each other."""

from asyncio.exceptions import BrokenBarrierError, CancelledError
from asyncio.futures import Future


class Waiting:
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


class Event(Waiting):
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


class Semaphore(Waiting):
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


class Condition(Waiting):
    def __init__(self, lock=None):
        super().__init__()
        self._lock = Lock() if lock is None else lock
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def wait(self):
        self._check("wait")
        self.release()
        try:
            await self._wait()
        finally:
            await self._acquire_again()
        return True

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        self._check("notify")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def _check(self, what):
        if not self.locked():
            raise RuntimeError(f"cannot {what} on un-acquired lock")

    async def _acquire_again(self):
        """Who waited has the lock afterwards, also when cancelled meanwhile."""
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()


class Barrier(Waiting):
    broken = False

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        super().__init__()
        self.parties = parties

    @property
    def n_waiting(self):
        return len(self._waiters)

    async def wait(self):
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        place = len(self._waiters)
        if place + 1 < self.parties:
            await self._wait()
        else:
            self._wake(place)
        return place

    async def reset(self):
        for waiter in self._waiters:
            waiter.set_exception(BrokenBarrierError("Barrier aborted"))
        self._waiters.clear()

    async def abort(self):
        self.broken = True
        await self.reset()

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, trace):
        pass

"""Coroutines."""

from . import _loop as loop
from .errors import fail, frames


async def value(x):
    await loop.pause()
    return x


async def awaited():
    return await value(await value(1)), [x for x in await value([2, 3])], f"{await value(4)}"


async def two_at_once():
    """Coroutines that take turns keep their own variables."""
    log = []

    async def work(name):
        for step in range(3):
            log.append(f"{name}{step}")
            await loop.pause()
        return name

    return list(await loop.both(work("a"), work("b"))), log


async def frames_of_two_at_once():
    """Each goes on in its own frame, so tracebacks name its own lines."""

    async def first():
        await loop.pause()
        try:
            await loop.pause()
            fail(0)
        except IndexError as error:
            return frames(error)[-2:]

    async def second():
        try:
            await loop.pause()
            await loop.pause()
            return int("x")
        except ValueError as error:
            await loop.pause()
            return frames(error)[-1:]

    return list(await loop.both(first(), second()))


async def caught_after_waiting():
    async def broken():
        await loop.pause()
        raise KeyError("later")

    try:
        await broken()
    except KeyError as error:
        return repr(error), frames(error)[-1]


async def raised_again_after_waiting():
    """A bare `raise` means what was caught, whatever ran while it waited."""

    async def other():
        try:
            {}["other"]
        except KeyError:
            await loop.pause()

    async def work():
        try:
            int("x")
        except ValueError:
            await loop.pause()
            await loop.pause()
            raise

    async def guarded():
        try:
            await work()
        except ValueError as error:
            return type(error).__name__

    return list(await loop.both(guarded(), other()))


async def finally_after_waiting():
    log = []
    try:
        try:
            await loop.pause()
            fail(0)
        finally:
            await loop.pause()
            log.append("finally")
    except IndexError:
        log.append("caught")
    return log


async def managers():
    log = []

    class Manager:
        async def __aenter__(self):
            await loop.pause()
            return "in"

        async def __aexit__(self, kind, error, trace):
            await loop.pause()
            log.append(kind.__name__)
            return True

    async with Manager() as entered:
        log.append(entered)
        raise KeyError
    return log


async def iteration():
    async def numbers():
        for i in range(3):
            await loop.pause()
            yield i

    found = []
    async for i in numbers():
        found.append(i)
    return found


async def methods_and_closures():
    class Counter:
        total = 0

        async def add(self, n):
            old = self.total
            await loop.pause()
            self.total = old + n
            return self.total

    counter = Counter()
    return await counter.add(2), await counter.add(3), counter.total


async def comprehensions():
    """Those that wait give values, in order, also where there is nothing to wait for."""
    return (
        [await value(i) for i in range(3)],
        {await value(i): await value(-i) for i in range(2)},
        {await value(7)},
        [x for x in range(4) if await value(x % 2)],
        [[await value(j) for j in range(i)] for i in range(3)],
        [await value(i) for i in []],
        list(x for x in await value([1, 2])),
    )


async def comprehension_that_fails():
    try:
        return [await value(1 // i) for i in (1, 0)]
    except ZeroDivisionError as error:
        return [frame.split()[0] for frame in frames(error)[-1:]]  # CPython 3.11: in <listcomp>


CASES = [
    awaited, two_at_once, frames_of_two_at_once, caught_after_waiting, raised_again_after_waiting,
    finally_after_waiting, managers, iteration, methods_and_closures, comprehensions,
    comprehension_that_fails,
]  # fmt: skip

"""Coroutines."""

import contextlib

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


async def loops_left_early():
    """`break`, `continue` and `else` of `async for`, within other loops too."""
    log = []
    for round in range(2):
        async for i in numbers(4):
            if i == 0:
                continue
            if i == 2 and round:
                break
            for j in range(3):
                if j == 1:
                    break
            log.append((i, j))
        else:
            log.append("else")
            continue
        log.append("left")
    else:
        log.append("end")
    return log


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


async def numbers(count, log=None):
    for i in range(count):
        await loop.pause()
        if log is not None:
            log.append(i)
        yield i


async def comprehensions_over_the_asynchronous():
    """With `async for`, alone and mixed with what is plain, nested, and with `await` anywhere."""
    nothing = [x async for x in numbers(0)]
    return (
        [x async for x in numbers(3)],
        {x % 2 async for x in numbers(4)},
        {x: await value(x * x) async for x in numbers(3) if x if await value(True)},
        [x for x in range(4) if x % 2 async for _ in numbers(1)],
        [(x, y) async for x in numbers(3) if x for y in range(x) async for _ in numbers(y + 1)],
        [[y async for y in numbers(x)] async for x in numbers(3)],
        [[y async for y in numbers(x)] for x in range(3)],
        [x async for x in (numbers(2) if await value(1) else None)],
        [a + b async for a, (b, *_) in pairs()],
        [f() for f in [lambda: x async for x in numbers(2)]],
        {k: f() for k, f in {y: lambda: y for y in "ab" if await value(y)}.items()},
        nothing,
    )


async def pairs():
    yield 1, (2, 3)
    yield 4, [5]


async def asynchronous_generator_expressions():
    return (
        [x async for x in (y + 1 async for y in numbers(3) if y)],
        [x async for x in (await value(y) for y in range(3))],
        [x async for x in (y for y in range(3) if await value(y))],
        [x async for x in ((y, z) for y in range(2) async for z in numbers(y + 1))],
        [x async for x in (sorted([z async for z in numbers(y)]) for y in range(3))],
        [[x async for x in inner] for inner in ((y async for y in numbers(n)) for n in [2])],
        [x for x in [y for y in await value([1, 2])]],
        type(await value(x) for x in []).__name__,
        type(x async for x in numbers(1)).__name__,
    )


def made_in_a_plain_function(log):
    return (x async for x in numbers(3, log)), (await value(x) for x in "ab")


async def generator_expressions_are_lazy():
    """Nothing but the first iterable is evaluated before the first value is asked for."""
    log = []

    def source():
        log.append("source")
        return numbers(2, log)

    def number(x):
        log.append(f"number {x}")
        return x

    made = (number(x) async for x in source() for _ in number("never") or "ab")
    log.append("made")
    log.append(await anext(made))
    await made.aclose()
    log.append([x async for x in made])
    log.append(await anext(made, "end"))
    first, second = made_in_a_plain_function(log)
    return log, [x async for x in first], [x async for x in second], await anext(second, "end")


async def names_of_comprehensions():
    """What a comprehension binds is its own, also when it fails."""
    x = "outer"
    seen = [[x async for x in numbers(2)], {x: x async for x in numbers(1)}, x]
    made = (x async for x in numbers(2))
    seen += [[y async for y in made], x]
    for fails in ([1 // x async for x in numbers(1)] for _ in "a"), None:
        try:
            if fails:
                await anext(fails)
            else:
                [1 // x for x in range(1)]
        except ZeroDivisionError as error:
            seen += [type(error).__name__, x]
    try:
        [1 // y async for y in numbers(1)]
    except ZeroDivisionError:
        seen.append("y" in locals())
    made = [x async for z in numbers(1) if (walrus := z + 5)]
    return seen, made, walrus


async def comprehensions_that_fail():
    async def failing():
        yield 1
        raise KeyError("source")

    async def caught(awaitable):
        try:
            return await awaitable
        except Exception as error:
            return type(error).__name__, frames(error)[-1].split()[0]

    async def of_a_list():
        return [x async for x in failing()]

    async def of_a_generator():
        return [x async for x in (1 // y async for y in numbers(1))]

    async def not_asynchronous():
        return [x async for x in (1,)]

    async def made_of_the_wrong():
        return (x async for x in 5)

    return [
        await caught(work())
        for work in (of_a_list, of_a_generator, not_asynchronous, made_of_the_wrong)
    ]


async def comprehensions_at_once():
    """Those of coroutines that take turns keep their own names."""

    async def work(count):
        return [(count, x) async for x in numbers(count)]

    return await loop.both(work(2), work(3))


async def thrown_into_generators():
    found = []

    @contextlib.asynccontextmanager
    async def opened(name, again=False):
        try:
            yield name
        except ValueError as error:
            found.append(str(error))
            if again:
                yield "again"
        finally:
            found.append(name)

    async with opened("a"):
        raise ValueError("handled")
    try:
        async with opened("b"):
            raise KeyError("passes")
    except KeyError as error:
        found.append(str(error))
    generator = opened("c", again=True).gen
    found.append(await anext(generator))
    found.append(await generator.athrow(ValueError("goes on")))
    return found, [value async for value in generator], [value async for value in generator]


CASES = [
    awaited, two_at_once, frames_of_two_at_once, caught_after_waiting, raised_again_after_waiting,
    finally_after_waiting, managers, iteration, loops_left_early, methods_and_closures, comprehensions,
    comprehension_that_fails, comprehensions_over_the_asynchronous,
    asynchronous_generator_expressions, generator_expressions_are_lazy, names_of_comprehensions,
    comprehensions_that_fail, comprehensions_at_once,
    thrown_into_generators,
]  # fmt: skip

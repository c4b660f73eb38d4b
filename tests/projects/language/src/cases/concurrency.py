"""`asyncio`, on the page's own loop."""

import asyncio


async def value(x, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    return x


async def failing():
    await asyncio.sleep(0)
    raise KeyError("task")


async def gathered():
    results = await asyncio.gather(value(1, 3), value(2), failing(), return_exceptions=True)
    try:
        await asyncio.gather(value(1), failing())
    except KeyError as error:
        return [repr(result) for result in results], repr(error), await asyncio.gather()


async def tasks():
    task = asyncio.create_task(value(5), name="five")
    log = [
        task.done(),
        task.get_name(),
        asyncio.iscoroutine(value),
        isinstance(task, asyncio.Future),
    ]
    task.add_done_callback(lambda done: log.append(done.result()))
    log.append(await task)
    await asyncio.sleep(0)
    return log, task.done(), await task


async def awaited_twice():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 3)
    return await asyncio.gather(future, asyncio.shield(future)), future.result()


async def cancelled():
    log = []

    async def inner():
        try:
            await asyncio.Event().wait()
        finally:
            log.append("finally")

    async def outer():
        try:
            await inner()
        except asyncio.CancelledError:
            log.append("cancelled")
            raise

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    log.append(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        log.append("told")
    return log, task.cancelled(), task.cancel()


async def cancelled_before_it_began():
    log = []

    async def work():
        log.append("began")

    task = asyncio.create_task(work())
    task.cancel()
    await asyncio.wait([task])
    return log, task.cancelled()


async def timeouts():
    log = []
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except asyncio.TimeoutError:
        log.append("wait_for")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        log.append("timeout")
    async with asyncio.timeout(None):
        log.append(await asyncio.wait_for(value(1), None))
    return log


async def waited_for_the_first():
    slow, quick = asyncio.create_task(asyncio.Event().wait()), asyncio.create_task(value(1))
    done, pending = await asyncio.wait([slow, quick], return_when=asyncio.FIRST_COMPLETED)
    slow.cancel()
    return done == {quick}, pending == {slow}


async def completed_in_turn():
    return sorted([await next_one for next_one in asyncio.as_completed([value(1), value(2, 3)])])


async def events_and_locks():
    log, event, lock = [], asyncio.Event(), asyncio.Lock()

    async def work(name):
        await event.wait()
        async with lock:
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    work_of_both = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(0)
    event.set()
    await work_of_both
    return log, lock.locked(), event.is_set()


async def queues():
    queue, log = asyncio.Queue(maxsize=1), []

    async def produce():
        for number in range(3):
            await queue.put(number)
        await queue.join()
        log.append("joined")

    async def consume():
        for _ in range(3):
            log.append(await queue.get())
            queue.task_done()

    await asyncio.gather(produce(), consume())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        log.append("empty")
    return log


async def grouped():
    log = []
    async with asyncio.TaskGroup() as group:
        first, second = group.create_task(value(1)), group.create_task(value(2, 3))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(asyncio.Event().wait())
    except* KeyError as errors:
        log.append([repr(error) for error in errors.exceptions])
    return first.result(), second.result(), log


async def own_awaitables():
    class Twice:
        def __await__(self):
            first = yield from asyncio.ensure_future(value(1)).__await__()
            return first + 1

    class Wrapped:
        def __init__(self, coroutine):
            self.coroutine = coroutine

        def __await__(self):
            return self.coroutine.__await__()

    class Sum:
        def __await__(self):
            first = yield from value(1, 2).__await__()
            try:
                yield from failing().__await__()
            except KeyError as error:
                return first, repr(error), (yield from value(4).__await__())

    failed = await asyncio.gather(Wrapped(failing()), return_exceptions=True)
    return await Twice(), await Wrapped(value(3)), await Sum(), repr(failed)


async def ticks(log):
    try:
        for number in range(3):
            await asyncio.sleep(0)
            yield number
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append("ticks cancelled")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("ticks ended")


class Waiter:
    def __init__(self, log):
        self.log = log

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            await asyncio.Event().wait()
        finally:
            self.log.append("__anext__ ended")


async def cancelled_while_it_iterates():
    """Cancelling reaches what `async for` waits in, in a statement and in a comprehension."""
    log = []

    async def loops():
        async for number in ticks(log):
            log.append(number)

    async def list_of_ticks():
        log.append([number async for number in ticks(log)])

    async def expression():
        async for number in (await value(n) async for n in ticks(log)):
            log.append(number)

    async def own_iterator():
        async for _ in Waiter(log):
            pass

    async def sends():
        generator = ticks(log)
        while True:
            log.append(await generator.asend(None))

    for work in loops, list_of_ticks, expression, own_iterator, sends:
        log.append(work.__name__)
        task = asyncio.create_task(work())
        await value(None, turns=200)
        task.cancel()
        await asyncio.wait([task])
        log.append(task.cancelled())
    return log


async def task_of_what_waits():
    """Whatever a coroutine waits for, it is still in its task afterwards."""

    async def work():
        mine, same = asyncio.current_task(), []
        async for _ in (number async for number in ticks([])):
            same.append(asyncio.current_task() is mine)
            if len(same) == 3:
                break
        same.append([x async for x in ticks_of_tasks() if asyncio.current_task() is mine])
        same += [asyncio.current_task() is mine for _ in [await value(1)]]
        same += [[await value(x) for x in "ab"], asyncio.current_task() is mine]
        return same

    async def ticks_of_tasks():
        await asyncio.sleep(0)
        yield asyncio.current_task().get_name()

    return await asyncio.create_task(work(), name="work")


async def ended(task):
    await asyncio.wait([task])
    return task.cancelled()


async def waits(log, name):
    try:
        await asyncio.Event().wait()
    finally:
        log.append(name)


async def cancelled_with_what_it_waits_for():
    """Cancelling goes on to what a task waits for, unless that is shielded."""
    log = []
    inner, shielded = [asyncio.create_task(waits(log, name)) for name in ("inner", "shielded")]

    async def own_awaitable():
        class Own:
            def __await__(self):
                try:
                    yield from asyncio.ensure_future(value(1)).__await__()
                    log.append(asyncio.current_task() is task)
                    yield from asyncio.get_running_loop().create_future()
                finally:
                    log.append("__await__")

        await Own()

    async def stubborn():
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return "went on"

    async def outlives():
        log.append(await asyncio.create_task(stubborn()))

    for work in (
        asyncio.wait_for(waits(log, "wait_for"), None),
        asyncio.gather(waits(log, "gathered"), return_exceptions=True),
        asyncio.wait_for(inner, None),
        asyncio.wait_for(asyncio.shield(shielded), None),
        own_awaitable(),
        outlives(),
    ):
        task = asyncio.ensure_future(work)
        await value(None, turns=100)
        task.cancel()
        log.append(await ended(task))
    log += [inner.cancelled(), shielded.done(), shielded.cancel(), await ended(shielded)]
    return log


async def groups_cancelled():
    """A child that fails ends the block, and who cancels the task cancels the children."""
    log = []

    async def fails():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(failing())
                await waits(log, "block")
        except* KeyError as errors:
            log.append(len(errors.exceptions))
        await asyncio.sleep(0)
        log.append(asyncio.current_task().cancelling())

    async def raises():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(waits(log, "child"))
                await asyncio.sleep(0)
                raise ValueError
        except* ValueError:
            log.append("raised")

    async def waits_for_children():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits(log, "child"))

    async def in_the_block():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits(log, "child"))
            await waits(log, "block")

    await asyncio.create_task(fails())
    await asyncio.create_task(raises())
    for work in waits_for_children, in_the_block:
        task = asyncio.create_task(work())
        await value(None, turns=100)
        task.cancel()
        log.append(await ended(task))
    return log


async def timeouts_in_each_other():
    """A time that is over ends its own block; the task is not cancelled afterwards."""
    log = []
    try:
        async with asyncio.timeout(None):
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.Event().wait()
            except TimeoutError:
                log.append(inner.expired())
            await asyncio.sleep(0)
            raise KeyError
    except KeyError:
        log.append("went on")
    try:
        await asyncio.wait_for(waits(log, "late"), 0.01)
    except TimeoutError:
        log.append(asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(None) as later:
            later.reschedule(asyncio.get_running_loop().time() + 0.01)
            await asyncio.Event().wait()
    except TimeoutError:
        log.append(later.when() is None)
    try:
        asyncio.timeout(None).reschedule(1)
    except RuntimeError as error:
        log.append(str(error))
    return log


async def conditions():
    """Who waits gives the lock away, and has it again before it goes on or ends."""
    log, stock, changed = [], [], asyncio.Condition()

    async def take(name, count):
        async with changed:
            await changed.wait_for(lambda: len(stock) >= count)
            log.append((name, [stock.pop(0) for _ in range(count)], changed.locked()))

    async def put(*items):
        async with changed:
            stock.extend(items)
            changed.notify_all()
        await asyncio.sleep(0.01)

    async def wait():
        async with changed:
            try:
                await changed.wait()
            finally:
                log.append(changed.locked())

    takers = [asyncio.create_task(take("a", 2)), asyncio.create_task(take("b", 1))]
    await asyncio.sleep(0)
    await put(1)
    await put(2, 3)
    await asyncio.gather(*takers)
    first, second = asyncio.create_task(wait()), asyncio.create_task(wait())
    await asyncio.sleep(0)
    async with changed:
        changed.notify()
        second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    log.append((first.cancelled(), second.cancelled(), changed.locked()))
    for work in (changed.notify, changed.notify_all):
        try:
            work()
        except RuntimeError as error:
            log.append(str(error))
    try:
        await changed.wait()
    except RuntimeError as error:
        log.append(str(error))
    return log


async def barriers():
    found = []
    barrier = asyncio.Barrier(3)

    async def come(name):
        try:
            place = await barrier.wait()
            found.append((name, place, barrier.broken))
        except asyncio.BrokenBarrierError as error:
            found.append((name, type(error).__name__))
        return name

    for _ in range(2):
        found.append(await asyncio.gather(come("a"), come("b"), come("c")))
    waiting = [asyncio.create_task(come(name)) for name in "de"]
    await asyncio.sleep(0)
    found.append((barrier.n_waiting, barrier.parties))
    waiting[0].cancel()
    await asyncio.sleep(0)
    found.append(barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*waiting, return_exceptions=True)
    async with asyncio.Barrier(1) as place:
        found.append(place)
    await barrier.abort()
    await come("f")
    try:
        asyncio.Barrier(0)
    except ValueError:
        found.append("none")
    return sorted(map(repr, found))


CASES = [
    gathered, tasks, awaited_twice, cancelled, cancelled_before_it_began, timeouts,
    waited_for_the_first, completed_in_turn, events_and_locks, queues, grouped, own_awaitables,
    cancelled_while_it_iterates, task_of_what_waits,
    cancelled_with_what_it_waits_for, groups_cancelled, timeouts_in_each_other,
    conditions,
    barriers,
]  # fmt: skip

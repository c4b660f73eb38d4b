"""`await`: 1000 times, a coroutine."""


async def step(n):
    return n + 1


async def run():
    total = 0
    for _ in range(1000):
        total = await step(total)
    return total

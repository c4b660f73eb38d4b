"""`await`: 1000 promises of JavaScript's, one after another."""


async def run():
    promise = window.Promise.resolve(1)
    total = 0
    for _ in range(1000):
        total += await promise
    return total

"""Show what every case gives, here in the page."""

from cases import CASES, loop


async def show() -> None:
    for name, case in CASES.items():
        value = case()
        if loop.is_coroutine(value):
            value = await value
        print(f"{name}\t{value!r}")


loop.start(show())

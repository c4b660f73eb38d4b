"""Show what every case gives, here in the page."""

from cases import CASES, loop


async def show() -> None:
    for name, case in CASES.items():
        try:
            value = case()
            if loop.is_coroutine(value):
                value = await value
            print(f"{name}\t{value!r}")
        except Exception as error:
            print(f"{name}\traised {loop.traceback(error)!r}")


loop.start(show())

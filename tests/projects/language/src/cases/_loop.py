"""The CPython twin of `_loop.js`."""

import asyncio
import inspect
import traceback as library

language = "Python"
is_coroutine = inspect.iscoroutine
start = asyncio.run


async def pause():
    await asyncio.sleep(0)


async def both(first, second):
    return await asyncio.gather(first, second)


def traceback(error):
    return "".join(library.format_exception(error))

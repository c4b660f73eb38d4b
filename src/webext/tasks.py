"""Coroutines started from code that is not one, such as the handler of a click."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


from . import _page


def spawn(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Start a coroutine and go on; what it raises is shown in the console as a traceback.

    Args:
        coroutine: What an `async def` function returned.

    Raises:
        TypeError: It is the function itself.
    """
    if callable(coroutine):
        raise TypeError(f"spawn() takes what the function returns: call it, {coroutine!r}")
    _page.report(_page.start(coroutine))

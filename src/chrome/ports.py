"""`chrome.runtime.connect` and `chrome.tabs.connect`; bundled for those who use them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


from webext import _ports
from webext.ports import Port


async def connect(path: str, args: tuple[Any, ...]) -> Port:
    """Return a port, once the background listens.

    Args:
        path: The method's name, such as `runtime.connect`.
        args: Chrome's arguments.
    """
    return Port(await _ports.connect(path, list(args)))

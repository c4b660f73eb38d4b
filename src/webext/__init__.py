"""Python in the pages of a Chrome extension: messages between them, and the world around.

on_message      answer messages in the background
spawn           start a coroutine from code that is not one
env             the PUBLIC_… variables of the environment files
"""

from __future__ import annotations

from .errors import BackgroundError, DeadlineError, RemoteError
from .tasks import spawn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .messages import on_message

BUNDLED_WHEN_NAMED = {
    "webext.messages": ("on_message", "on_connect"),
    "webext.senders": ("senders",),
}

__all__ = ["BackgroundError", "DeadlineError", "RemoteError", "on_message", "spawn"]


def __getattr__(name: str) -> Any:
    """Import what answers messages when it is asked for; most pages only send some."""
    if name != "on_message":
        raise AttributeError(f"module 'webext' has no attribute {name!r}")
    from .messages import on_message

    return on_message

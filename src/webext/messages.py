"""Messages to the background: which handler answers, and who may ask.

Every message of a page reaches the background through the service worker. A handler says which
ones it takes by the fields that they hold.
"""

from __future__ import annotations

from . import _page
from .errors import BackgroundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Message = Any
    Sender = dict[str, Any]
    Handler = Callable[[Message, Sender], Any]

_handlers: list[tuple[dict[str, object], Handler]] = []


def on_message(**fields: object) -> Callable[[Handler], Handler]:
    """Register a handler for messages that hold these fields.

    The first handler that fits answers. Only the extension's own pages are heard: not content
    scripts, web pages or other extensions.

    Args:
        **fields: Names and values that a message has to hold; none fits every message.

    Returns:
        A decorator for a function, `async` or not, of the message and of Chrome's
        `runtime.MessageSender`, both as Python values. What it returns is the answer; what it
        raises is raised at the sender, as `RemoteError`.

    Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onMessage
    """

    def register(handler: Handler) -> Handler:
        if not _handlers:
            _page.answer_messages(dispatch)
        _handlers.append((fields, handler))
        return handler

    return register


async def dispatch(message: Message, sender: Sender) -> Any:
    """Return what the handler for this message returns.

    Args:
        message: As sent, in Python values.
        sender: Chrome's description of who sent it.

    Raises:
        BackgroundError: The sender may not ask, or no handler takes the message.
    """
    if not is_own_page(sender):
        raise BackgroundError(
            f"message refused: {sender.get('origin') or sender.get('url')} is no page of this "
            "extension"
        )
    for fields, handler in _handlers:
        if not fields or (isinstance(message, dict) and _holds(message, fields)):
            answer = handler(message, sender)
            return await answer if is_awaitable(answer) else answer
    known = ", ".join(_describe(fields) for fields, _ in _handlers)
    names = sorted(message) if isinstance(message, dict) else type(message).__name__
    raise BackgroundError(
        f"no handler takes a message with {names}; those in src/background/ take: {known}"
    )


def is_own_page(sender: Sender) -> bool:
    """Return whether a sender is a page of this extension, and not a content script.

    A content script has the extension's id, but the origin of the page it was put into.
    """
    origin = sender.get("origin")
    return origin == f"chrome-extension://{sender.get('id')}" and not sender.get("frameId")


def is_awaitable(value: object) -> bool:
    """Return whether to wait for a value. Brython's coroutines have only `send`."""
    return hasattr(value, "__await__") or hasattr(value, "send")


def _holds(message: dict[str, object], fields: dict[str, object]) -> bool:
    return all(name in message and message[name] == value for name, value in fields.items())


def _describe(fields: dict[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {value!r}" for name, value in fields.items()) + "}"

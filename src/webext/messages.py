"""Messages: which handler answers, and who may ask.

Every message of a page reaches the background through the service worker; the background's own
messages reach the open pages and, with `chrome.tabs.sendMessage`, the content scripts of a tab. A
handler says which ones it takes by the fields that they hold, or by a function.
"""

from __future__ import annotations

from . import _page
from .refusals import warn_of_refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Message = Any
    Sender = dict[str, Any]
    Function = Callable[[Message, Any], Any]  # of a dict, or of Chrome's MessageSender
    Decorated = TypeVar("Decorated", bound=Function)
    Predicate = Callable[[Message], object]


PAGES = "pages"

# (function, fields, when, senders, once), as `on_message` has them
_handlers: list[tuple[Function, dict[str, object], Predicate | None, tuple[str, ...], bool]] = []


def on_message(
    *,
    when: Predicate | None = None,
    senders: str | tuple[str, ...] = PAGES,
    once: bool = False,
    **fields: object,
) -> Callable[[Decorated], Decorated]:
    """Register a handler for messages that hold these fields.

    The first handler that fits and that the sender may ask answers.

    Args:
        when: Takes a message and returns whether the handler takes it, besides the fields. What
            it raises is shown in the console, and other handlers are asked; where none takes the
            message, it is raised at the sender.
        senders: Who may ask, written out, since the manifest follows from it: `"pages"`, the
            extension's own; `"content_scripts"`; `"extensions"` or the id of one; web pages as
            `"https://example.com/*"`; or a tuple of these.
        once: Never run twice for one message. Otherwise a message is handled again when the
            background was closed before its answer arrived.
        **fields: Names and values that a message has to hold; none fits every message.

    Returns:
        A decorator for a function, `async` or not, of the message and of Chrome's
        `runtime.MessageSender`, both as Python values. What it returns is the answer; what it
        raises is raised at the sender, as `RemoteError`.

    Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onMessage
    """
    allowed = (senders,) if isinstance(senders, str) else tuple(senders)

    def register(function: Decorated) -> Decorated:
        if not _handlers:
            _page.answer_messages(taker_of, dispatch)
        _handlers.append((function, fields, when, allowed, once))
        return function

    return register


def taker_of(message: Message, sender: Sender) -> object:
    """Return the function that takes a message of this sender, or what is as good; else None."""
    function, _, raised = _handler_for(message, sender)
    return function or raised or None


async def dispatch(message: Message, sender: Sender, repeated: bool = False) -> Any:
    """Return what the handler for this message returns, or the error that there is none.

    Args:
        message: As sent, in Python values.
        sender: Chrome's description of who sent it.
        repeated: Whether it was sent before, and may have been handled then.

    Returns:
        As the sender is told it: `{"$error": …}` if the sender may not ask, no handler takes the
        message, or it must not be handled twice.

    Raises:
        Exception: What the handler raised; or a predicate, where no handler takes the message.
    """
    function, once, raised = _handler_for(message, sender)
    if function is None:
        if raised:
            raise raised[0]
        warn_of_refusal(_reason(message, sender), sender)
        return _error(_refusal(message, sender))
    for error in raised:
        _page.report_error(error)
    if repeated and once:
        return _error(
            "the answer was lost; whether the message was handled is not known, and it is to be "
            "handled once at the most"
        )
    answer = function(message, sender)
    return await answer if is_awaitable(answer) else answer


def may_ask(sender: Sender, allowed: tuple[str, ...]) -> bool:
    """Return whether a sender is one of those allowed.

    Args:
        sender: Chrome's description of it.
        allowed: As in `on_message`.
    """
    own_id = _page.extension_id()
    if sender.get("id") == own_id and sender.get("origin") == f"chrome-extension://{own_id}":
        return PAGES in allowed and not sender.get("frameId")  # a frame may be in a web page
    if allowed == (PAGES,):
        return False
    from .senders import is_other_allowed

    return is_other_allowed(sender, allowed, own_id)


def is_awaitable(value: object) -> bool:
    """Return whether to wait for a value. Brython's coroutines have only `send`."""
    return hasattr(value, "__await__") or hasattr(value, "send")


def _handler_for(message: Message, sender: Sender) -> tuple[Function | None, bool, list[Exception]]:
    """The handler that takes a message, whether it may run but once, and what predicates raised."""
    raised: list[Exception] = []
    for function, fields, when, senders, once in _handlers:
        try:
            # The sender first: predicates are not for the eyes of strangers.
            if may_ask(sender, senders) and _holds(message, fields) and (not when or when(message)):
                return function, once, raised
        except Exception as error:
            raised.append(error)
    return None, False, raised


def _holds(message: Message, fields: dict[str, object]) -> bool:
    return not fields or (
        isinstance(message, dict)
        and all(name in message and message[name] == value for name, value in fields.items())
    )


def _error(text: str) -> dict[str, object]:
    return {"$error": {"type": "BackgroundError", "message": text, "traceback": None}}


def _reason(message: Message, sender: Sender) -> str:
    """What to say in the console: of values only those that handlers look for."""
    if not isinstance(message, dict):
        return f"no handler takes a message that is a {type(message).__name__}"
    known: set[str] = set()
    why = "no handler takes it"
    for _, fields, _, senders, _ in _handlers:
        known.update(fields)
        if fields and _holds(message, fields) and not may_ask(sender, senders):
            why = "its handler does not name this sender in senders="
    kind = [f"{name}: {value!r:.40}" if name in known else name for name, value in message.items()]
    return f"message {{{', '.join(kind)}}}, {why}"


def _refusal(message: Message, sender: Sender) -> str:
    """What to say to a sender whom nobody answers; strangers do not learn what there is."""
    if not may_ask(sender, (PAGES,)):
        who = sender.get("origin") or sender.get("url")
        return f"message refused: no handler takes it from {who}"
    known = ", ".join(_describe(fields, when) for _, fields, when, _, _ in _handlers)
    names = sorted(message) if isinstance(message, dict) else type(message).__name__
    return f"no handler takes a message with {names}; those in src/background/ take: {known}"


def _describe(fields: dict[str, object], when: Predicate | None) -> str:
    text = "{" + ", ".join(f"{name}: {value!r}" for name, value in fields.items()) + "}"
    return f"{text} when {when.__name__}" if when else text

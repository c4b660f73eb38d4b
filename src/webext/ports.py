"""Ports: connections over which both ends send messages for as long as they last.

from webext.ports import on_connect


@on_connect(name="clock")
def tell_time(port):
    port.postMessage({"time": 12})

A port connects a page or a content script with the background page directly. It outlives the
service worker, and ends when one of the two ends closes; the other is told by `onDisconnect`. Ports
of other extensions and web pages, and those that the background opens to tabs and native programs,
go through the service worker, which stays awake for them.

Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#type-Port
"""

from __future__ import annotations

from . import _ports
from .messages import PAGES, may_ask
from .refusals import warn_of_refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Opened = Callable[["Port"], Any]
    Decorated = TypeVar("Decorated", bound=Opened)


class Port:
    """One end of a connection, with Chrome's names.

    Attributes:
        name: What `connect` was given as `name`.
        sender: Who connected, as Chrome's `runtime.MessageSender`; None at the end that did.
        onMessage: Calls its listeners with each message and the port.
        onDisconnect: Calls its listeners with the port when the other end is gone.
    """

    def __init__(self, native: Any) -> None:
        self._native = native
        self.name, self.sender = _ports.about(native)
        self.onMessage = PortEvent(self, "onMessage")
        self.onDisconnect = PortEvent(self, "onDisconnect")

    def postMessage(self, message: Any) -> None:
        """Send a message.

        Args:
            message: Made of dicts, lists, strings, numbers, booleans and None.

        Raises:
            Exception: The port is disconnected; the text is Chrome's.
        """
        _ports.post(self._native, message)

    @property
    def error(self) -> str | None:
        """Why the port ended, in Chrome's words; None if the other end just closed."""
        return _ports.error(self._native)

    def disconnect(self) -> None:
        """End the connection; listeners at this end are not called."""
        _ports.disconnect(self._native)


class PortEvent:
    """An event of a port."""

    def __init__(self, port: Port, name: str) -> None:
        self._listeners: list[Callable[..., Any]] = []
        _ports.listen(port._native, name, self._listeners, port)

    def addListener(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """Call a function, `async` or not, at every event. Serves as a decorator too."""
        if callback not in self._listeners:
            self._listeners.append(callback)
        return callback

    def removeListener(self, callback: Callable[..., Any]) -> None:
        """Call a function no more; nothing happens when it is no listener."""
        if callback in self._listeners:
            self._listeners.remove(callback)

    def hasListener(self, callback: Callable[..., Any]) -> bool:
        """Return whether a function is a listener."""
        return callback in self._listeners


_openings: list[tuple[str | None, tuple[str, ...], Opened]] = []


def on_connect(
    name: str | None = None, *, senders: str | tuple[str, ...] = PAGES
) -> Callable[[Decorated], Decorated]:
    """Register a function for ports that are opened to this page.

    It is called at once, and adds its listeners before it waits for anything.

    Args:
        name: The port's name; None for any.
        senders: Who may connect, written out, as in `on_message`. A port of anybody else is
            closed.

    Returns:
        A decorator for a function, `async` or not, of the `Port`.
    """
    allowed = (senders,) if isinstance(senders, str) else tuple(senders)

    def register(opened: Decorated) -> Decorated:
        if not _openings:
            _ports.accept(_opened)
        _openings.append((name, allowed, opened))
        return opened

    return register


def _opened(native: Any) -> Any:
    """Hand a port to the first function that takes it; what that returns is for who awaits it."""
    port = Port(native)
    for name, allowed, opened in _openings:
        if name in (None, port.name) and may_ask(port.sender or {}, allowed):
            return opened(port)
    warn_of_refusal(f"no @on_connect takes the port {port.name!r}", port.sender or {})
    port.disconnect()
    return None

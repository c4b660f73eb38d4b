"""Ports: two ends in one process, each of which hears what the other sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .context import Context, current
from .namespace import NotFakedError, RefusedError
from .values import copied

if TYPE_CHECKING:
    from .chrome import FakeChrome


class FakePort:
    """One end, in the form that `webext._ports` has on CPython.

    Args:
        chrome: The whole that it belongs to.
        context: Where this end is.
        name: The port's name.
        sender: Who opened it, at the end that did not.
    """

    other: FakePort

    def __init__(
        self, chrome: FakeChrome, context: Context, name: str, sender: dict[str, Any] | None
    ) -> None:
        self._chrome = chrome
        self._context = context
        self._open = True
        self.name = name
        self.sender = sender
        self.listeners: dict[str, list[Any]] = {}

    def post(self, message: Any) -> None:
        if not self._open:
            raise RefusedError("Attempting to use a disconnected port object")
        self.other._hear("onMessage", copied(message, "the message"))

    def disconnect(self) -> None:
        if self._open:
            self._open = self.other._open = False
            self.other._hear("onDisconnect")

    def _hear(self, event: str, *args: Any) -> None:
        """Call the listeners of then: they are added while the message is on its way."""

        def deliver() -> None:
            for callback in list(self.listeners.get(event, [])):
                self._chrome.events.start_listener(callback, args)

        with self._context.entered():
            self._chrome.events.start_listener(deliver, ())


async def connect(chrome: FakeChrome, path: str, args: list[Any]) -> FakePort:
    """Return the caller's end of a port to the background."""
    from webext import ports

    if path != "runtime.connect":
        raise NotFakedError("the fake chrome has no content scripts that a port could reach")
    named = chrome.arguments.bind(path, args)
    here = current() or chrome.background
    if here.kind == "background" or not ports._openings:
        raise RefusedError("Could not establish connection. Receiving end does not exist.")
    name = named.get("connectInfo", {}).get("name", "")
    near = FakePort(chrome, here, name, None)
    far = FakePort(chrome, chrome.background, name, here.sender)
    near.other, far.other = far, near
    with chrome.background.entered():
        chrome.events.start_listener(ports._opened, [far])
    return near

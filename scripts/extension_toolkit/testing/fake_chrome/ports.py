"""Ports: two ends in one process, each of which hears what the other sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .context import Context, current
from .delivery import NOBODY, scripts_in, sender_to_tabs
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

    Attributes:
        error: Why it ended, if there is more to it than that the other end closed.
        python: The `Port` of this end, which its listeners get.
    """

    def __init__(
        self, chrome: FakeChrome, context: Context, name: str, sender: dict[str, Any] | None
    ) -> None:
        self._chrome = chrome
        self._context = context
        self._other: FakePort | None = None
        self.name = name
        self.sender = sender
        self.error: str | None = None
        self.listeners: dict[str, list[Any]] = {}
        self.python: Any = None

    def join(self, other: FakePort) -> None:
        self._other, other._other = other, self
        self._chrome.ports += [self, other]

    def post(self, message: Any) -> None:
        if self._other is None:
            raise RefusedError("Attempting to use a disconnected port object")
        self._other._hear("onMessage", copied(message, "the message"))

    def disconnect(self) -> None:
        if other := self._other:
            self._other = other._other = None
            other._hear("onDisconnect")

    def fail(self, error: str) -> None:
        """Tell this end that there is no other."""
        self.error = error
        self._hear("onDisconnect")

    def is_in(self, tab_id: int) -> bool:
        """Return whether this end is in a tab."""
        tab: dict[str, Any] = self._context.sender.get("tab", {})
        return tab.get("id") == tab_id

    def _hear(self, event: str, *args: Any) -> None:
        """Call the listeners of then: they are added while the message is on its way."""

        def deliver() -> None:
            for callback in list(self.listeners.get(event, [])):
                self._chrome.events.start_listener(callback, (*args, self.python))

        with self._context.entered():
            self._chrome.events.start_listener(deliver, ())


async def connect(chrome: FakeChrome, path: str, args: list[Any]) -> FakePort:
    """Return the caller's end of a port."""
    from webext import ports

    args, named = chrome.admit(path, args)
    here = current() or chrome.background
    name = named.get("connectInfo", {}).get("name", "")
    near = FakePort(chrome, here, name, None)
    if path in chrome.answers:
        far = FakePort(chrome, here, name, None)
        near.join(far)
        chrome.events.start_listener(chrome.answers[path], [ports.Port(far)])
        return near
    places, sender = _other_end(chrome, path, named, here)
    if len(places) > 1:
        raise NotFakedError(f"{len(places)} places listen; the fake chrome connects to one of them")
    if places:
        far = FakePort(chrome, places[0], name, sender)
        near.join(far)
        with places[0].entered():
            chrome.events.start_listener(ports._opened, [far])
    else:
        near.fail(NOBODY)
    return near


def _other_end(
    chrome: FakeChrome, path: str, named: dict[str, Any], here: Context
) -> tuple[list[Context], dict[str, Any]]:
    """The places that a port could reach, and as whose."""
    from webext import ports

    openings: Any = ports._openings
    if path == "tabs.connect":
        info = named.get("connectInfo", {})
        if "documentId" in info:
            raise NotFakedError("the fake chrome knows no documents; give a frameId")
        places = scripts_in(chrome, openings, named["tabId"], info.get("frameId"))
        return places, sender_to_tabs(chrome)
    if path == "runtime.connect" and named.get("extensionId", chrome.id) == chrome.id:
        if here.kind == "background":
            return openings.places("page"), here.sender
        return [chrome.background], here.sender
    raise NotFakedError(
        f"the fake chrome has nobody whom chrome.{path} could reach. Say who takes the port: "
        f'fake_chrome.answer("{path}", function_of_the_port)'
    )

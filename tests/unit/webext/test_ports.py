"""Who may open a port, and which function gets it."""

from __future__ import annotations

from typing import Any

import pytest

from webext import _page, ports, refusals
from webext.ports import on_connect

ORIGIN = f"chrome-extension://{_page.extension_id()}"
POPUP = {"id": _page.extension_id(), "origin": ORIGIN}
WEBSITE = {"origin": "https://a.com", "url": "https://a.com/x"}
EXTENSION = {"id": "p" * 32, "origin": f"chrome-extension://{'p' * 32}"}
CONTENT = {"id": _page.extension_id(), "origin": "https://a.com", "tab": {"id": 1}}


class NativePort:
    def __init__(self, name: str, sender: dict[str, Any]) -> None:
        self.name = name
        self.sender = sender
        self.listeners: dict[str, list[Any]] = {}
        self.posted: list[Any] = []
        self.is_open = True

    def post(self, message: Any) -> None:
        self.posted.append(message)

    def disconnect(self) -> None:
        self.is_open = False


@pytest.fixture(autouse=True)
def _no_openings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_openings", [])
    monkeypatch.setattr(refusals, "_told", {})


def test_port() -> None:
    """The function gets a port with name, sender and events, and can answer on it."""
    received: list[Any] = []

    @on_connect(name="a")
    def opened(port: ports.Port) -> None:
        assert (port.name, port.sender) == ("a", POPUP)
        port.onMessage.addListener(received.append)
        port.onMessage.addListener(received.append)
        port.postMessage({"hello": 1})

    native = NativePort("a", POPUP)
    ports._opened(native)
    assert native.posted == [{"hello": 1}]
    assert native.listeners == {"onMessage": [received.append], "onDisconnect": []}
    assert native.is_open


@pytest.mark.parametrize(
    ("name", "sender", "expected"),
    [
        ("a", POPUP, "pages"),
        ("a", CONTENT, "scripts"),
        ("a", WEBSITE, "outside"),
        ("a", EXTENSION, "outside"),
        ("b", POPUP, None),
        ("a", {}, None),
    ],
)
def test_who_gets_a_port(name: str, sender: dict[str, Any], expected: str | None) -> None:
    """The first function for the name and the sender gets it; a port of anybody else is closed."""
    on_connect(name="a")(lambda port: "pages")
    on_connect(senders="content_scripts")(lambda port: "scripts")
    on_connect(senders=("extensions", "https://a.com/*"))(lambda port: "outside")
    native = NativePort(name, sender)
    assert ports._opened(native) == expected
    assert native.is_open == (expected is not None)


def test_refused_ports_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The console says once whose port was closed."""
    for _ in range(2):
        ports._opened(NativePort("hidden", WEBSITE))
    told = "refused from https://a.com: no @on_connect takes the port 'hidden'\n"
    assert capsys.readouterr().err == told


def test_listeners() -> None:
    """Listeners come and go."""
    port = ports.Port(NativePort("a", POPUP))
    port.onMessage.addListener(print)
    assert port.onMessage.hasListener(print)
    port.onMessage.removeListener(print)
    port.onMessage.removeListener(print)
    assert not port.onMessage.hasListener(print)

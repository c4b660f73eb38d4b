"""The CPython twin of `_ports.js`: a port there is what a test passes in."""

from __future__ import annotations

from typing import Any


def about(port: Any) -> tuple[str, dict[str, Any] | None]:
    return port.name, port.sender


def post(port: Any, message: Any) -> None:
    port.post(message)


def error(port: Any) -> str | None:
    found: str | None = port.error
    return found


def disconnect(port: Any) -> None:
    port.disconnect()


def listen(port: Any, event: str, callbacks: list[Any], python_port: Any) -> None:
    port.listeners[event] = callbacks
    port.python = python_port


def accept(opened: Any) -> None:
    """Tests call it themselves."""


def connect(path: str, args: list[Any]) -> Any:
    raise RuntimeError(f"chrome.{path} needs a page of an extension, and this is CPython")

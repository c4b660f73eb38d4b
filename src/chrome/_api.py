"""The CPython twin of `_api.js`, so that what uses `chrome` can be imported and tested.

Listeners are kept for the fake `chrome` of tests, which takes the place of the other functions.
"""

from __future__ import annotations

from typing import Any

# The event's name, what else `addListener` was given, and the function.
listeners: list[tuple[str, list[Any], Any]] = []


def value(path: str) -> Any:
    return None


def call(path: str, args: list[Any], timeout: float | None) -> Any:
    raise RuntimeError(
        f"chrome.{path} needs a page of an extension, and this is CPython; tests have the fixture "
        "fake_chrome"
    )


send = call


def add_listener(path: str, callback: Any, filters: list[Any]) -> str | None:
    if (path, filters, callback) not in listeners:
        listeners.append((path, filters, callback))
    return None


def remove_listener(path: str, callback: Any) -> None:
    listeners[:] = [entry for entry in listeners if (entry[0], entry[2]) != (path, callback)]


def has_listener(path: str, callback: Any) -> bool:
    return any(entry[0] == path and callback in (None, entry[2]) for entry in listeners)

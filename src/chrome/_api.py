"""The CPython twin of `_api.js`, so that what uses `chrome` can be imported and tested."""

from __future__ import annotations

from typing import Any


def value(path: str) -> Any:
    return None


def call(path: str, args: list[Any], timeout: float | None) -> Any:
    raise RuntimeError(f"chrome.{path} needs a page of an extension, and this is CPython")


send = call


def add_listener(path: str, callback: Any, filters: list[Any]) -> str | None:
    """Tests call the listeners themselves."""
    return None


def remove_listener(path: str, callback: Any) -> None: ...


def has_listener(path: str, callback: Any) -> bool:
    return False

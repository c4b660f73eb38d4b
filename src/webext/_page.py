"""The CPython twin of `_page.js`, so that what needs no browser can be imported and tested."""

from __future__ import annotations

import base64
import sys
from typing import Any

EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop"


def is_background() -> bool:
    return False


def extension_id() -> str:
    return EXTENSION_ID


def log_warning(text: str) -> None:
    print(text, file=sys.stderr)


def answer_messages(taker_of: Any, dispatch: Any) -> None:
    """Tests call `messages.dispatch` themselves."""


def decode_base64(text: str) -> str:
    """Return the text in a base64 string of either alphabet, with or without padding."""
    text = text.rstrip("=").replace("-", "+").replace("_", "/")
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)

    def needs_browser(*args: Any) -> Any:
        raise RuntimeError(f"{name}() needs a page of an extension, and this is CPython")

    return needs_browser

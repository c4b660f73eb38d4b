"""The CPython twin of `_webauthn.js`: there is no authenticator but one that a test passes in."""

from __future__ import annotations

from typing import Any


async def create(options: str) -> Any:
    raise RuntimeError("a passkey needs a page of an extension, and this is CPython")


async def get(options: str) -> Any:
    raise RuntimeError("a passkey needs a page of an extension, and this is CPython")

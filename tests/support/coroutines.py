"""Waiting in tests that are coroutines."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any


async def settle() -> None:
    """Let all that can go on go on."""
    for _ in range(50):
        await asyncio.sleep(0)


async def outcome(awaitable: Awaitable[Any]) -> Any:
    """Return what is returned or raised."""
    try:
        return await awaitable
    except Exception as error:
        return error

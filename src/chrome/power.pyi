"""`chrome.power`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/power
"""

from typing import Literal, TypeAlias

Level: TypeAlias = Literal["system", "display"]

async def requestKeepAwake(level: Level, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/power#method-requestKeepAwake"""

async def releaseKeepAwake(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/power#method-releaseKeepAwake"""

async def reportActivity(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/power#method-reportActivity"""

"""`chrome.idle`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/idle
"""

from typing import Literal, TypeAlias
from chrome.events import Event

IdleState: TypeAlias = Literal["active", "idle", "locked"]
onStateChanged: Event[[IdleState]]
"""https://developer.chrome.com/docs/extensions/reference/api/idle#event-onStateChanged"""

async def queryState(
    detectionIntervalInSeconds: float, /, *, timeout: float | None = ...
) -> IdleState:
    """https://developer.chrome.com/docs/extensions/reference/api/idle#method-queryState"""

async def setDetectionInterval(intervalInSeconds: float, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/idle#method-setDetectionInterval"""

async def getAutoLockDelay(*, timeout: float | None = ...) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/idle#method-getAutoLockDelay"""

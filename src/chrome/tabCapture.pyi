"""`chrome.tabCapture`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/tabCapture
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

TabCaptureState: TypeAlias = Literal["pending", "active", "stopped", "error"]

class CaptureInfo(TypedDict):
    tabId: int
    status: TabCaptureState
    fullscreen: bool

class MediaStreamConstraint(TypedDict):
    mandatory: dict[str, Any]
    optional: NotRequired[dict[str, Any]]

class CaptureOptions(TypedDict):
    audio: NotRequired[bool]
    video: NotRequired[bool]
    audioConstraints: NotRequired[MediaStreamConstraint]
    videoConstraints: NotRequired[MediaStreamConstraint]

class GetMediaStreamOptions(TypedDict):
    consumerTabId: NotRequired[int]
    targetTabId: NotRequired[int]

onStatusChanged: Event[[CaptureInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabCapture#event-onStatusChanged"""

async def capture(
    options: CaptureOptions, callback: Callable[[Any], Any], /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabCapture#method-capture"""

async def getCapturedTabs(*, timeout: float | None = ...) -> list[CaptureInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/tabCapture#method-getCapturedTabs"""

async def getMediaStreamId(
    options: GetMediaStreamOptions | None = ..., /, *, timeout: float | None = ...
) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/tabCapture#method-getMediaStreamId"""

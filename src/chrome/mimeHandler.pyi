"""`chrome.mimeHandler`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/mimeHandler
"""

from typing import Any, NotRequired, TypedDict

class StreamInfo(TypedDict):
    mimeType: str
    originalUrl: str
    streamUrl: str
    tabId: int
    responseHeaders: dict[str, Any]
    embedded: bool

class MimeHandlerOptions(TypedDict):
    enabled: NotRequired[bool]
    canEmbed: NotRequired[bool]

async def getStreamInfo(*, timeout: float | None = ...) -> StreamInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/mimeHandler#method-getStreamInfo"""

async def abortAndFallbackToNativeHandler(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/mimeHandler#method-abortAndFallbackToNativeHandler"""

async def setMimeHandlerOptions(
    mimeType: str, options: MimeHandlerOptions, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/mimeHandler#method-setMimeHandlerOptions"""

async def getMimeHandlerOptions(
    mimeType: str, /, *, timeout: float | None = ...
) -> MimeHandlerOptions:
    """https://developer.chrome.com/docs/extensions/reference/api/mimeHandler#method-getMimeHandlerOptions"""

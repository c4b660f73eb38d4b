"""`chrome.offscreen`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/offscreen
"""

from typing import Literal, TypeAlias, TypedDict

Reason: TypeAlias = Literal[
    "TESTING",
    "AUDIO_PLAYBACK",
    "IFRAME_SCRIPTING",
    "DOM_SCRAPING",
    "BLOBS",
    "DOM_PARSER",
    "USER_MEDIA",
    "DISPLAY_MEDIA",
    "WEB_RTC",
    "CLIPBOARD",
    "LOCAL_STORAGE",
    "WORKERS",
    "BATTERY_STATUS",
    "MATCH_MEDIA",
    "GEOLOCATION",
]

class CreateParameters(TypedDict):
    reasons: list[Reason]
    url: str
    justification: str

async def createDocument(parameters: CreateParameters, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/offscreen#method-createDocument"""

async def closeDocument(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/offscreen#method-closeDocument"""

async def hasDocument(*, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/offscreen#method-hasDocument"""

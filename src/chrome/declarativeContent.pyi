"""`chrome.declarativeContent`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/declarativeContent
"""

from typing import Any, TypeAlias
from chrome import events as _events
from chrome.events import Event

ImageDataType: TypeAlias = Any

class PageStateMatcher:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-PageStateMatcher"""

    pageUrl: _events.UrlFilter | None
    css: list[str] | None
    isBookmarked: bool | None

class ShowPageAction:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-ShowPageAction"""

class ShowAction:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-ShowAction"""

class SetIcon:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-SetIcon"""

    imageData: ImageDataType | dict[str, Any] | None

class RequestContentScript:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-RequestContentScript"""

    css: list[str] | None
    js: list[str] | None
    allFrames: bool | None
    matchAboutBlank: bool | None

onPageChanged: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#event-onPageChanged"""

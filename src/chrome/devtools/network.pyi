"""`chrome.devtools.network`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/network
"""

from typing import Any, TypedDict
from chrome.events import Event

class RequestGetContentResult(TypedDict):
    content: str
    encoding: str

class Request:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/network#type-Request"""
    def getContent(self, /) -> RequestGetContentResult: ...

onRequestFinished: Event[[Request]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/network#event-onRequestFinished"""
onNavigated: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/network#event-onNavigated"""

async def getHAR(*, timeout: float | None = ...) -> dict[str, Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/network#method-getHAR"""

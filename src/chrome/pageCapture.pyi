"""`chrome.pageCapture`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/pageCapture
"""

from typing import Any, TypedDict

class SaveAsMHTMLDetails(TypedDict):
    tabId: int

async def saveAsMHTML(details: SaveAsMHTMLDetails, /, *, timeout: float | None = ...) -> Any | None:
    """https://developer.chrome.com/docs/extensions/reference/api/pageCapture#method-saveAsMHTML"""

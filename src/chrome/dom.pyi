"""`chrome.dom`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/dom
"""

from typing import Any

async def openOrClosedShadowRoot(element: Any, /, *, timeout: float | None = ...) -> dict[str, Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/dom#method-openOrClosedShadowRoot"""

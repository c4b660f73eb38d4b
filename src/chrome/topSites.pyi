"""`chrome.topSites`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/topSites
"""

from typing import TypedDict

class MostVisitedURL(TypedDict):
    url: str
    title: str

async def get(*, timeout: float | None = ...) -> list[MostVisitedURL]:
    """https://developer.chrome.com/docs/extensions/reference/api/topSites#method-get"""

"""`chrome.history`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/history
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

TransitionType: TypeAlias = Literal[
    "link",
    "typed",
    "auto_bookmark",
    "auto_subframe",
    "manual_subframe",
    "generated",
    "auto_toplevel",
    "form_submit",
    "reload",
    "keyword",
    "keyword_generated",
]
HistoryItem = TypedDict(
    "HistoryItem",
    {
        "id": str,
        "url": NotRequired[str],
        "title": NotRequired[str],
        "lastVisitTime": NotRequired[float],
        "visitCount": NotRequired[int],
        "typedCount": NotRequired[int],
    },
)

VisitItem = TypedDict(
    "VisitItem",
    {
        "id": str,
        "visitId": str,
        "visitTime": NotRequired[float],
        "referringVisitId": str,
        "transition": TransitionType,
        "isLocal": bool,
    },
)

class UrlDetails(TypedDict):
    url: str

class VisitRemovedRemoved(TypedDict):
    allHistory: bool
    urls: NotRequired[list[str]]

class SearchQuery(TypedDict):
    text: str
    startTime: NotRequired[float]
    endTime: NotRequired[float]
    maxResults: NotRequired[int]

class DeleteRangeRange(TypedDict):
    startTime: float
    endTime: float

onVisited: Event[[HistoryItem]]
"""https://developer.chrome.com/docs/extensions/reference/api/history#event-onVisited"""
onVisitRemoved: Event[[VisitRemovedRemoved]]
"""https://developer.chrome.com/docs/extensions/reference/api/history#event-onVisitRemoved"""

async def search(query: SearchQuery, /, *, timeout: float | None = ...) -> list[HistoryItem]:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-search"""

async def getVisits(details: UrlDetails, /, *, timeout: float | None = ...) -> list[VisitItem]:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-getVisits"""

async def addUrl(details: UrlDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-addUrl"""

async def deleteUrl(details: UrlDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-deleteUrl"""

async def deleteRange(range: DeleteRangeRange, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-deleteRange"""

async def deleteAll(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/history#method-deleteAll"""

"""`chrome.readingList`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/readingList
"""

from typing import NotRequired, TypedDict
from chrome.events import Event

class ReadingListEntry(TypedDict):
    url: str
    title: str
    hasBeenRead: bool
    lastUpdateTime: float
    creationTime: float

class AddEntryOptions(TypedDict):
    url: str
    title: str
    hasBeenRead: bool

class RemoveOptions(TypedDict):
    url: str

class UpdateEntryOptions(TypedDict):
    url: str
    title: NotRequired[str]
    hasBeenRead: NotRequired[bool]

class QueryInfo(TypedDict):
    url: NotRequired[str]
    title: NotRequired[str]
    hasBeenRead: NotRequired[bool]

onEntryAdded: Event[[ReadingListEntry]]
"""https://developer.chrome.com/docs/extensions/reference/api/readingList#event-onEntryAdded"""
onEntryRemoved: Event[[ReadingListEntry]]
"""https://developer.chrome.com/docs/extensions/reference/api/readingList#event-onEntryRemoved"""
onEntryUpdated: Event[[ReadingListEntry]]
"""https://developer.chrome.com/docs/extensions/reference/api/readingList#event-onEntryUpdated"""

async def addEntry(entry: AddEntryOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/readingList#method-addEntry"""

async def removeEntry(info: RemoveOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/readingList#method-removeEntry"""

async def updateEntry(info: UpdateEntryOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/readingList#method-updateEntry"""

async def query(info: QueryInfo, /, *, timeout: float | None = ...) -> list[ReadingListEntry]:
    """https://developer.chrome.com/docs/extensions/reference/api/readingList#method-query"""

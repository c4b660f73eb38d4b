"""`chrome.tabGroups`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/tabGroups
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

Color: TypeAlias = Literal[
    "grey", "blue", "red", "yellow", "green", "pink", "purple", "cyan", "orange"
]
TabGroup = TypedDict(
    "TabGroup",
    {
        "id": int,
        "collapsed": bool,
        "color": Color,
        "title": NotRequired[str],
        "windowId": int,
        "shared": bool,
    },
)

class QueryInfo(TypedDict):
    collapsed: NotRequired[bool]
    color: NotRequired[Color]
    title: NotRequired[str]
    shared: NotRequired[bool]
    windowId: NotRequired[int]

class UpdateProperties(TypedDict):
    collapsed: NotRequired[bool]
    color: NotRequired[Color]
    title: NotRequired[str]

class MoveProperties(TypedDict):
    windowId: NotRequired[int]
    index: int

TAB_GROUP_ID_NONE: Literal[-1]
"""https://developer.chrome.com/docs/extensions/reference/api/tabGroups#property-TAB_GROUP_ID_NONE"""
onCreated: Event[[TabGroup]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabGroups#event-onCreated"""
onUpdated: Event[[TabGroup]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabGroups#event-onUpdated"""
onMoved: Event[[TabGroup]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabGroups#event-onMoved"""
onRemoved: Event[[TabGroup]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabGroups#event-onRemoved"""

async def get(groupId: int, /, *, timeout: float | None = ...) -> TabGroup:
    """https://developer.chrome.com/docs/extensions/reference/api/tabGroups#method-get"""

async def query(queryInfo: QueryInfo, /, *, timeout: float | None = ...) -> list[TabGroup]:
    """https://developer.chrome.com/docs/extensions/reference/api/tabGroups#method-query"""

async def update(
    groupId: int, updateProperties: UpdateProperties, /, *, timeout: float | None = ...
) -> TabGroup | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabGroups#method-update"""

async def move(
    groupId: int, moveProperties: MoveProperties, /, *, timeout: float | None = ...
) -> TabGroup | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabGroups#method-move"""

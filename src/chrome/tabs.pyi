"""`chrome.tabs`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/tabs
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, overload
from chrome import extensionTypes as _extensionTypes
from chrome import runtime as _runtime
from chrome import windows as _windows
from chrome.events import Event

TabStatus: TypeAlias = Literal["unloaded", "loading", "complete"]
MutedInfoReason: TypeAlias = Literal["user", "capture", "extension"]
ZoomSettingsMode: TypeAlias = Literal["automatic", "manual", "disabled"]
ZoomSettingsScope: TypeAlias = Literal["per-origin", "per-tab"]
WindowType: TypeAlias = Literal["normal", "popup", "panel", "app", "devtools"]

class MutedInfo(TypedDict):
    muted: bool
    reason: NotRequired[MutedInfoReason]
    extensionId: NotRequired[str]

Tab = TypedDict(
    "Tab",
    {
        "id": NotRequired[int],
        "index": int,
        "groupId": int,
        "splitViewId": NotRequired[int],
        "windowId": int,
        "openerTabId": NotRequired[int],
        "selected": bool,
        "lastAccessed": float,
        "highlighted": bool,
        "active": bool,
        "pinned": bool,
        "audible": NotRequired[bool],
        "frozen": bool,
        "discarded": bool,
        "autoDiscardable": bool,
        "mutedInfo": NotRequired[MutedInfo],
        "url": NotRequired[str],
        "pendingUrl": NotRequired[str],
        "title": NotRequired[str],
        "favIconUrl": NotRequired[str],
        "status": NotRequired[TabStatus],
        "incognito": bool,
        "width": NotRequired[int],
        "height": NotRequired[int],
        "sessionId": NotRequired[str],
    },
)

class ZoomSettings(TypedDict):
    mode: NotRequired[ZoomSettingsMode]
    scope: NotRequired[ZoomSettingsScope]
    defaultZoomFactor: NotRequired[float]

class UpdatedChangeInfo(TypedDict):
    status: NotRequired[TabStatus]
    url: NotRequired[str]
    groupId: NotRequired[int]
    splitViewId: NotRequired[int]
    pinned: NotRequired[bool]
    audible: NotRequired[bool]
    frozen: NotRequired[bool]
    discarded: NotRequired[bool]
    autoDiscardable: NotRequired[bool]
    mutedInfo: NotRequired[MutedInfo]
    favIconUrl: NotRequired[str]
    title: NotRequired[str]

class MovedMoveInfo(TypedDict):
    windowId: int
    fromIndex: int
    toIndex: int

class ActivatedActiveInfo(TypedDict):
    tabId: int
    windowId: int

class HighlightedHighlightInfo(TypedDict):
    windowId: int
    tabIds: list[int]

class DetachedDetachInfo(TypedDict):
    oldWindowId: int
    oldPosition: int

class AttachedAttachInfo(TypedDict):
    newWindowId: int
    newPosition: int

class RemovedRemoveInfo(TypedDict):
    windowId: int
    isWindowClosing: bool

class ZoomChangeInfo(TypedDict):
    tabId: int
    oldZoomFactor: float
    newZoomFactor: float
    zoomSettings: ZoomSettings

class ConnectInfo(TypedDict):
    name: NotRequired[str]
    frameId: NotRequired[int]
    documentId: NotRequired[str]

class SendMessageOptions(TypedDict):
    frameId: NotRequired[int]
    documentId: NotRequired[str]

class CreateProperties(TypedDict):
    windowId: NotRequired[int]
    index: NotRequired[int]
    url: NotRequired[str]
    active: NotRequired[bool]
    selected: NotRequired[bool]
    pinned: NotRequired[bool]
    openerTabId: NotRequired[int]
    splitWithTabId: NotRequired[int]

class QueryInfo(TypedDict):
    active: NotRequired[bool]
    pinned: NotRequired[bool]
    audible: NotRequired[bool]
    muted: NotRequired[bool]
    highlighted: NotRequired[bool]
    frozen: NotRequired[bool]
    discarded: NotRequired[bool]
    autoDiscardable: NotRequired[bool]
    currentWindow: NotRequired[bool]
    lastFocusedWindow: NotRequired[bool]
    status: NotRequired[TabStatus]
    title: NotRequired[str]
    url: NotRequired[str | list[str]]
    groupId: NotRequired[int]
    splitViewId: NotRequired[int]
    windowId: NotRequired[int]
    windowType: NotRequired[WindowType]
    index: NotRequired[int]

class HighlightInfo(TypedDict):
    windowId: NotRequired[int]
    tabs: list[int] | int

class UpdateProperties(TypedDict):
    url: NotRequired[str]
    active: NotRequired[bool]
    highlighted: NotRequired[bool]
    selected: NotRequired[bool]
    pinned: NotRequired[bool]
    muted: NotRequired[bool]
    openerTabId: NotRequired[int]
    autoDiscardable: NotRequired[bool]

class MoveProperties(TypedDict):
    windowId: NotRequired[int]
    index: int

class ReloadProperties(TypedDict):
    bypassCache: NotRequired[bool]

class GroupOptionsCreateProperties(TypedDict):
    windowId: NotRequired[int]

class GroupOptions(TypedDict):
    tabIds: int | list[int]
    groupId: NotRequired[int]
    createProperties: NotRequired[GroupOptionsCreateProperties]

MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND: Literal[2]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#property-MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND"""
SPLIT_VIEW_ID_NONE: Literal[-1]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#property-SPLIT_VIEW_ID_NONE"""
TAB_ID_NONE: Literal[-1]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#property-TAB_ID_NONE"""
TAB_INDEX_NONE: Literal[-1]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#property-TAB_INDEX_NONE"""
onCreated: Event[[Tab]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onCreated"""
onUpdated: Event[[int, UpdatedChangeInfo, Tab]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onUpdated"""
onMoved: Event[[int, MovedMoveInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onMoved"""
onActivated: Event[[ActivatedActiveInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onActivated"""
onHighlighted: Event[[HighlightedHighlightInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onHighlighted"""
onDetached: Event[[int, DetachedDetachInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onDetached"""
onAttached: Event[[int, AttachedAttachInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onAttached"""
onRemoved: Event[[int, RemovedRemoveInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onRemoved"""
onReplaced: Event[[int, int]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onReplaced"""
onZoomChange: Event[[ZoomChangeInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onZoomChange"""

async def get(tabId: int, /, *, timeout: float | None = ...) -> Tab:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-get"""

async def getCurrent(*, timeout: float | None = ...) -> Tab | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-getCurrent"""

async def connect(
    tabId: int, connectInfo: ConnectInfo | None = ..., /, *, timeout: float | None = ...
) -> _runtime.Port:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-connect"""

async def sendMessage(
    tabId: int,
    message: Any,
    options: SendMessageOptions | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-sendMessage"""

async def create(createProperties: CreateProperties, /, *, timeout: float | None = ...) -> Tab:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-create"""

async def createSplit(tabIds: list[int], /, *, timeout: float | None = ...) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-createSplit"""

async def duplicate(tabId: int, /, *, timeout: float | None = ...) -> Tab | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-duplicate"""

async def query(queryInfo: QueryInfo, /, *, timeout: float | None = ...) -> list[Tab]:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-query"""

async def highlight(
    highlightInfo: HighlightInfo, /, *, timeout: float | None = ...
) -> _windows.Window:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-highlight"""

@overload
async def update(
    tabId: int, updateProperties: UpdateProperties, /, *, timeout: float | None = ...
) -> Tab | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-update"""

@overload
async def update(
    updateProperties: UpdateProperties, /, *, timeout: float | None = ...
) -> Tab | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-update"""

async def move(
    tabIds: int | list[int], moveProperties: MoveProperties, /, *, timeout: float | None = ...
) -> Tab | list[Tab]:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-move"""

@overload
async def reload(
    tabId: int | None = ...,
    reloadProperties: ReloadProperties | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-reload"""

@overload
async def reload(
    reloadProperties: ReloadProperties | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-reload"""

async def remove(tabIds: int | list[int], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-remove"""

async def group(options: GroupOptions, /, *, timeout: float | None = ...) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-group"""

async def ungroup(tabIds: int | list[int], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-ungroup"""

async def unsplit(splitViewId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-unsplit"""

async def detectLanguage(tabId: int | None = ..., /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-detectLanguage"""

@overload
async def captureVisibleTab(
    windowId: int | None = ...,
    options: _extensionTypes.ImageDetails | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-captureVisibleTab"""

@overload
async def captureVisibleTab(
    options: _extensionTypes.ImageDetails | None = ..., /, *, timeout: float | None = ...
) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-captureVisibleTab"""

@overload
async def setZoom(tabId: int, zoomFactor: float, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-setZoom"""

@overload
async def setZoom(zoomFactor: float, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-setZoom"""

async def getZoom(tabId: int | None = ..., /, *, timeout: float | None = ...) -> float:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-getZoom"""

@overload
async def setZoomSettings(
    tabId: int, zoomSettings: ZoomSettings, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-setZoomSettings"""

@overload
async def setZoomSettings(zoomSettings: ZoomSettings, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-setZoomSettings"""

async def getZoomSettings(
    tabId: int | None = ..., /, *, timeout: float | None = ...
) -> ZoomSettings:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-getZoomSettings"""

async def discard(tabId: int | None = ..., /, *, timeout: float | None = ...) -> Tab | None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-discard"""

async def goForward(tabId: int | None = ..., /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-goForward"""

async def goBack(tabId: int | None = ..., /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tabs#method-goBack"""

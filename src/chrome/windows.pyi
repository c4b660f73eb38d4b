"""`chrome.windows`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/windows
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import tabs as _tabs
from chrome.events import Event, Listeners, R

WindowType: TypeAlias = Literal["normal", "popup", "panel", "app", "devtools"]
WindowState: TypeAlias = Literal["normal", "minimized", "maximized", "fullscreen"]
CreateType: TypeAlias = Literal["normal", "popup", "panel"]
Window = TypedDict(
    "Window",
    {
        "id": NotRequired[int],
        "focused": bool,
        "top": NotRequired[int],
        "left": NotRequired[int],
        "width": NotRequired[int],
        "height": NotRequired[int],
        "tabs": NotRequired[list[_tabs.Tab]],
        "incognito": bool,
        "type": NotRequired[WindowType],
        "state": NotRequired[WindowState],
        "alwaysOnTop": bool,
        "sessionId": NotRequired[str],
    },
)

class QueryOptions(TypedDict):
    populate: NotRequired[bool]
    windowTypes: NotRequired[list[WindowType]]

class CreatedFilters(TypedDict):
    windowTypes: list[WindowType]

class RemovedFilters(TypedDict):
    windowTypes: list[WindowType]

class FocusChangedFilters(TypedDict):
    windowTypes: list[WindowType]

CreateData = TypedDict(
    "CreateData",
    {
        "url": NotRequired[str | list[str]],
        "tabId": NotRequired[int],
        "left": NotRequired[int],
        "top": NotRequired[int],
        "width": NotRequired[int],
        "height": NotRequired[int],
        "focused": NotRequired[bool],
        "incognito": NotRequired[bool],
        "type": NotRequired[CreateType],
        "state": NotRequired[WindowState],
        "setSelfAsOpener": NotRequired[bool],
    },
)

class UpdateInfo(TypedDict):
    left: NotRequired[int]
    top: NotRequired[int]
    width: NotRequired[int]
    height: NotRequired[int]
    focused: NotRequired[bool]
    drawAttention: NotRequired[bool]
    state: NotRequired[WindowState]

WINDOW_ID_NONE: Literal[-1]
"""https://developer.chrome.com/docs/extensions/reference/api/windows#property-WINDOW_ID_NONE"""
WINDOW_ID_CURRENT: Literal[-2]
"""https://developer.chrome.com/docs/extensions/reference/api/windows#property-WINDOW_ID_CURRENT"""

class _onCreated(Listeners[[Any]]):
    def addListener(
        self, callback: Callable[[Any], R], filters: CreatedFilters | None = ..., /
    ) -> Callable[[Any], R]: ...

onCreated: _onCreated
"""https://developer.chrome.com/docs/extensions/reference/api/windows#event-onCreated"""

class _onRemoved(Listeners[[int]]):
    def addListener(
        self, callback: Callable[[int], R], filters: RemovedFilters | None = ..., /
    ) -> Callable[[int], R]: ...

onRemoved: _onRemoved
"""https://developer.chrome.com/docs/extensions/reference/api/windows#event-onRemoved"""

class _onFocusChanged(Listeners[[int]]):
    def addListener(
        self, callback: Callable[[int], R], filters: FocusChangedFilters | None = ..., /
    ) -> Callable[[int], R]: ...

onFocusChanged: _onFocusChanged
"""https://developer.chrome.com/docs/extensions/reference/api/windows#event-onFocusChanged"""
onBoundsChanged: Event[[Any]]
"""https://developer.chrome.com/docs/extensions/reference/api/windows#event-onBoundsChanged"""

async def get(
    windowId: int, queryOptions: QueryOptions | None = ..., /, *, timeout: float | None = ...
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-get"""

async def getCurrent(
    queryOptions: QueryOptions | None = ..., /, *, timeout: float | None = ...
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-getCurrent"""

async def getLastFocused(
    queryOptions: QueryOptions | None = ..., /, *, timeout: float | None = ...
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-getLastFocused"""

async def getAll(
    queryOptions: QueryOptions | None = ..., /, *, timeout: float | None = ...
) -> list[Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-getAll"""

async def create(
    createData: CreateData | None = ..., /, *, timeout: float | None = ...
) -> Any | None:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-create"""

async def update(windowId: int, updateInfo: UpdateInfo, /, *, timeout: float | None = ...) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-update"""

async def remove(windowId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/windows#method-remove"""

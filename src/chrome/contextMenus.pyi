"""`chrome.contextMenus`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/contextMenus
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import tabs as _tabs
from chrome.events import Event

ContextType: TypeAlias = Literal[
    "all",
    "page",
    "frame",
    "selection",
    "link",
    "editable",
    "image",
    "video",
    "audio",
    "launcher",
    "action",
    "tab",
]
ItemType: TypeAlias = Literal["normal", "checkbox", "radio", "separator"]

class OnClickData(TypedDict):
    menuItemId: int | str
    parentMenuItemId: NotRequired[int | str]
    mediaType: NotRequired[str]
    linkUrl: NotRequired[str]
    srcUrl: NotRequired[str]
    pageUrl: NotRequired[str]
    frameUrl: NotRequired[str]
    frameId: NotRequired[int]
    selectionText: NotRequired[str]
    editable: bool
    wasChecked: NotRequired[bool]
    checked: NotRequired[bool]

CreateProperties = TypedDict(
    "CreateProperties",
    {
        "type": NotRequired[ItemType],
        "id": NotRequired[str],
        "title": NotRequired[str],
        "checked": NotRequired[bool],
        "contexts": NotRequired[list[ContextType]],
        "visible": NotRequired[bool],
        "onclick": NotRequired[Callable[[OnClickData, _tabs.Tab], Any]],
        "parentId": NotRequired[int | str],
        "documentUrlPatterns": NotRequired[list[str]],
        "targetUrlPatterns": NotRequired[list[str]],
        "enabled": NotRequired[bool],
    },
)

UpdateProperties = TypedDict(
    "UpdateProperties",
    {
        "type": NotRequired[ItemType],
        "title": NotRequired[str],
        "checked": NotRequired[bool],
        "contexts": NotRequired[list[ContextType]],
        "visible": NotRequired[bool],
        "onclick": NotRequired[Callable[[OnClickData, _tabs.Tab], Any]],
        "parentId": NotRequired[int | str],
        "documentUrlPatterns": NotRequired[list[str]],
        "targetUrlPatterns": NotRequired[list[str]],
        "enabled": NotRequired[bool],
    },
)

ACTION_MENU_TOP_LEVEL_LIMIT: Literal[6]
"""https://developer.chrome.com/docs/extensions/reference/api/contextMenus#property-ACTION_MENU_TOP_LEVEL_LIMIT"""
onClicked: Event[[OnClickData, _tabs.Tab | None]]
"""https://developer.chrome.com/docs/extensions/reference/api/contextMenus#event-onClicked"""

async def create(
    createProperties: CreateProperties,
    callback: Callable[[], Any] | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> int | str:
    """https://developer.chrome.com/docs/extensions/reference/api/contextMenus#method-create"""

async def update(
    id: int | str, updateProperties: UpdateProperties, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/contextMenus#method-update"""

async def remove(menuItemId: int | str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/contextMenus#method-remove"""

async def removeAll(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/contextMenus#method-removeAll"""

"""`chrome.sidePanel`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/sidePanel
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

Side: TypeAlias = Literal["left", "right"]

class SidePanel(TypedDict):
    default_path: str

class PanelLayout(TypedDict):
    side: Side

class PanelOptions(TypedDict):
    tabId: NotRequired[int]
    path: NotRequired[str]
    enabled: NotRequired[bool]

class PanelBehavior(TypedDict):
    openPanelOnActionClick: NotRequired[bool]

class GetPanelOptions(TypedDict):
    tabId: NotRequired[int]

class OpenOptions(TypedDict):
    windowId: NotRequired[int]
    tabId: NotRequired[int]

class CloseOptions(TypedDict):
    windowId: NotRequired[int]
    tabId: NotRequired[int]

class PanelOpenedInfo(TypedDict):
    windowId: int
    tabId: NotRequired[int]
    path: str

class PanelClosedInfo(TypedDict):
    windowId: int
    tabId: NotRequired[int]
    path: str

onOpened: Event[[PanelOpenedInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/sidePanel#event-onOpened"""
onClosed: Event[[PanelClosedInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/sidePanel#event-onClosed"""

async def setOptions(options: PanelOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-setOptions"""

async def getOptions(options: GetPanelOptions, /, *, timeout: float | None = ...) -> PanelOptions:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-getOptions"""

async def setPanelBehavior(behavior: PanelBehavior, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-setPanelBehavior"""

async def getPanelBehavior(*, timeout: float | None = ...) -> PanelBehavior:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-getPanelBehavior"""

async def open(options: OpenOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open"""

async def getLayout(*, timeout: float | None = ...) -> PanelLayout:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-getLayout"""

async def close(options: CloseOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-close"""

"""`chrome.action`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/action
"""

from typing import Any, NotRequired, TypedDict
from chrome import extensionTypes as _extensionTypes
from chrome import tabs as _tabs
from chrome.events import Event

class TabDetails(TypedDict):
    tabId: NotRequired[int]

class UserSettings(TypedDict):
    isOnToolbar: bool

class UserSettingsChange(TypedDict):
    isOnToolbar: NotRequired[bool]

class OpenPopupOptions(TypedDict):
    windowId: NotRequired[int]

class SetTitleDetails(TypedDict):
    title: str
    tabId: NotRequired[int]

class SetIconDetails(TypedDict):
    imageData: NotRequired[_extensionTypes.ImageDataType | dict[str, Any]]
    path: NotRequired[str | dict[str, Any]]
    tabId: NotRequired[int]

class SetPopupDetails(TypedDict):
    tabId: NotRequired[int]
    popup: str

class SetBadgeTextDetails(TypedDict):
    text: NotRequired[str]
    tabId: NotRequired[int]

class SetBadgeBackgroundColorDetails(TypedDict):
    color: str | _extensionTypes.ColorArray
    tabId: NotRequired[int]

class SetBadgeTextColorDetails(TypedDict):
    color: str | _extensionTypes.ColorArray
    tabId: NotRequired[int]

onClicked: Event[[_tabs.Tab]]
"""https://developer.chrome.com/docs/extensions/reference/api/action#event-onClicked"""
onUserSettingsChanged: Event[[UserSettingsChange]]
"""https://developer.chrome.com/docs/extensions/reference/api/action#event-onUserSettingsChanged"""

async def setTitle(details: SetTitleDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setTitle"""

async def getTitle(details: TabDetails, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getTitle"""

async def setIcon(details: SetIconDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setIcon"""

async def setPopup(details: SetPopupDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setPopup"""

async def getPopup(details: TabDetails, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getPopup"""

async def setBadgeText(details: SetBadgeTextDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setBadgeText"""

async def getBadgeText(details: TabDetails, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getBadgeText"""

async def setBadgeBackgroundColor(
    details: SetBadgeBackgroundColorDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setBadgeBackgroundColor"""

async def getBadgeBackgroundColor(
    details: TabDetails, /, *, timeout: float | None = ...
) -> _extensionTypes.ColorArray:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getBadgeBackgroundColor"""

async def setBadgeTextColor(
    details: SetBadgeTextColorDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-setBadgeTextColor"""

async def getBadgeTextColor(
    details: TabDetails, /, *, timeout: float | None = ...
) -> _extensionTypes.ColorArray:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getBadgeTextColor"""

async def enable(tabId: int | None = ..., /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-enable"""

async def disable(tabId: int | None = ..., /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-disable"""

async def isEnabled(tabId: int | None = ..., /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-isEnabled"""

async def getUserSettings(*, timeout: float | None = ...) -> UserSettings:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-getUserSettings"""

async def openPopup(
    options: OpenPopupOptions | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/action#method-openPopup"""

"""`chrome.notifications`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/notifications
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, overload
from chrome.events import Event

TemplateType: TypeAlias = Literal["basic", "image", "list", "progress"]
PermissionLevel: TypeAlias = Literal["granted", "denied"]

class NotificationItem(TypedDict):
    title: str
    message: str

class NotificationBitmap(TypedDict): ...

class NotificationButton(TypedDict):
    title: str
    iconUrl: NotRequired[str]

NotificationOptions = TypedDict(
    "NotificationOptions",
    {
        "type": NotRequired[TemplateType],
        "iconUrl": NotRequired[str],
        "appIconMaskUrl": NotRequired[str],
        "title": NotRequired[str],
        "message": NotRequired[str],
        "contextMessage": NotRequired[str],
        "priority": NotRequired[int],
        "eventTime": NotRequired[float],
        "buttons": NotRequired[list[NotificationButton]],
        "imageUrl": NotRequired[str],
        "items": NotRequired[list[NotificationItem]],
        "progress": NotRequired[float],
        "isClickable": NotRequired[bool],
        "requireInteraction": NotRequired[bool],
        "silent": NotRequired[bool],
    },
)

onClosed: Event[[str, bool]]
"""https://developer.chrome.com/docs/extensions/reference/api/notifications#event-onClosed"""
onClicked: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/notifications#event-onClicked"""
onButtonClicked: Event[[str, int]]
"""https://developer.chrome.com/docs/extensions/reference/api/notifications#event-onButtonClicked"""
onPermissionLevelChanged: Event[[PermissionLevel]]
"""https://developer.chrome.com/docs/extensions/reference/api/notifications#event-onPermissionLevelChanged"""
onShowSettings: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/notifications#event-onShowSettings"""

@overload
async def create(
    notificationId: str, options: NotificationOptions, /, *, timeout: float | None = ...
) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-create"""

@overload
async def create(options: NotificationOptions, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-create"""

async def update(
    notificationId: str, options: NotificationOptions, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-update"""

async def clear(notificationId: str, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-clear"""

async def getAll(*, timeout: float | None = ...) -> dict[str, Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-getAll"""

async def getPermissionLevel(*, timeout: float | None = ...) -> PermissionLevel:
    """https://developer.chrome.com/docs/extensions/reference/api/notifications#method-getPermissionLevel"""

"""`chrome.management`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/management
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

LaunchType: TypeAlias = Literal[
    "OPEN_AS_REGULAR_TAB", "OPEN_AS_PINNED_TAB", "OPEN_AS_WINDOW", "OPEN_FULL_SCREEN"
]
ExtensionDisabledReason: TypeAlias = Literal["unknown", "permissions_increase"]
ExtensionType: TypeAlias = Literal[
    "extension",
    "hosted_app",
    "packaged_app",
    "legacy_packaged_app",
    "theme",
    "login_screen_extension",
]
ExtensionInstallType: TypeAlias = Literal["admin", "development", "normal", "sideload", "other"]

class IconInfo(TypedDict):
    size: int
    url: str

ExtensionInfo = TypedDict(
    "ExtensionInfo",
    {
        "id": str,
        "name": str,
        "shortName": str,
        "description": str,
        "version": str,
        "versionName": NotRequired[str],
        "mayDisable": bool,
        "mayEnable": NotRequired[bool],
        "enabled": bool,
        "disabledReason": NotRequired[ExtensionDisabledReason],
        "isApp": bool,
        "type": ExtensionType,
        "appLaunchUrl": NotRequired[str],
        "homepageUrl": NotRequired[str],
        "updateUrl": NotRequired[str],
        "offlineEnabled": bool,
        "optionsUrl": str,
        "icons": NotRequired[list[IconInfo]],
        "permissions": list[str],
        "hostPermissions": list[str],
        "installType": ExtensionInstallType,
        "launchType": NotRequired[LaunchType],
        "availableLaunchTypes": NotRequired[list[LaunchType]],
    },
)

class UninstallOptions(TypedDict):
    showConfirmDialog: NotRequired[bool]

onInstalled: Event[[ExtensionInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/management#event-onInstalled"""
onUninstalled: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/management#event-onUninstalled"""
onEnabled: Event[[ExtensionInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/management#event-onEnabled"""
onDisabled: Event[[ExtensionInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/management#event-onDisabled"""

async def getAll(*, timeout: float | None = ...) -> list[ExtensionInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-getAll"""

async def get(id: str, /, *, timeout: float | None = ...) -> ExtensionInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-get"""

async def getSelf(*, timeout: float | None = ...) -> ExtensionInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-getSelf"""

async def getPermissionWarningsById(id: str, /, *, timeout: float | None = ...) -> list[str]:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-getPermissionWarningsById"""

async def getPermissionWarningsByManifest(
    manifestStr: str, /, *, timeout: float | None = ...
) -> list[str]:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-getPermissionWarningsByManifest"""

async def setEnabled(id: str, enabled: bool, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-setEnabled"""

async def uninstall(
    id: str, options: UninstallOptions | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-uninstall"""

async def uninstallSelf(
    options: UninstallOptions | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-uninstallSelf"""

async def launchApp(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-launchApp"""

async def createAppShortcut(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-createAppShortcut"""

async def setLaunchType(id: str, launchType: LaunchType, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-setLaunchType"""

async def generateAppForLink(
    url: str, title: str, /, *, timeout: float | None = ...
) -> ExtensionInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-generateAppForLink"""

async def installReplacementWebApp(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/management#method-installReplacementWebApp"""

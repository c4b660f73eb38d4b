"""`chrome.runtime`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/runtime
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict, overload
from chrome import tabs as _tabs
from chrome.events import Event

from webext.ports import Port as Port

PlatformOs: TypeAlias = Literal["mac", "win", "android", "cros", "linux", "openbsd"]
PlatformArch: TypeAlias = Literal["arm", "arm64", "x86-32", "x86-64", "mips", "mips64", "riscv64"]
PlatformNaclArch: TypeAlias = Literal["arm", "x86-32", "x86-64", "mips", "mips64"]
RequestUpdateCheckStatus: TypeAlias = Literal["throttled", "no_update", "update_available"]
OnInstalledReason: TypeAlias = Literal["install", "update", "chrome_update", "shared_module_update"]
OnRestartRequiredReason: TypeAlias = Literal["app_update", "os_update", "periodic"]
ContextType: TypeAlias = Literal[
    "TAB", "POPUP", "BACKGROUND", "OFFSCREEN_DOCUMENT", "SIDE_PANEL", "DEVELOPER_TOOLS"
]
MessageSender = TypedDict(
    "MessageSender",
    {
        "tab": NotRequired[_tabs.Tab],
        "frameId": NotRequired[int],
        "id": NotRequired[str],
        "url": NotRequired[str],
        "nativeApplication": NotRequired[str],
        "tlsChannelId": NotRequired[str],
        "origin": NotRequired[str],
        "documentId": NotRequired[str],
        "documentLifecycle": NotRequired[str],
    },
)

class PlatformInfo(TypedDict):
    os: PlatformOs
    arch: PlatformArch
    nacl_arch: NotRequired[PlatformNaclArch]

class ExtensionContext(TypedDict):
    contextType: ContextType
    contextId: str
    tabId: int
    windowId: int
    documentId: NotRequired[str]
    frameId: int
    documentUrl: NotRequired[str]
    documentOrigin: NotRequired[str]
    incognito: bool

class ContextFilter(TypedDict):
    contextTypes: NotRequired[list[ContextType]]
    contextIds: NotRequired[list[str]]
    tabIds: NotRequired[list[int]]
    windowIds: NotRequired[list[int]]
    documentIds: NotRequired[list[str]]
    frameIds: NotRequired[list[int]]
    documentUrls: NotRequired[list[str]]
    documentOrigins: NotRequired[list[str]]
    incognito: NotRequired[bool]

InstalledDetails = TypedDict(
    "InstalledDetails",
    {"reason": OnInstalledReason, "previousVersion": NotRequired[str], "id": NotRequired[str]},
)

class RequestUpdateCheckResult(TypedDict):
    status: RequestUpdateCheckStatus
    version: NotRequired[str]

class ConnectInfo(TypedDict):
    name: NotRequired[str]
    includeTlsChannelId: NotRequired[bool]

class SendMessageOptions(TypedDict):
    includeTlsChannelId: NotRequired[bool]

id: str
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#property-id"""
onStartup: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onStartup"""
onInstalled: Event[[InstalledDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onInstalled"""
onEnabled: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onEnabled"""
onSuspend: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onSuspend"""
onSuspendCanceled: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onSuspendCanceled"""
onUpdateAvailable: Event[[dict[str, Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable"""
onBrowserUpdateAvailable: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onBrowserUpdateAvailable"""
onConnect: Event[[Port]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onConnect"""
onConnectExternal: Event[[Port]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onConnectExternal"""
onUserScriptConnect: Event[[Port]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUserScriptConnect"""
onConnectNative: Event[[Port]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onConnectNative"""
onMessage: Event[[Any, MessageSender, Callable[[Any], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onMessage"""
onMessageExternal: Event[[Any, MessageSender, Callable[[Any], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onMessageExternal"""
onUserScriptMessage: Event[[Any, MessageSender, Callable[[Any], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUserScriptMessage"""
onRestartRequired: Event[[OnRestartRequiredReason]]
"""https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onRestartRequired"""

async def getBackgroundPage(*, timeout: float | None = ...) -> Any | None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getBackgroundPage"""

async def openOptionsPage(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-openOptionsPage"""

async def getManifest(*, timeout: float | None = ...) -> dict[str, Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getManifest"""

async def getVersion(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getVersion"""

async def getURL(path: str, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getURL"""

async def setUninstallURL(url: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-setUninstallURL"""

async def reload(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-reload"""

async def requestUpdateCheck(*, timeout: float | None = ...) -> RequestUpdateCheckResult:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-requestUpdateCheck"""

async def restart(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-restart"""

async def restartAfterDelay(seconds: float, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-restartAfterDelay"""

@overload
async def connect(
    extensionId: str | None = ...,
    connectInfo: ConnectInfo | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> Port:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-connect"""

@overload
async def connect(connectInfo: ConnectInfo | None = ..., /, *, timeout: float | None = ...) -> Port:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-connect"""

async def connectNative(application: str, /, *, timeout: float | None = ...) -> Port:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-connectNative"""

@overload
async def sendMessage(
    extensionId: str,
    message: Any,
    options: SendMessageOptions | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-sendMessage"""

@overload
async def sendMessage(
    message: Any, options: SendMessageOptions | None = ..., /, *, timeout: float | None = ...
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-sendMessage"""

async def sendNativeMessage(
    application: str, message: dict[str, Any], /, *, timeout: float | None = ...
) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-sendNativeMessage"""

async def getPlatformInfo(*, timeout: float | None = ...) -> PlatformInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getPlatformInfo"""

async def getPackageDirectoryEntry(*, timeout: float | None = ...) -> Any:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getPackageDirectoryEntry"""

async def getContexts(
    filter: ContextFilter, /, *, timeout: float | None = ...
) -> list[ExtensionContext]:
    """https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getContexts"""

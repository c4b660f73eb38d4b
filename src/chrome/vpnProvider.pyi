"""`chrome.vpnProvider`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/vpnProvider
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

PlatformMessage: TypeAlias = Literal[
    "connected", "disconnected", "error", "linkDown", "linkUp", "linkChanged", "suspend", "resume"
]
VpnConnectionState: TypeAlias = Literal["connected", "failure"]
UIEvent: TypeAlias = Literal["showAddDialog", "showConfigureDialog"]

class Parameters(TypedDict):
    address: str
    broadcastAddress: NotRequired[str]
    mtu: NotRequired[str]
    exclusionList: list[str]
    inclusionList: list[str]
    domainSearch: NotRequired[list[str]]
    dnsServers: list[str]
    reconnect: NotRequired[str]

onPlatformMessage: Event[[str, PlatformMessage, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#event-onPlatformMessage"""
onPacketReceived: Event[[bytes]]
"""https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#event-onPacketReceived"""
onConfigRemoved: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#event-onConfigRemoved"""
onConfigCreated: Event[[str, str, dict[str, Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#event-onConfigCreated"""
onUIEvent: Event[[UIEvent, str | None]]
"""https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#event-onUIEvent"""

async def createConfig(name: str, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#method-createConfig"""

async def destroyConfig(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#method-destroyConfig"""

async def setParameters(parameters: Parameters, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#method-setParameters"""

async def sendPacket(data: bytes, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#method-sendPacket"""

async def notifyConnectionStateChanged(
    state: VpnConnectionState, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/vpnProvider#method-notifyConnectionStateChanged"""

"""`chrome.audio`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/audio
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

StreamType: TypeAlias = Literal["INPUT", "OUTPUT"]
DeviceType: TypeAlias = Literal[
    "HEADPHONE",
    "MIC",
    "USB",
    "BLUETOOTH",
    "HDMI",
    "INTERNAL_SPEAKER",
    "INTERNAL_MIC",
    "FRONT_MIC",
    "REAR_MIC",
    "KEYBOARD_MIC",
    "HOTWORD",
    "LINEOUT",
    "POST_MIX_LOOPBACK",
    "POST_DSP_LOOPBACK",
    "ALSA_LOOPBACK",
    "OTHER",
]
AudioDeviceInfo = TypedDict(
    "AudioDeviceInfo",
    {
        "id": str,
        "streamType": StreamType,
        "deviceType": DeviceType,
        "displayName": str,
        "deviceName": str,
        "isActive": bool,
        "level": int,
        "stableDeviceId": NotRequired[str],
    },
)

class DeviceFilter(TypedDict):
    streamTypes: NotRequired[list[StreamType]]
    isActive: NotRequired[bool]

class DeviceProperties(TypedDict):
    level: NotRequired[int]

DeviceIdLists = TypedDict(
    "DeviceIdLists", {"input": NotRequired[list[str]], "output": NotRequired[list[str]]}
)

class MuteChangedEvent(TypedDict):
    streamType: StreamType
    isMuted: bool

class LevelChangedEvent(TypedDict):
    deviceId: str
    level: int

onLevelChanged: Event[[LevelChangedEvent]]
"""https://developer.chrome.com/docs/extensions/reference/api/audio#event-onLevelChanged"""
onMuteChanged: Event[[MuteChangedEvent]]
"""https://developer.chrome.com/docs/extensions/reference/api/audio#event-onMuteChanged"""
onDeviceListChanged: Event[[list[AudioDeviceInfo]]]
"""https://developer.chrome.com/docs/extensions/reference/api/audio#event-onDeviceListChanged"""

async def getDevices(
    filter: DeviceFilter | None = ..., /, *, timeout: float | None = ...
) -> list[AudioDeviceInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/audio#method-getDevices"""

async def setActiveDevices(ids: DeviceIdLists, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/audio#method-setActiveDevices"""

async def setProperties(
    id: str, properties: DeviceProperties, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/audio#method-setProperties"""

async def getMute(streamType: StreamType, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/audio#method-getMute"""

async def setMute(streamType: StreamType, isMuted: bool, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/audio#method-setMute"""

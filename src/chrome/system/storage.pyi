"""`chrome.system.storage`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/system/storage
"""

from typing import Literal, TypeAlias, TypedDict
from chrome.events import Event

StorageUnitType: TypeAlias = Literal["fixed", "removable", "unknown"]
EjectDeviceResultCode: TypeAlias = Literal["success", "in_use", "no_such_device", "failure"]
StorageUnitInfo = TypedDict(
    "StorageUnitInfo", {"id": str, "name": str, "type": StorageUnitType, "capacity": float}
)

StorageAvailableCapacityInfo = TypedDict(
    "StorageAvailableCapacityInfo", {"id": str, "availableCapacity": float}
)

onAttached: Event[[StorageUnitInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/system/storage#event-onAttached"""
onDetached: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/system/storage#event-onDetached"""

async def getInfo(*, timeout: float | None = ...) -> list[StorageUnitInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/system/storage#method-getInfo"""

async def ejectDevice(id: str, /, *, timeout: float | None = ...) -> EjectDeviceResultCode:
    """https://developer.chrome.com/docs/extensions/reference/api/system/storage#method-ejectDevice"""

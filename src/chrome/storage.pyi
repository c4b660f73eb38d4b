"""`chrome.storage`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/storage
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

AccessLevel: TypeAlias = Literal["TRUSTED_CONTEXTS", "TRUSTED_AND_UNTRUSTED_CONTEXTS"]

class StorageChange(TypedDict):
    oldValue: NotRequired[Any]
    newValue: NotRequired[Any]

class StorageAreaSetAccessLevelAccessOptions(TypedDict):
    accessLevel: AccessLevel

class StorageArea:
    """https://developer.chrome.com/docs/extensions/reference/api/storage#type-StorageArea"""

    onChanged: Event[[dict[str, StorageChange]]]
    async def get(
        self, keys: str | list[str] | dict[str, Any] | None = ..., /, *, timeout: float | None = ...
    ) -> dict[str, Any]: ...
    async def getKeys(self, /, *, timeout: float | None = ...) -> list[str]: ...
    async def getBytesInUse(
        self, keys: str | list[str] | None = ..., /, *, timeout: float | None = ...
    ) -> int: ...
    async def set(self, items: dict[str, Any], /, *, timeout: float | None = ...) -> None: ...
    async def remove(self, keys: str | list[str], /, *, timeout: float | None = ...) -> None: ...
    async def clear(self, /, *, timeout: float | None = ...) -> None: ...
    async def setAccessLevel(
        self,
        accessOptions: StorageAreaSetAccessLevelAccessOptions,
        /,
        *,
        timeout: float | None = ...,
    ) -> None: ...

class SyncStorageArea(StorageArea):
    """https://developer.chrome.com/docs/extensions/reference/api/storage#type-SyncStorageArea"""

    QUOTA_BYTES: Literal[102400]
    QUOTA_BYTES_PER_ITEM: Literal[8192]
    MAX_ITEMS: Literal[512]
    MAX_WRITE_OPERATIONS_PER_HOUR: Literal[1800]
    MAX_WRITE_OPERATIONS_PER_MINUTE: Literal[120]
    MAX_SUSTAINED_WRITE_OPERATIONS_PER_MINUTE: Literal[1000000]

class LocalStorageArea(StorageArea):
    """https://developer.chrome.com/docs/extensions/reference/api/storage#type-LocalStorageArea"""

    QUOTA_BYTES: Literal[10485760]

class SessionStorageArea(StorageArea):
    """https://developer.chrome.com/docs/extensions/reference/api/storage#type-SessionStorageArea"""

    QUOTA_BYTES: Literal[10485760]

sync: SyncStorageArea
"""https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync"""
local: LocalStorageArea
"""https://developer.chrome.com/docs/extensions/reference/api/storage#property-local"""
managed: StorageArea
"""https://developer.chrome.com/docs/extensions/reference/api/storage#property-managed"""
session: SessionStorageArea
"""https://developer.chrome.com/docs/extensions/reference/api/storage#property-session"""
onChanged: Event[[dict[str, StorageChange], str]]
"""https://developer.chrome.com/docs/extensions/reference/api/storage#event-onChanged"""

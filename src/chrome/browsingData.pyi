"""`chrome.browsingData`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/browsingData
"""

from typing import NotRequired, TypedDict

class RemovalOptionsOriginTypes(TypedDict):
    unprotectedWeb: NotRequired[bool]
    protectedWeb: NotRequired[bool]
    extension: NotRequired[bool]

class RemovalOptions(TypedDict):
    since: NotRequired[float]
    originTypes: NotRequired[RemovalOptionsOriginTypes]
    origins: NotRequired[list[str]]
    excludeOrigins: NotRequired[list[str]]

class DataTypeSet(TypedDict):
    appcache: NotRequired[bool]
    cache: NotRequired[bool]
    cacheStorage: NotRequired[bool]
    cookies: NotRequired[bool]
    downloads: NotRequired[bool]
    fileSystems: NotRequired[bool]
    formData: NotRequired[bool]
    history: NotRequired[bool]
    indexedDB: NotRequired[bool]
    localStorage: NotRequired[bool]
    serverBoundCertificates: NotRequired[bool]
    passwords: NotRequired[bool]
    pluginData: NotRequired[bool]
    serviceWorkers: NotRequired[bool]
    webSQL: NotRequired[bool]

class SettingsResult(TypedDict):
    options: RemovalOptions
    dataToRemove: DataTypeSet
    dataRemovalPermitted: DataTypeSet

async def settings(*, timeout: float | None = ...) -> SettingsResult:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-settings"""

async def remove(
    options: RemovalOptions, dataToRemove: DataTypeSet, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-remove"""

async def removeAppcache(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeAppcache"""

async def removeCache(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeCache"""

async def removeCacheStorage(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeCacheStorage"""

async def removeCookies(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeCookies"""

async def removeDownloads(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeDownloads"""

async def removeFileSystems(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeFileSystems"""

async def removeFormData(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeFormData"""

async def removeHistory(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeHistory"""

async def removeIndexedDB(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeIndexedDB"""

async def removeLocalStorage(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeLocalStorage"""

async def removePluginData(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removePluginData"""

async def removePasswords(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removePasswords"""

async def removeServiceWorkers(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeServiceWorkers"""

async def removeWebSQL(options: RemovalOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/browsingData#method-removeWebSQL"""

"""`chrome.permissions`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/permissions
"""

from typing import NotRequired, TypedDict
from chrome.events import Event

class Permissions(TypedDict):
    permissions: NotRequired[list[str]]
    origins: NotRequired[list[str]]

class AddHostAccessRequestRequest(TypedDict):
    documentId: NotRequired[str]
    tabId: NotRequired[int]
    pattern: NotRequired[str]

class RemoveHostAccessRequestRequest(TypedDict):
    documentId: NotRequired[str]
    tabId: NotRequired[int]
    pattern: NotRequired[str]

onAdded: Event[[Permissions]]
"""https://developer.chrome.com/docs/extensions/reference/api/permissions#event-onAdded"""
onRemoved: Event[[Permissions]]
"""https://developer.chrome.com/docs/extensions/reference/api/permissions#event-onRemoved"""

async def getAll(*, timeout: float | None = ...) -> Permissions:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-getAll"""

async def contains(permissions: Permissions, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-contains"""

async def request(permissions: Permissions, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-request"""

async def remove(permissions: Permissions, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-remove"""

async def addHostAccessRequest(
    request: AddHostAccessRequestRequest, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-addHostAccessRequest"""

async def removeHostAccessRequest(
    request: RemoveHostAccessRequestRequest, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/permissions#method-removeHostAccessRequest"""

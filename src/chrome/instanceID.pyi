"""`chrome.instanceID`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/instanceID
"""

from typing import NotRequired, TypedDict
from chrome.events import Event

class GetTokenParams(TypedDict):
    authorizedEntity: str
    scope: str
    options: NotRequired[dict[str, str]]

class DeleteTokenParams(TypedDict):
    authorizedEntity: str
    scope: str

onTokenRefresh: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/instanceID#event-onTokenRefresh"""

async def getID(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/instanceID#method-getID"""

async def getCreationTime(*, timeout: float | None = ...) -> float:
    """https://developer.chrome.com/docs/extensions/reference/api/instanceID#method-getCreationTime"""

async def getToken(getTokenParams: GetTokenParams, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/instanceID#method-getToken"""

async def deleteToken(
    deleteTokenParams: DeleteTokenParams, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/instanceID#method-deleteToken"""

async def deleteID(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/instanceID#method-deleteID"""

"""`chrome.cookies`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/cookies
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

SameSiteStatus: TypeAlias = Literal["no_restriction", "lax", "strict", "unspecified"]
OnChangedCause: TypeAlias = Literal[
    "evicted", "expired", "explicit", "expired_overwrite", "overwrite"
]

class CookiePartitionKey(TypedDict):
    topLevelSite: NotRequired[str]
    hasCrossSiteAncestor: NotRequired[bool]

class Cookie(TypedDict):
    name: str
    value: str
    domain: str
    hostOnly: bool
    path: str
    secure: bool
    httpOnly: bool
    sameSite: SameSiteStatus
    session: bool
    expirationDate: NotRequired[float]
    storeId: str
    partitionKey: NotRequired[CookiePartitionKey]

CookieStore = TypedDict("CookieStore", {"id": str, "tabIds": list[int]})

class CookieDetails(TypedDict):
    url: str
    name: str
    storeId: NotRequired[str]
    partitionKey: NotRequired[CookiePartitionKey]

class FrameDetails(TypedDict):
    tabId: NotRequired[int]
    frameId: NotRequired[int]
    documentId: NotRequired[str]

class ChangedChangeInfo(TypedDict):
    removed: bool
    cookie: Cookie
    cause: OnChangedCause

class GetAllDetails(TypedDict):
    url: NotRequired[str]
    name: NotRequired[str]
    domain: NotRequired[str]
    path: NotRequired[str]
    secure: NotRequired[bool]
    session: NotRequired[bool]
    storeId: NotRequired[str]
    partitionKey: NotRequired[CookiePartitionKey]

class SetDetails(TypedDict):
    url: str
    name: NotRequired[str]
    value: NotRequired[str]
    domain: NotRequired[str]
    path: NotRequired[str]
    secure: NotRequired[bool]
    httpOnly: NotRequired[bool]
    sameSite: NotRequired[SameSiteStatus]
    expirationDate: NotRequired[float]
    storeId: NotRequired[str]
    partitionKey: NotRequired[CookiePartitionKey]

class RemoveResult(TypedDict):
    url: str
    name: str
    storeId: str
    partitionKey: NotRequired[CookiePartitionKey]

class GetPartitionKeyResult(TypedDict):
    partitionKey: CookiePartitionKey

onChanged: Event[[ChangedChangeInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/cookies#event-onChanged"""

async def get(details: CookieDetails, /, *, timeout: float | None = ...) -> Cookie | None:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-get"""

async def getAll(details: GetAllDetails, /, *, timeout: float | None = ...) -> list[Cookie]:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-getAll"""

async def set(details: SetDetails, /, *, timeout: float | None = ...) -> Cookie | None:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-set"""

async def remove(details: CookieDetails, /, *, timeout: float | None = ...) -> RemoveResult | None:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-remove"""

async def getAllCookieStores(*, timeout: float | None = ...) -> list[CookieStore]:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-getAllCookieStores"""

async def getPartitionKey(
    details: FrameDetails, /, *, timeout: float | None = ...
) -> GetPartitionKeyResult:
    """https://developer.chrome.com/docs/extensions/reference/api/cookies#method-getPartitionKey"""

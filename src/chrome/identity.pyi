"""`chrome.identity`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/identity
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

AccountStatus: TypeAlias = Literal["SYNC", "ANY"]
AccountInfo = TypedDict("AccountInfo", {"id": str})

class ProfileDetails(TypedDict):
    accountStatus: NotRequired[AccountStatus]

ProfileUserInfo = TypedDict("ProfileUserInfo", {"email": str, "id": str})

class TokenDetails(TypedDict):
    interactive: NotRequired[bool]
    account: NotRequired[AccountInfo]
    scopes: NotRequired[list[str]]
    enableGranularPermissions: NotRequired[bool]

class InvalidTokenDetails(TypedDict):
    token: str

class WebAuthFlowDetails(TypedDict):
    url: str
    interactive: NotRequired[bool]
    abortOnLoadForNonInteractive: NotRequired[bool]
    timeoutMsForNonInteractive: NotRequired[float]

class GetAuthTokenResult(TypedDict):
    token: NotRequired[str]
    grantedScopes: NotRequired[list[str]]

onSignInChanged: Event[[AccountInfo, bool]]
"""https://developer.chrome.com/docs/extensions/reference/api/identity#event-onSignInChanged"""

async def getAuthToken(
    details: TokenDetails | None = ..., /, *, timeout: float | None = ...
) -> GetAuthTokenResult:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-getAuthToken"""

async def getProfileUserInfo(
    details: ProfileDetails | None = ..., /, *, timeout: float | None = ...
) -> ProfileUserInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-getProfileUserInfo"""

async def removeCachedAuthToken(
    details: InvalidTokenDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-removeCachedAuthToken"""

async def clearAllCachedAuthTokens(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-clearAllCachedAuthTokens"""

async def launchWebAuthFlow(
    details: WebAuthFlowDetails, /, *, timeout: float | None = ...
) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-launchWebAuthFlow"""

async def getRedirectURL(path: str | None = ..., /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/identity#method-getRedirectURL"""

"""`chrome.extension`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/extension
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

ViewType: TypeAlias = Literal["tab", "popup"]
GetViewsFetchProperties = TypedDict(
    "GetViewsFetchProperties",
    {"type": NotRequired[ViewType], "windowId": NotRequired[int], "tabId": NotRequired[int]},
)

inIncognitoContext: bool
"""https://developer.chrome.com/docs/extensions/reference/api/extension#property-inIncognitoContext"""

async def getViews(
    fetchProperties: GetViewsFetchProperties | None = ..., /, *, timeout: float | None = ...
) -> list[Any]:
    """https://developer.chrome.com/docs/extensions/reference/api/extension#method-getViews"""

async def getBackgroundPage(*, timeout: float | None = ...) -> Any | None:
    """https://developer.chrome.com/docs/extensions/reference/api/extension#method-getBackgroundPage"""

async def isAllowedIncognitoAccess(*, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/extension#method-isAllowedIncognitoAccess"""

async def isAllowedFileSchemeAccess(*, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/extension#method-isAllowedFileSchemeAccess"""

async def setUpdateUrlData(data: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/extension#method-setUpdateUrlData"""

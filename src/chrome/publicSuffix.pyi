"""`chrome.publicSuffix`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/publicSuffix
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

DomainEncoding: TypeAlias = Literal["punycode", "display"]

class DomainOptions(TypedDict):
    encoding: NotRequired[DomainEncoding]
    allowIPAddress: NotRequired[bool]
    allowPlainSuffix: NotRequired[bool]
    allowUnknownSuffix: NotRequired[bool]

async def isKnownSuffix(hostname: str, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/publicSuffix#method-isKnownSuffix"""

async def getKnownSuffix(hostname: str, /, *, timeout: float | None = ...) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/publicSuffix#method-getKnownSuffix"""

async def getDomain(
    hostname: str, options: DomainOptions | None = ..., /, *, timeout: float | None = ...
) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/publicSuffix#method-getDomain"""

"""`chrome.enterprise.platformKeys`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

Scope: TypeAlias = Literal["USER", "MACHINE"]
Algorithm: TypeAlias = Literal["RSA", "ECDSA"]
Token = TypedDict("Token", {"id": str, "subtleCrypto": Any, "softwareBackedSubtleCrypto": Any})

class RegisterKeyOptions(TypedDict):
    algorithm: Algorithm

class ChallengeKeyOptions(TypedDict):
    challenge: bytes
    registerKey: NotRequired[RegisterKeyOptions]
    scope: Scope

async def getTokens(*, timeout: float | None = ...) -> list[Token]:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-getTokens"""

async def getCertificates(tokenId: str, /, *, timeout: float | None = ...) -> list[bytes]:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-getCertificates"""

async def importCertificate(
    tokenId: str, certificate: bytes, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-importCertificate"""

async def removeCertificate(
    tokenId: str, certificate: bytes, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-removeCertificate"""

async def challengeKey(options: ChallengeKeyOptions, /, *, timeout: float | None = ...) -> bytes:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-challengeKey"""

async def challengeMachineKey(
    challenge: bytes, registerKey: bool | None = ..., /, *, timeout: float | None = ...
) -> bytes:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-challengeMachineKey"""

async def challengeUserKey(
    challenge: bytes, registerKey: bool, /, *, timeout: float | None = ...
) -> bytes:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/platformKeys#method-challengeUserKey"""

"""`chrome.platformKeys`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/platformKeys
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict

ClientCertificateType: TypeAlias = Literal["rsaSign", "ecdsaSign"]

class Match(TypedDict):
    certificate: bytes
    keyAlgorithm: dict[str, Any]

class ClientCertificateRequest(TypedDict):
    certificateTypes: list[ClientCertificateType]
    certificateAuthorities: list[bytes]

class SelectDetails(TypedDict):
    request: ClientCertificateRequest
    clientCerts: NotRequired[list[bytes]]
    interactive: bool

class VerificationDetails(TypedDict):
    serverCertificateChain: list[bytes]
    hostname: str

class VerificationResult(TypedDict):
    trusted: bool
    debug_errors: list[str]

async def selectClientCertificates(
    details: SelectDetails, /, *, timeout: float | None = ...
) -> list[Match]:
    """https://developer.chrome.com/docs/extensions/reference/api/platformKeys#method-selectClientCertificates"""

async def getKeyPair(
    certificate: bytes,
    parameters: dict[str, Any],
    callback: Callable[[dict[str, Any], dict[str, Any] | None], Any],
    /,
    *,
    timeout: float | None = ...,
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/platformKeys#method-getKeyPair"""

async def getKeyPairBySpki(
    publicKeySpkiDer: bytes,
    parameters: dict[str, Any],
    callback: Callable[[dict[str, Any], dict[str, Any] | None], Any],
    /,
    *,
    timeout: float | None = ...,
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/platformKeys#method-getKeyPairBySpki"""

async def subtleCrypto(*, timeout: float | None = ...) -> dict[str, Any] | None:
    """https://developer.chrome.com/docs/extensions/reference/api/platformKeys#method-subtleCrypto"""

async def verifyTLSServerCertificate(
    details: VerificationDetails, /, *, timeout: float | None = ...
) -> VerificationResult:
    """https://developer.chrome.com/docs/extensions/reference/api/platformKeys#method-verifyTLSServerCertificate"""

"""`chrome.certificateProvider`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/certificateProvider
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

Algorithm: TypeAlias = Literal[
    "RSASSA_PKCS1_v1_5_MD5_SHA1",
    "RSASSA_PKCS1_v1_5_SHA1",
    "RSASSA_PKCS1_v1_5_SHA256",
    "RSASSA_PKCS1_v1_5_SHA384",
    "RSASSA_PKCS1_v1_5_SHA512",
    "RSASSA_PSS_SHA256",
    "RSASSA_PSS_SHA384",
    "RSASSA_PSS_SHA512",
]
Error: TypeAlias = Literal["GENERAL_ERROR"]
Hash: TypeAlias = Literal["MD5_SHA1", "SHA1", "SHA256", "SHA384", "SHA512"]
PinRequestType: TypeAlias = Literal["PIN", "PUK"]
PinRequestErrorType: TypeAlias = Literal[
    "INVALID_PIN", "INVALID_PUK", "MAX_ATTEMPTS_EXCEEDED", "UNKNOWN_ERROR"
]

class ClientCertificateInfo(TypedDict):
    certificateChain: list[bytes]
    supportedAlgorithms: list[Algorithm]

class SetCertificatesDetails(TypedDict):
    certificatesRequestId: NotRequired[int]
    error: NotRequired[Error]
    clientCertificates: list[ClientCertificateInfo]

class CertificatesUpdateRequest(TypedDict):
    certificatesRequestId: int

SignatureRequest = TypedDict(
    "SignatureRequest",
    {"signRequestId": int, "input": bytes, "algorithm": Algorithm, "certificate": bytes},
)

class ReportSignatureDetails(TypedDict):
    signRequestId: int
    error: NotRequired[Error]
    signature: NotRequired[bytes]

class CertificateInfo(TypedDict):
    certificate: bytes
    supportedHashes: list[Hash]

SignRequest = TypedDict(
    "SignRequest", {"signRequestId": int, "digest": bytes, "hash": Hash, "certificate": bytes}
)

class RequestPinDetails(TypedDict):
    signRequestId: int
    requestType: NotRequired[PinRequestType]
    errorType: NotRequired[PinRequestErrorType]
    attemptsLeft: NotRequired[int]

class StopPinRequestDetails(TypedDict):
    signRequestId: int
    errorType: NotRequired[PinRequestErrorType]

class PinResponseDetails(TypedDict):
    userInput: NotRequired[str]

onCertificatesUpdateRequested: Event[[CertificatesUpdateRequest]]
"""https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#event-onCertificatesUpdateRequested"""
onSignatureRequested: Event[[SignatureRequest]]
"""https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#event-onSignatureRequested"""

async def requestPin(
    details: RequestPinDetails, /, *, timeout: float | None = ...
) -> PinResponseDetails | None:
    """https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#method-requestPin"""

async def stopPinRequest(details: StopPinRequestDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#method-stopPinRequest"""

async def setCertificates(
    details: SetCertificatesDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#method-setCertificates"""

async def reportSignature(
    details: ReportSignatureDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/certificateProvider#method-reportSignature"""

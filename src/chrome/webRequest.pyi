"""`chrome.webRequest`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/webRequest
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import extensionTypes as _extensionTypes
from chrome.events import Event, Listeners, R

ResourceType: TypeAlias = Literal[
    "main_frame",
    "sub_frame",
    "stylesheet",
    "script",
    "image",
    "font",
    "object",
    "xmlhttprequest",
    "ping",
    "csp_report",
    "media",
    "websocket",
    "webbundle",
    "other",
]
OnBeforeRequestOptions: TypeAlias = Literal["blocking", "requestBody", "extraHeaders"]
OnBeforeSendHeadersOptions: TypeAlias = Literal["requestHeaders", "blocking", "extraHeaders"]
OnSendHeadersOptions: TypeAlias = Literal["requestHeaders", "extraHeaders"]
OnHeadersReceivedOptions: TypeAlias = Literal[
    "blocking", "responseHeaders", "extraHeaders", "securityInfo", "securityInfoRawDer"
]
OnAuthRequiredOptions: TypeAlias = Literal[
    "responseHeaders", "blocking", "asyncBlocking", "extraHeaders"
]
OnResponseStartedOptions: TypeAlias = Literal["responseHeaders", "extraHeaders"]
OnBeforeRedirectOptions: TypeAlias = Literal["responseHeaders", "extraHeaders"]
OnCompletedOptions: TypeAlias = Literal["responseHeaders", "extraHeaders"]
OnErrorOccurredOptions: TypeAlias = Literal["extraHeaders"]
HttpHeaders: TypeAlias = list[HttpHeader]
FormDataItem: TypeAlias = bytes | str
IgnoredActionType: TypeAlias = Literal[
    "redirect", "request_headers", "response_headers", "auth_credentials"
]

class RequestFilter(TypedDict):
    urls: list[str]
    types: NotRequired[list[ResourceType]]
    tabId: NotRequired[int]
    windowId: NotRequired[int]

class HttpHeader(TypedDict):
    name: str
    value: NotRequired[str]
    binaryValue: NotRequired[list[int]]

class BlockingResponseAuthCredentials(TypedDict):
    username: str
    password: str

class BlockingResponse(TypedDict):
    cancel: NotRequired[bool]
    redirectUrl: NotRequired[str]
    requestHeaders: NotRequired[HttpHeaders]
    responseHeaders: NotRequired[HttpHeaders]
    authCredentials: NotRequired[BlockingResponseAuthCredentials]

UploadData = TypedDict("UploadData", {"bytes": NotRequired[Any], "file": NotRequired[str]})

class SecurityInfoCertificateFingerprint(TypedDict):
    sha256: str

class SecurityInfoCertificate(TypedDict):
    rawDER: NotRequired[bytes]
    fingerprint: SecurityInfoCertificateFingerprint

class SecurityInfo(TypedDict):
    certificates: list[SecurityInfoCertificate]
    state: str

class BeforeRequestDetailsRequestBody(TypedDict):
    error: NotRequired[str]
    formData: NotRequired[dict[str, list[FormDataItem]]]
    raw: NotRequired[list[UploadData]]

BeforeRequestDetails = TypedDict(
    "BeforeRequestDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": NotRequired[_extensionTypes.DocumentLifecycle],
        "frameType": NotRequired[_extensionTypes.FrameType],
        "requestBody": NotRequired[BeforeRequestDetailsRequestBody],
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
    },
)

BeforeSendHeadersDetails = TypedDict(
    "BeforeSendHeadersDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "initiator": NotRequired[str],
        "type": ResourceType,
        "timeStamp": float,
        "requestHeaders": NotRequired[HttpHeaders],
    },
)

SendHeadersDetails = TypedDict(
    "SendHeadersDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "requestHeaders": NotRequired[HttpHeaders],
    },
)

HeadersReceivedDetails = TypedDict(
    "HeadersReceivedDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "statusLine": str,
        "responseHeaders": NotRequired[HttpHeaders],
        "statusCode": int,
        "securityInfo": NotRequired[SecurityInfo],
    },
)

class AuthRequiredDetailsChallenger(TypedDict):
    host: str
    port: int

AuthRequiredDetails = TypedDict(
    "AuthRequiredDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "scheme": str,
        "realm": NotRequired[str],
        "challenger": AuthRequiredDetailsChallenger,
        "isProxy": bool,
        "responseHeaders": NotRequired[HttpHeaders],
        "statusLine": str,
        "statusCode": int,
    },
)

ResponseStartedDetails = TypedDict(
    "ResponseStartedDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "ip": NotRequired[str],
        "fromCache": bool,
        "statusCode": int,
        "responseHeaders": NotRequired[HttpHeaders],
        "statusLine": str,
    },
)

BeforeRedirectDetails = TypedDict(
    "BeforeRedirectDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "ip": NotRequired[str],
        "fromCache": bool,
        "statusCode": int,
        "redirectUrl": str,
        "responseHeaders": NotRequired[HttpHeaders],
        "statusLine": str,
    },
)

CompletedDetails = TypedDict(
    "CompletedDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "ip": NotRequired[str],
        "fromCache": bool,
        "statusCode": int,
        "responseHeaders": NotRequired[HttpHeaders],
        "statusLine": str,
    },
)

ErrorOccurredDetails = TypedDict(
    "ErrorOccurredDetails",
    {
        "requestId": str,
        "url": str,
        "method": str,
        "frameId": int,
        "parentFrameId": int,
        "documentId": NotRequired[str],
        "parentDocumentId": NotRequired[str],
        "documentLifecycle": _extensionTypes.DocumentLifecycle,
        "frameType": _extensionTypes.FrameType,
        "tabId": int,
        "type": ResourceType,
        "initiator": NotRequired[str],
        "timeStamp": float,
        "ip": NotRequired[str],
        "fromCache": bool,
        "error": str,
    },
)

class ActionIgnoredDetails(TypedDict):
    requestId: str
    action: IgnoredActionType

MAX_HANDLER_BEHAVIOR_CHANGED_CALLS_PER_10_MINUTES: Literal[20]
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#property-MAX_HANDLER_BEHAVIOR_CHANGED_CALLS_PER_10_MINUTES"""

class _onBeforeRequest(Listeners[[BeforeRequestDetails]]):
    def addListener(
        self,
        callback: Callable[[BeforeRequestDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnBeforeRequestOptions] | None = ...,
        /,
    ) -> Callable[[BeforeRequestDetails], R]: ...

onBeforeRequest: _onBeforeRequest
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onBeforeRequest"""

class _onBeforeSendHeaders(Listeners[[BeforeSendHeadersDetails]]):
    def addListener(
        self,
        callback: Callable[[BeforeSendHeadersDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnBeforeSendHeadersOptions] | None = ...,
        /,
    ) -> Callable[[BeforeSendHeadersDetails], R]: ...

onBeforeSendHeaders: _onBeforeSendHeaders
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onBeforeSendHeaders"""

class _onSendHeaders(Listeners[[SendHeadersDetails]]):
    def addListener(
        self,
        callback: Callable[[SendHeadersDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnSendHeadersOptions] | None = ...,
        /,
    ) -> Callable[[SendHeadersDetails], R]: ...

onSendHeaders: _onSendHeaders
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onSendHeaders"""

class _onHeadersReceived(Listeners[[HeadersReceivedDetails]]):
    def addListener(
        self,
        callback: Callable[[HeadersReceivedDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnHeadersReceivedOptions] | None = ...,
        /,
    ) -> Callable[[HeadersReceivedDetails], R]: ...

onHeadersReceived: _onHeadersReceived
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onHeadersReceived"""

class _onAuthRequired(Listeners[[AuthRequiredDetails, Callable[[BlockingResponse], Any] | None]]):
    def addListener(
        self,
        callback: Callable[[AuthRequiredDetails, Callable[[BlockingResponse], Any] | None], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnAuthRequiredOptions] | None = ...,
        /,
    ) -> Callable[[AuthRequiredDetails, Callable[[BlockingResponse], Any] | None], R]: ...

onAuthRequired: _onAuthRequired
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onAuthRequired"""

class _onResponseStarted(Listeners[[ResponseStartedDetails]]):
    def addListener(
        self,
        callback: Callable[[ResponseStartedDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnResponseStartedOptions] | None = ...,
        /,
    ) -> Callable[[ResponseStartedDetails], R]: ...

onResponseStarted: _onResponseStarted
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onResponseStarted"""

class _onBeforeRedirect(Listeners[[BeforeRedirectDetails]]):
    def addListener(
        self,
        callback: Callable[[BeforeRedirectDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnBeforeRedirectOptions] | None = ...,
        /,
    ) -> Callable[[BeforeRedirectDetails], R]: ...

onBeforeRedirect: _onBeforeRedirect
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onBeforeRedirect"""

class _onCompleted(Listeners[[CompletedDetails]]):
    def addListener(
        self,
        callback: Callable[[CompletedDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnCompletedOptions] | None = ...,
        /,
    ) -> Callable[[CompletedDetails], R]: ...

onCompleted: _onCompleted
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onCompleted"""

class _onErrorOccurred(Listeners[[ErrorOccurredDetails]]):
    def addListener(
        self,
        callback: Callable[[ErrorOccurredDetails], R],
        filter: RequestFilter,
        extraInfoSpec: list[OnErrorOccurredOptions] | None = ...,
        /,
    ) -> Callable[[ErrorOccurredDetails], R]: ...

onErrorOccurred: _onErrorOccurred
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onErrorOccurred"""
onActionIgnored: Event[[ActionIgnoredDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onActionIgnored"""

async def handlerBehaviorChanged(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/webRequest#method-handlerBehaviorChanged"""

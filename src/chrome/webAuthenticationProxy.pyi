"""`chrome.webAuthenticationProxy`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy
"""

from typing import NotRequired, TypedDict
from chrome.events import Event

class IsUvpaaRequest(TypedDict):
    requestId: int

class CreateRequest(TypedDict):
    requestId: int
    requestDetailsJson: str

class GetRequest(TypedDict):
    requestId: int
    requestDetailsJson: str

class DOMExceptionDetails(TypedDict):
    name: str
    message: str

class CreateResponseDetails(TypedDict):
    requestId: int
    error: NotRequired[DOMExceptionDetails]
    responseJson: NotRequired[str]

class GetResponseDetails(TypedDict):
    requestId: int
    error: NotRequired[DOMExceptionDetails]
    responseJson: NotRequired[str]

class IsUvpaaResponseDetails(TypedDict):
    requestId: int
    isUvpaa: bool

onRemoteSessionStateChange: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#event-onRemoteSessionStateChange"""
onCreateRequest: Event[[CreateRequest]]
"""https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#event-onCreateRequest"""
onGetRequest: Event[[GetRequest]]
"""https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#event-onGetRequest"""
onIsUvpaaRequest: Event[[IsUvpaaRequest]]
"""https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#event-onIsUvpaaRequest"""
onRequestCanceled: Event[[int]]
"""https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#event-onRequestCanceled"""

async def completeCreateRequest(
    details: CreateResponseDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#method-completeCreateRequest"""

async def completeGetRequest(
    details: GetResponseDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#method-completeGetRequest"""

async def completeIsUvpaaRequest(
    details: IsUvpaaResponseDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#method-completeIsUvpaaRequest"""

async def attach(*, timeout: float | None = ...) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#method-attach"""

async def detach(*, timeout: float | None = ...) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy#method-detach"""

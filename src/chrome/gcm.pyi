"""`chrome.gcm`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/gcm
"""

from typing import Literal, NotRequired, TypedDict
from chrome.events import Event

Message = TypedDict(
    "Message", {"data": dict[str, str], "from": NotRequired[str], "collapseKey": NotRequired[str]}
)

class SendErrorError(TypedDict):
    errorMessage: str
    messageId: NotRequired[str]
    details: dict[str, str]

class SendMessage(TypedDict):
    destinationId: str
    messageId: str
    timeToLive: NotRequired[float]
    data: dict[str, str]

MAX_MESSAGE_SIZE: Literal[4096]
"""https://developer.chrome.com/docs/extensions/reference/api/gcm#property-MAX_MESSAGE_SIZE"""
onMessage: Event[[Message]]
"""https://developer.chrome.com/docs/extensions/reference/api/gcm#event-onMessage"""
onMessagesDeleted: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/gcm#event-onMessagesDeleted"""
onSendError: Event[[SendErrorError]]
"""https://developer.chrome.com/docs/extensions/reference/api/gcm#event-onSendError"""

async def register(senderIds: list[str], /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/gcm#method-register"""

async def unregister(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/gcm#method-unregister"""

async def send(message: SendMessage, /, *, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/gcm#method-send"""

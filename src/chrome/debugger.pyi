"""`chrome.debugger`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/debugger
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

TargetInfoType: TypeAlias = Literal["page", "background_page", "worker", "other"]
DetachReason: TypeAlias = Literal["target_closed", "canceled_by_user"]

class Debuggee(TypedDict):
    tabId: NotRequired[int]
    extensionId: NotRequired[str]
    targetId: NotRequired[str]

class DebuggerSession(TypedDict):
    tabId: NotRequired[int]
    extensionId: NotRequired[str]
    targetId: NotRequired[str]
    sessionId: NotRequired[str]

TargetInfo = TypedDict(
    "TargetInfo",
    {
        "type": TargetInfoType,
        "id": str,
        "tabId": NotRequired[int],
        "extensionId": NotRequired[str],
        "attached": bool,
        "title": str,
        "url": str,
        "faviconUrl": NotRequired[str],
    },
)

onEvent: Event[[DebuggerSession, str, dict[str, Any] | None]]
"""https://developer.chrome.com/docs/extensions/reference/api/debugger#event-onEvent"""
onDetach: Event[[Debuggee, DetachReason]]
"""https://developer.chrome.com/docs/extensions/reference/api/debugger#event-onDetach"""

async def attach(target: Debuggee, requiredVersion: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/debugger#method-attach"""

async def detach(target: Debuggee, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/debugger#method-detach"""

async def sendCommand(
    target: DebuggerSession,
    method: str,
    commandParams: dict[str, Any] | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> dict[str, Any] | None:
    """https://developer.chrome.com/docs/extensions/reference/api/debugger#method-sendCommand"""

async def getTargets(*, timeout: float | None = ...) -> list[TargetInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/debugger#method-getTargets"""

"""`chrome.scripting`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/scripting
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import extensionTypes as _extensionTypes

StyleOrigin: TypeAlias = Literal["AUTHOR", "USER"]
ExecutionWorld: TypeAlias = Literal["ISOLATED", "MAIN"]

class InjectionTarget(TypedDict):
    tabId: int
    frameIds: NotRequired[list[int]]
    documentIds: NotRequired[list[str]]
    allFrames: NotRequired[bool]

class ScriptInjection(TypedDict):
    func: NotRequired[Callable[[], Any]]
    args: NotRequired[list[Any]]
    files: NotRequired[list[str]]
    target: InjectionTarget
    world: NotRequired[ExecutionWorld]
    injectImmediately: NotRequired[bool]

class CSSInjection(TypedDict):
    target: InjectionTarget
    css: NotRequired[str]
    files: NotRequired[list[str]]
    origin: NotRequired[StyleOrigin]

class InjectionResult(TypedDict):
    result: NotRequired[Any]
    frameId: int
    documentId: str

RegisteredContentScript = TypedDict(
    "RegisteredContentScript",
    {
        "id": str,
        "matches": NotRequired[list[str]],
        "excludeMatches": NotRequired[list[str]],
        "css": NotRequired[list[str]],
        "js": NotRequired[list[str]],
        "allFrames": NotRequired[bool],
        "matchOriginAsFallback": NotRequired[bool],
        "runAt": NotRequired[_extensionTypes.RunAt],
        "persistAcrossSessions": NotRequired[bool],
        "world": NotRequired[ExecutionWorld],
    },
)

class ContentScriptFilter(TypedDict):
    ids: NotRequired[list[str]]

async def executeScript(
    injection: ScriptInjection, /, *, timeout: float | None = ...
) -> list[InjectionResult]:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-executeScript"""

async def insertCSS(injection: CSSInjection, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-insertCSS"""

async def removeCSS(injection: CSSInjection, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-removeCSS"""

async def registerContentScripts(
    scripts: list[RegisteredContentScript], /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-registerContentScripts"""

async def getRegisteredContentScripts(
    filter: ContentScriptFilter | None = ..., /, *, timeout: float | None = ...
) -> list[RegisteredContentScript]:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-getRegisteredContentScripts"""

async def unregisterContentScripts(
    filter: ContentScriptFilter | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-unregisterContentScripts"""

async def updateContentScripts(
    scripts: list[RegisteredContentScript], /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/scripting#method-updateContentScripts"""

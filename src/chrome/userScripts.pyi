"""`chrome.userScripts`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/userScripts
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome import extensionTypes as _extensionTypes

ExecutionWorld: TypeAlias = Literal["MAIN", "USER_SCRIPT"]

class ScriptSource(TypedDict):
    code: NotRequired[str]
    file: NotRequired[str]

RegisteredUserScript = TypedDict(
    "RegisteredUserScript",
    {
        "allFrames": NotRequired[bool],
        "excludeMatches": NotRequired[list[str]],
        "id": str,
        "includeGlobs": NotRequired[list[str]],
        "excludeGlobs": NotRequired[list[str]],
        "js": NotRequired[list[ScriptSource]],
        "matches": NotRequired[list[str]],
        "runAt": NotRequired[_extensionTypes.RunAt],
        "world": NotRequired[ExecutionWorld],
        "worldId": NotRequired[str],
    },
)

class UserScriptFilter(TypedDict):
    ids: NotRequired[list[str]]

class InjectionTarget(TypedDict):
    allFrames: NotRequired[bool]
    documentIds: NotRequired[list[str]]
    frameIds: NotRequired[list[int]]
    tabId: int

class InjectionResult(TypedDict):
    documentId: str
    frameId: int
    result: NotRequired[Any]
    error: NotRequired[str]

class UserScriptInjection(TypedDict):
    injectImmediately: NotRequired[bool]
    js: list[ScriptSource]
    target: InjectionTarget
    world: NotRequired[ExecutionWorld]
    worldId: NotRequired[str]

class WorldProperties(TypedDict):
    worldId: NotRequired[str]
    csp: NotRequired[str]
    messaging: NotRequired[bool]

async def register(scripts: list[RegisteredUserScript], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-register"""

async def getScripts(
    filter: UserScriptFilter | None = ..., /, *, timeout: float | None = ...
) -> list[RegisteredUserScript]:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-getScripts"""

async def unregister(
    filter: UserScriptFilter | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-unregister"""

async def update(scripts: list[RegisteredUserScript], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-update"""

async def execute(
    injection: UserScriptInjection, /, *, timeout: float | None = ...
) -> list[InjectionResult]:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-execute"""

async def configureWorld(properties: WorldProperties, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-configureWorld"""

async def getWorldConfigurations(*, timeout: float | None = ...) -> list[WorldProperties]:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-getWorldConfigurations"""

async def resetWorldConfiguration(
    worldId: str | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/userScripts#method-resetWorldConfiguration"""

"""`chrome.devtools.inspectedWindow`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow
"""

from typing import Any, NotRequired, TypedDict
from chrome.events import Event

class ResourceGetContentResult(TypedDict):
    content: str
    encoding: str

class EvalOptions(TypedDict):
    frameURL: NotRequired[str]
    useContentScriptContext: NotRequired[bool]
    scriptExecutionContext: NotRequired[str]

class EvalResultExceptionInfo(TypedDict):
    isError: bool
    code: str
    description: str
    details: list[Any]
    isException: bool
    value: str

class EvalResult(TypedDict):
    result: dict[str, Any]
    exceptionInfo: EvalResultExceptionInfo

class ReloadOptions(TypedDict):
    ignoreCache: NotRequired[bool]
    userAgent: NotRequired[str]
    injectedScript: NotRequired[str]

class Resource:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#type-Resource"""

    url: str
    def getContent(self, /) -> ResourceGetContentResult: ...
    def setContent(self, content: str, commit: bool, /) -> dict[str, Any] | None: ...

tabId: int
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#property-tabId"""
onResourceAdded: Event[[Resource]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#event-onResourceAdded"""
onResourceContentCommitted: Event[[Resource, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#event-onResourceContentCommitted"""

async def eval(
    expression: str, options: EvalOptions | None = ..., /, *, timeout: float | None = ...
) -> EvalResult:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#method-eval"""

async def reload(
    reloadOptions: ReloadOptions | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#method-reload"""

async def getResources(*, timeout: float | None = ...) -> list[Resource]:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow#method-getResources"""

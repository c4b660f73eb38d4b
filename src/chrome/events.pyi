"""`chrome.events`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/events
"""

from typing import Any, Callable, Generic, NotRequired, ParamSpec, TypedDict, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

class Listeners(Generic[P]):
    """The functions that an event calls; each may be `async`.

    Source: https://developer.chrome.com/docs/extensions/reference/api/events#type-Event
    """
    def removeListener(self, callback: Callable[P, Any], /) -> None: ...
    def hasListener(self, callback: Callable[P, Any], /) -> bool: ...
    def hasListeners(self) -> bool: ...

class Event(Listeners[P]):
    """An event that takes any listener."""
    def addListener(self, callback: Callable[P, R], /) -> Callable[P, R]:
        """Call a function at every event. Serves as a decorator too."""

Rule = TypedDict(
    "Rule",
    {
        "id": NotRequired[str],
        "tags": NotRequired[list[str]],
        "conditions": list[Any],
        "actions": list[Any],
        "priority": NotRequired[int],
    },
)

class UrlFilter(TypedDict):
    hostContains: NotRequired[str]
    hostEquals: NotRequired[str]
    hostPrefix: NotRequired[str]
    hostSuffix: NotRequired[str]
    pathContains: NotRequired[str]
    pathEquals: NotRequired[str]
    pathPrefix: NotRequired[str]
    pathSuffix: NotRequired[str]
    queryContains: NotRequired[str]
    queryEquals: NotRequired[str]
    queryPrefix: NotRequired[str]
    querySuffix: NotRequired[str]
    urlContains: NotRequired[str]
    urlEquals: NotRequired[str]
    urlMatches: NotRequired[str]
    originAndPathMatches: NotRequired[str]
    urlPrefix: NotRequired[str]
    urlSuffix: NotRequired[str]
    schemes: NotRequired[list[str]]
    ports: NotRequired[list[int | list[int]]]
    cidrBlocks: NotRequired[list[str]]

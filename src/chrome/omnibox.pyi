"""`chrome.omnibox`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/omnibox
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

DescriptionStyleType: TypeAlias = Literal["url", "match", "dim"]
OnInputEnteredDisposition: TypeAlias = Literal["currentTab", "newForegroundTab", "newBackgroundTab"]

class SuggestResult(TypedDict):
    content: str
    description: str
    deletable: NotRequired[bool]

class DefaultSuggestResult(TypedDict):
    description: str

onInputStarted: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/omnibox#event-onInputStarted"""
onInputChanged: Event[[str, Callable[[list[SuggestResult]], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/omnibox#event-onInputChanged"""
onInputEntered: Event[[str, OnInputEnteredDisposition]]
"""https://developer.chrome.com/docs/extensions/reference/api/omnibox#event-onInputEntered"""
onInputCancelled: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/omnibox#event-onInputCancelled"""
onDeleteSuggestion: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/omnibox#event-onDeleteSuggestion"""

async def setDefaultSuggestion(
    suggestion: DefaultSuggestResult, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/omnibox#method-setDefaultSuggestion"""

"""`chrome.types`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/types
"""

from typing import Generic, Literal, NotRequired, TypeAlias, TypedDict, TypeVar
from chrome.events import Event

T = TypeVar("T")
ChromeSettingScope: TypeAlias = Literal[
    "regular", "regular_only", "incognito_persistent", "incognito_session_only"
]
LevelOfControl: TypeAlias = Literal[
    "not_controllable",
    "controlled_by_other_extensions",
    "controllable_by_this_extension",
    "controlled_by_this_extension",
]

class ChromeSettingOnChangeDetails(TypedDict, Generic[T]):
    value: T
    levelOfControl: LevelOfControl
    incognitoSpecific: NotRequired[bool]

class ChromeSettingGetDetails(TypedDict):
    incognito: NotRequired[bool]

class ChromeSettingGetResult(TypedDict, Generic[T]):
    value: T
    levelOfControl: LevelOfControl
    incognitoSpecific: NotRequired[bool]

class ChromeSettingSetDetails(TypedDict, Generic[T]):
    value: T
    scope: NotRequired[ChromeSettingScope]

class ChromeSettingClearDetails(TypedDict):
    scope: NotRequired[ChromeSettingScope]

class ChromeSetting(Generic[T]):
    """https://developer.chrome.com/docs/extensions/reference/api/types#type-ChromeSetting"""

    onChange: Event[[ChromeSettingOnChangeDetails[T]]]
    async def get(
        self, details: ChromeSettingGetDetails, /, *, timeout: float | None = ...
    ) -> ChromeSettingGetResult[T]: ...
    async def set(
        self, details: ChromeSettingSetDetails[T], /, *, timeout: float | None = ...
    ) -> None: ...
    async def clear(
        self, details: ChromeSettingClearDetails, /, *, timeout: float | None = ...
    ) -> None: ...

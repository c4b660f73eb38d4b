"""`chrome.i18n`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/i18n
"""

from typing import Any, NotRequired, TypeAlias, TypedDict

LanguageCode: TypeAlias = str

class GetMessageOptions(TypedDict):
    escapeLt: NotRequired[bool]

class DetectLanguageResultLanguage(TypedDict):
    language: LanguageCode
    percentage: float

class DetectLanguageResult(TypedDict):
    isReliable: bool
    languages: list[DetectLanguageResultLanguage]

async def getAcceptLanguages(*, timeout: float | None = ...) -> list[LanguageCode]:
    """https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getAcceptLanguages"""

async def getMessage(
    messageName: str,
    substitutions: Any = ...,
    options: GetMessageOptions | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getMessage"""

async def getUILanguage(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getUILanguage"""

async def detectLanguage(text: str, /, *, timeout: float | None = ...) -> DetectLanguageResult:
    """https://developer.chrome.com/docs/extensions/reference/api/i18n#method-detectLanguage"""

"""`chrome.enterprise.kioskInput`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/kioskInput
"""

from typing import TypedDict

class SetCurrentInputMethodOptions(TypedDict):
    inputMethodId: str

async def setCurrentInputMethod(
    options: SetCurrentInputMethodOptions, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/kioskInput#method-setCurrentInputMethod"""

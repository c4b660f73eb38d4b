"""`chrome.systemLog`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/systemLog
"""

from typing import TypedDict

class MessageOptions(TypedDict):
    message: str

async def add(options: MessageOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/systemLog#method-add"""

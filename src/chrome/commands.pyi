"""`chrome.commands`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/commands
"""

from typing import NotRequired, TypedDict
from chrome import tabs as _tabs
from chrome.events import Event

class Command(TypedDict):
    name: NotRequired[str]
    description: NotRequired[str]
    shortcut: NotRequired[str]

onCommand: Event[[str, _tabs.Tab | None]]
"""https://developer.chrome.com/docs/extensions/reference/api/commands#event-onCommand"""

async def getAll(*, timeout: float | None = ...) -> list[Command]:
    """https://developer.chrome.com/docs/extensions/reference/api/commands#method-getAll"""

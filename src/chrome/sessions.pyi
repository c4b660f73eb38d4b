"""`chrome.sessions`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/sessions
"""

from typing import Literal, NotRequired, TypedDict
from chrome import tabs as _tabs
from chrome import windows as _windows
from chrome.events import Event

class Filter(TypedDict):
    maxResults: NotRequired[int]

class Session(TypedDict):
    lastModified: float
    tab: NotRequired[_tabs.Tab]
    window: NotRequired[_windows.Window]

class Device(TypedDict):
    deviceName: str
    sessions: list[Session]

MAX_SESSION_RESULTS: Literal[25]
"""https://developer.chrome.com/docs/extensions/reference/api/sessions#property-MAX_SESSION_RESULTS"""
onChanged: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/sessions#event-onChanged"""

async def getRecentlyClosed(
    filter: Filter | None = ..., /, *, timeout: float | None = ...
) -> list[Session]:
    """https://developer.chrome.com/docs/extensions/reference/api/sessions#method-getRecentlyClosed"""

async def getDevices(
    filter: Filter | None = ..., /, *, timeout: float | None = ...
) -> list[Device]:
    """https://developer.chrome.com/docs/extensions/reference/api/sessions#method-getDevices"""

async def restore(sessionId: str | None = ..., /, *, timeout: float | None = ...) -> Session:
    """https://developer.chrome.com/docs/extensions/reference/api/sessions#method-restore"""

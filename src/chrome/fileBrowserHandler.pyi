"""`chrome.fileBrowserHandler`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/fileBrowserHandler
"""

from typing import Any, NotRequired, TypedDict
from chrome.events import Event

class FileHandlerExecuteEventDetails(TypedDict):
    entries: list[Any]
    tab_id: NotRequired[int]

onExecute: Event[[str, FileHandlerExecuteEventDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/fileBrowserHandler#event-onExecute"""

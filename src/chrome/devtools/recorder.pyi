"""`chrome.devtools.recorder`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder
"""

from typing import Any
from chrome.events import Event

class RecorderExtensionPlugin:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#type-RecorderExtensionPlugin"""
    def stringify(self, recording: dict[str, Any], /) -> None: ...
    def stringifyStep(self, step: dict[str, Any], /) -> None: ...
    def replay(self, recording: dict[str, Any], /) -> None: ...

class RecorderView:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#type-RecorderView"""

    onShown: Event[[]]
    onHidden: Event[[]]
    def show(self, /) -> None: ...

async def registerRecorderExtensionPlugin(
    plugin: RecorderExtensionPlugin, name: str, mediaType: str, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#method-registerRecorderExtensionPlugin"""

async def createView(title: str, pagePath: str, /, *, timeout: float | None = ...) -> RecorderView:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#method-createView"""

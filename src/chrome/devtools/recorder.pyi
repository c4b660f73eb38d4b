"""`chrome.devtools.recorder`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder
"""

from typing import Any
from chrome.events import Event

class RecorderExtensionPlugin:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#type-RecorderExtensionPlugin"""
    async def stringify(
        self, recording: dict[str, Any], /, *, timeout: float | None = ...
    ) -> None: ...
    async def stringifyStep(
        self, step: dict[str, Any], /, *, timeout: float | None = ...
    ) -> None: ...
    async def replay(
        self, recording: dict[str, Any], /, *, timeout: float | None = ...
    ) -> None: ...

class RecorderView:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#type-RecorderView"""

    onShown: Event[[]]
    onHidden: Event[[]]
    async def show(self, /, *, timeout: float | None = ...) -> None: ...

async def registerRecorderExtensionPlugin(
    plugin: RecorderExtensionPlugin, name: str, mediaType: str, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#method-registerRecorderExtensionPlugin"""

async def createView(title: str, pagePath: str, /, *, timeout: float | None = ...) -> RecorderView:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/recorder#method-createView"""

"""`chrome.devtools.panels`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/panels
"""

from typing import Any, Callable, Literal, TypeAlias, overload
from chrome.devtools import inspectedWindow as _devtools_inspectedWindow
from chrome.events import Event

Theme: TypeAlias = Literal["default", "dark"]

class ElementsPanel:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-ElementsPanel"""

    onSelectionChanged: Event[[]]
    async def createSidebarPane(
        self, title: str, /, *, timeout: float | None = ...
    ) -> ExtensionSidebarPane: ...

class SourcesPanel:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-SourcesPanel"""

    onSelectionChanged: Event[[]]
    async def createSidebarPane(
        self, title: str, /, *, timeout: float | None = ...
    ) -> ExtensionSidebarPane: ...

class ExtensionPanel:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-ExtensionPanel"""

    onSearch: Event[[str, str | None]]
    onShown: Event[[Any]]
    onHidden: Event[[]]
    def createStatusBarButton(
        self, iconPath: str, tooltipText: str, disabled: bool, /
    ) -> Button: ...
    def show(self, /) -> None: ...

class ExtensionSidebarPane:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-ExtensionSidebarPane"""

    onShown: Event[[Any]]
    onHidden: Event[[]]
    def setHeight(self, height: str, /) -> None: ...
    def setExpression(self, expression: str, rootTitle: str | None = ..., /) -> None: ...
    def setObject(self, jsonObject: str, rootTitle: str | None = ..., /) -> None: ...
    def setPage(self, path: str, /) -> None: ...

class Button:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-Button"""

    onClicked: Event[[]]
    @overload
    def update(
        self,
        iconPath: str | None = ...,
        tooltipText: str | None = ...,
        disabled: bool | None = ...,
        /,
    ) -> None: ...
    @overload
    def update(self, tooltipText: str | None = ..., disabled: bool | None = ..., /) -> None: ...
    @overload
    def update(self, disabled: bool | None = ..., /) -> None: ...

elements: ElementsPanel
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-elements"""
sources: SourcesPanel
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-sources"""
themeName: str
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-themeName"""

async def create(
    title: str, iconPath: str, pagePath: str, /, *, timeout: float | None = ...
) -> ExtensionPanel:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#method-create"""

async def setOpenResourceHandler(
    callback: Callable[[_devtools_inspectedWindow.Resource, int], Any] | None = ...,
    /,
    *,
    timeout: float | None = ...,
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#method-setOpenResourceHandler"""

async def openResource(
    url: str, lineNumber: int, columnNumber: int | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#method-openResource"""

async def setThemeChangeHandler(
    callback: Callable[[Theme], Any] | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#method-setThemeChangeHandler"""

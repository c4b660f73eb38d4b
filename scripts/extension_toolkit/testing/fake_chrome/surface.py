"""What an extension shows: `action`, `notifications`, `contextMenus` and `sidePanel`."""

from __future__ import annotations

from typing import Any

from PIL import ImageColor

from .namespace import Namespace, RefusedError
from .rights import check_patterns

GREY = [0, 0, 0, 0]


class Action(Namespace):
    """The toolbar's button. Each field has a value for all tabs, and some for single ones."""

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        manifest = chrome.manifest.get("action", {})
        popup = manifest.get("default_popup", "")
        self._fields: dict[str, dict[int | None, Any]] = {
            "title": {None: manifest.get("default_title", chrome.manifest["name"])},
            "popup": {None: chrome.state.runtime.getURL(popup) if popup else ""},
            "text": {None: ""},
            "background": {None: GREY},
            "color": {None: GREY},
            "enabled": {None: True},
            "icon": {None: manifest.get("default_icon")},
        }

    def setTitle(self, details: dict[str, Any]) -> None:
        self._set("title", details["title"], details)

    def getTitle(self, details: dict[str, Any]) -> Any:
        return self._get("title", details)

    def setBadgeText(self, details: dict[str, Any]) -> None:
        self._set("text", details.get("text"), details)

    def getBadgeText(self, details: dict[str, Any]) -> Any:
        return self._get("text", details)

    def setBadgeBackgroundColor(self, details: dict[str, Any]) -> None:
        self._set("background", _color(details["color"]), details)

    def getBadgeBackgroundColor(self, details: dict[str, Any]) -> Any:
        return self._get("background", details)

    def setBadgeTextColor(self, details: dict[str, Any]) -> None:
        self._set("color", _color(details["color"]), details)

    def getBadgeTextColor(self, details: dict[str, Any]) -> Any:
        return self._get("color", details)

    def setPopup(self, details: dict[str, Any]) -> None:
        popup = details["popup"]
        if "://" in popup and not popup.startswith(self.chrome.origin):
            raise RefusedError(
                "The specified popup path is invalid. Ensure it is a path to a file in this "
                "extension."
            )
        self._set("popup", self.chrome.state.runtime.getURL(popup) if popup else "", details)

    def getPopup(self, details: dict[str, Any]) -> Any:
        return self._get("popup", details)

    def setIcon(self, details: dict[str, Any]) -> None:
        icon = details.get("path") or details.get("imageData")
        if not icon:
            raise RefusedError("Either the path or imageData property must be specified.")
        self._set("icon", icon, details)

    def enable(self, tabId: int | None = None) -> None:
        self._set("enabled", True, {"tabId": tabId})

    def disable(self, tabId: int | None = None) -> None:
        self._set("enabled", False, {"tabId": tabId})

    def isEnabled(self, tabId: int | None = None) -> Any:
        return self._get("enabled", {"tabId": tabId})

    def _set(self, field: str, value: Any, details: dict[str, Any]) -> None:
        tab = self._tab(details)
        if value is None:  # as before anything was set
            self._fields[field].pop(tab, None)
            self._fields[field].setdefault(None, "")
        else:
            self._fields[field][tab] = value

    def _get(self, field: str, details: dict[str, Any]) -> Any:
        values = self._fields[field]
        return values.get(self._tab(details), values[None])

    def _tab(self, details: dict[str, Any]) -> int | None:
        tab: int | None = details.get("tabId")
        if tab is not None:
            self.chrome.state.tabs.get(tab)
        return tab


class Notifications(Namespace):
    """The notifications on the screen.

    Attributes:
        shown: The notifications that are there, by id: what `create` and `update` were given.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.shown: dict[str, dict[str, Any]] = {}

    def create(self, options: dict[str, Any], notificationId: str | None = None) -> str:
        if not {"type", "iconUrl", "title", "message"} <= options.keys():
            raise RefusedError(
                "Some of the required properties are missing: type, iconUrl, title and message."
            )
        name = notificationId or f"notification-{self.chrome.next_id()}"
        self.shown[name] = options
        return name

    def update(self, notificationId: str, options: dict[str, Any]) -> bool:
        if notificationId not in self.shown:
            return False
        self.shown[notificationId] |= options
        return True

    def clear(self, notificationId: str) -> bool:
        if self.shown.pop(notificationId, None) is None:
            return False
        self.emit("notifications.onClosed", notificationId, False)
        return True

    def getAll(self) -> dict[str, bool]:
        return dict.fromkeys(self.shown, True)

    def getPermissionLevel(self) -> str:
        return "granted"


class ContextMenus(Namespace):
    """The items in context menus.

    Attributes:
        items: The menu's items, by id: what `create` and `update` were given.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.items: dict[Any, dict[str, Any]] = {}

    def create(self, createProperties: dict[str, Any], callback: Any = None) -> Any:
        item = createProperties.get("id")
        if item is None:
            raise RefusedError(
                "Extensions using event pages or Service Workers must pass an id parameter to "
                "chrome.contextMenus.create"
            )
        if "onclick" in createProperties:
            raise RefusedError(
                "Extensions using event pages or Service Workers cannot pass an onclick parameter "
                "to chrome.contextMenus.create. Instead, use the chrome.contextMenus.onClicked "
                "event."
            )
        check_patterns(createProperties.get("documentUrlPatterns", []))
        if item in self.items:
            raise RefusedError(f"Cannot create item with duplicate id {item}")
        if not createProperties.get("title") and createProperties.get("type") != "separator":
            raise RefusedError("All menu items except for separators must have a title")
        if "parentId" in createProperties:
            self._find(createProperties["parentId"])
        self.items[item] = createProperties
        return item

    def update(self, id: Any, updateProperties: dict[str, Any]) -> None:
        self._find(id).update(updateProperties)

    def remove(self, menuItemId: Any) -> None:
        self._find(menuItemId)
        del self.items[menuItemId]
        children = [key for key, item in self.items.items() if item.get("parentId") == menuItemId]
        for child in children:
            self.remove(child)

    def removeAll(self) -> None:
        self.items.clear()

    def _find(self, item: Any) -> dict[str, Any]:
        if item not in self.items:
            raise RefusedError(f"Cannot find menu item with id {item}")
        return self.items[item]


class SidePanel(Namespace):
    """The side panel, for all tabs and for single ones.

    Attributes:
        opened: What `open` was given, each time.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        path = chrome.manifest.get("side_panel", {}).get("default_path", "")
        self._options: dict[int | None, dict[str, Any]] = {None: {"path": path, "enabled": True}}
        self._behavior = {"openPanelOnActionClick": False}
        self.opened: list[dict[str, Any]] = []

    def setOptions(self, options: dict[str, Any]) -> None:
        tab = options.get("tabId")
        self._options[tab] = self._options.get(tab, self._options[None]) | options

    def getOptions(self, options: dict[str, Any]) -> dict[str, Any]:
        return self._options.get(options.get("tabId"), self._options[None])

    def setPanelBehavior(self, behavior: dict[str, Any]) -> None:
        self._behavior |= behavior

    def getPanelBehavior(self) -> dict[str, Any]:
        return self._behavior

    def open(self, options: dict[str, Any]) -> None:
        if not self.chrome.is_clicked():
            raise RefusedError(
                "`sidePanel.open()` may only be called in response to a user gesture."
            )
        if not {"tabId", "windowId"} & options.keys():
            raise RefusedError("At least one of `tabId` and `windowId` must be provided")
        self.opened.append(options)


def _color(color: Any) -> list[int]:
    """A color as Chrome gives it back.

    Raises:
        RefusedError: It is none.
    """
    if isinstance(color, str):
        try:
            red, green, blue, *alpha = ImageColor.getrgb(color)
        except ValueError:
            raise RefusedError("The color specification could not be parsed.") from None
        return [red, green, blue, *(alpha or [255])]
    if len(color) != 4 or not all(0 <= part <= 255 for part in color):
        raise RefusedError("Error at property 'color': Value did not match any choice.")
    return list(color)

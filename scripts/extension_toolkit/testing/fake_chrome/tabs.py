"""`chrome.tabs` and `chrome.windows`: windows and tabs, none of which loads a page."""

from __future__ import annotations

import re
from typing import Any

from .delivery import deliver, scripts_in, sender_to_tabs
from .namespace import Namespace, RefusedError
from .rights import check_patterns

NEW_TAB = "chrome://newtab/"
CURRENT_WINDOW = -2  # chrome.windows.WINDOW_ID_CURRENT
BOUNDS = ("left", "top", "width", "height")


class Windows(Namespace):
    """The windows, one of which is there from the start.

    Attributes:
        open: The windows by id, without their tabs; the first is there from the start.
        focused: The id of the one in front.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.open: dict[int, dict[str, Any]] = {}
        self.focused = self._add({})["id"]

    def create(self, createData: dict[str, Any] | None = None) -> dict[str, Any]:
        data = createData or {}
        self.refuse(data, "tabId", "setSelfAsOpener")
        _check_bounds(data)
        window = self._add(data)
        self.emit("windows.onCreated", window)
        urls = data.get("url") or NEW_TAB
        for url in [urls] if isinstance(urls, str) else urls:
            self.chrome.state.tabs.create({"windowId": window["id"], "url": url})
        if data.get("focused", True):
            self._focus(window["id"])
        return self.get(window["id"], {"populate": True})

    def get(self, windowId: int, queryOptions: dict[str, Any] | None = None) -> dict[str, Any]:
        found = self._find(windowId)
        window = found | {"focused": found["id"] == self.focused}
        if (queryOptions or {}).get("populate"):
            window["tabs"] = self.chrome.state.tabs.query({"windowId": found["id"]})
        return window

    def getAll(self, queryOptions: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        return [self.get(window, queryOptions) for window in self.open]

    def getCurrent(self, queryOptions: dict[str, Any] | None = None) -> dict[str, Any]:
        return self.get(self.focused, queryOptions)

    getLastFocused = getCurrent

    def update(self, windowId: int, updateInfo: dict[str, Any]) -> dict[str, Any]:
        window = self._find(windowId)
        self.refuse(updateInfo, "drawAttention")
        _check_bounds(updateInfo)
        kept = (*BOUNDS, "state")
        window |= {name: updateInfo[name] for name in kept if name in updateInfo}
        if updateInfo.get("focused"):
            self._focus(window["id"])
        return self.get(windowId)

    def remove(self, windowId: int) -> None:
        window = self._find(windowId)["id"]
        for tab in self.chrome.state.tabs.query({"windowId": window}):
            self.chrome.state.tabs.close(tab["id"], window_closes=True)
        self.close(window)

    def close(self, window: int) -> None:
        """Close a window that has no tabs any more."""
        del self.open[window]
        self.emit("windows.onRemoved", window)
        if window == self.focused:
            self._focus(next(iter(self.open), -1))

    def _find(self, window: int) -> dict[str, Any]:
        if window == CURRENT_WINDOW:
            window = self.focused
        if window not in self.open:
            raise RefusedError(f"No window with id: {window}.")
        return self.open[window]

    def _add(self, data: dict[str, Any]) -> dict[str, Any]:
        window = {
            "id": self.chrome.next_id(), "focused": False, "alwaysOnTop": False,
            "incognito": data.get("incognito", False), "state": data.get("state", "normal"),
            "type": data.get("type", "normal").replace("panel", "popup"),
            "left": data.get("left", 0), "top": data.get("top", 0),
            "width": data.get("width", 1200), "height": data.get("height", 800),
        }  # fmt: skip
        self.open[window["id"]] = window
        return window

    def _focus(self, window: int) -> None:
        if window != self.focused:
            self.focused = window
            self.emit("windows.onFocusChanged", window)


def _check_bounds(data: dict[str, Any]) -> None:
    """Raise where a window is to have a size and no room for one."""
    if data.get("state", "normal") != "normal" and any(name in data for name in BOUNDS):
        raise RefusedError("Invalid value for state")


class Tabs(Namespace):
    """The tabs of all windows.

    Attributes:
        open: The tabs by id, with every field; what the extension may not see is left out later.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.open: dict[int, dict[str, Any]] = {}

    def create(self, createProperties: dict[str, Any]) -> dict[str, Any]:
        windows = self.chrome.state.windows
        window = windows.get(createProperties.get("windowId", CURRENT_WINDOW))["id"]
        if createProperties.get("index", 0) < 0:
            raise RefusedError("Error at property 'index': Value must be at least 0.")
        if "openerTabId" in createProperties:
            self._find(createProperties["openerTabId"])
        url = self._address(createProperties.get("url", NEW_TAB))
        tabs = self._in(window)
        tab = {
            "id": self.chrome.next_id(), "index": len(tabs), "windowId": window, "groupId": -1,
            "active": False, "highlighted": False, "selected": False, "incognito": False,
            "pinned": createProperties.get("pinned", False), "audible": False, "frozen": False,
            "discarded": False, "autoDiscardable": True, "mutedInfo": {"muted": False},
            "lastAccessed": 1000 * self.chrome.clock.now(), "status": "complete", "url": url,
            "title": "", "width": 1200, "height": 700,
        }  # fmt: skip
        if "openerTabId" in createProperties:
            tab["openerTabId"] = createProperties["openerTabId"]
        self.open[tab["id"]] = tab
        index = min(createProperties.get("index", len(tabs)), len(tabs))
        self._order([*tabs[:index], tab, *tabs[index:]])
        self.emit("tabs.onCreated", self.seen(tab))
        if createProperties.get("active", True) or not tabs:
            self._activate(tab)
        self._load(tab, {"url": url})
        return self.seen(tab)

    def get(self, tabId: int) -> dict[str, Any]:
        return self.seen(self._find(tabId))

    def getCurrent(self) -> None:
        """No tab: neither the background nor a popup is one."""

    def query(self, queryInfo: dict[str, Any]) -> list[dict[str, Any]]:
        windows, wanted = self.chrome.state.windows, dict(queryInfo)
        if wanted.get("windowId") == CURRENT_WINDOW:
            wanted["windowId"] = windows.focused
        urls, title = wanted.pop("url", None), wanted.pop("title", None)

        def flat(tab: dict[str, Any]) -> dict[str, Any]:
            """The tab's plain fields, as a query names them."""
            here = tab["windowId"] == windows.focused
            kind = windows.open[tab["windowId"]]["type"]
            more = {"currentWindow": here, "lastFocusedWindow": here, "windowType": kind,
                    "muted": tab["mutedInfo"]["muted"]}  # fmt: skip
            return {k: v for k, v in tab.items() if not isinstance(v, dict)} | more

        found = [tab for tab in self.open.values() if wanted.items() <= flat(tab).items()]
        seen = [self.seen(tab) for tab in sorted(found, key=lambda t: (t["windowId"], t["index"]))]
        if urls:
            patterns = [urls] if isinstance(urls, str) else urls
            check_patterns(patterns)
            seen = [
                tab
                for tab in seen
                if self.chrome.state.permissions.covers(patterns, tab.get("url"))
            ]
        if title:
            glob = re.escape(title).replace(r"\*", ".*").replace(r"\?", ".")
            seen = [tab for tab in seen if re.fullmatch(glob, tab.get("title", ""))]
        return seen

    def update(self, updateProperties: dict[str, Any], tabId: int | None = None) -> dict[str, Any]:
        tab = self._find(tabId) if tabId is not None else self._active()
        kept = ("pinned", "autoDiscardable", "openerTabId")
        changes = {k: v for k, v in updateProperties.items() if k in kept}
        if "muted" in updateProperties:
            changes["mutedInfo"] = {"muted": updateProperties["muted"]}
        changes = {name: value for name, value in changes.items() if tab.get(name) != value}
        tab |= changes
        if updateProperties.get("active") or updateProperties.get("highlighted"):
            self._activate(tab)
        if told := {k: v for k, v in changes.items() if k != "openerTabId"}:
            self.emit("tabs.onUpdated", tab["id"], told, self.seen(tab))
        if "url" in updateProperties:
            tab["url"] = self._address(updateProperties["url"])
            self._load(tab, {"url": tab["url"]})
        return self.seen(tab)

    def reload(self, tabId: int | None = None, reloadProperties: Any = None) -> None:
        self._load(self._find(tabId) if tabId is not None else self._active(), {})

    def remove(self, tabIds: int | list[int]) -> None:
        for tab in [tabIds] if isinstance(tabIds, int) else tabIds:
            self.close(tab)

    def close(self, tab_id: int, window_closes: bool = False) -> None:
        """Close a tab, as the user may."""
        tab = self._find(tab_id)
        del self.open[tab_id]
        for port in self.chrome.ports:
            if port.is_in(tab_id):
                port.disconnect()
        rest = self._in(tab["windowId"])
        self._order(rest)
        info = {"windowId": tab["windowId"], "isWindowClosing": window_closes}
        self.emit("tabs.onRemoved", tab_id, info)
        if window_closes:
            return
        if not rest:
            self.chrome.state.windows.close(tab["windowId"])
        elif tab["active"]:
            self._activate(rest[-1])

    async def sendMessage(
        self, tabId: int, message: Any, options: dict[str, Any] | None = None
    ) -> Any:
        from webext import messages

        self.refuse(options or {}, "documentId")
        handlers: Any = messages._handlers
        scripts = scripts_in(self.chrome, handlers, tabId, (options or {}).get("frameId"))
        return await deliver(scripts, message, sender_to_tabs(self.chrome))

    def seen(self, tab: dict[str, Any], part: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the extension sees of a tab: address and title only with a permission for them.

        Args:
            tab: The tab.
            part: What is looked at of it; None for all.
        """
        sees = self.chrome.state.permissions.sees(tab)
        values = tab if part is None else part
        return {k: value for k, value in values.items() if sees or k not in ("url", "title")}

    def _load(self, tab: dict[str, Any], change: dict[str, Any]) -> None:
        """Tell that a tab loads its page, with what changes by that, and that it is done."""
        for told in ({"status": "loading", **change}, {"status": "complete"}):
            seen = self.seen(tab | {"status": told["status"]})
            self.emit("tabs.onUpdated", tab["id"], self.seen(tab, told), seen)

    def _address(self, url: str) -> str:
        """An address; one without a scheme is of a page of the extension."""
        if url.lower().startswith("javascript:"):
            raise RefusedError(
                "JavaScript URLs are not allowed in API based extension navigations. Use "
                "chrome.scripting.executeScript instead."
            )
        return url if ":" in url else self.chrome.state.runtime.getURL(url)

    def _find(self, tab_id: int) -> dict[str, Any]:
        if tab_id not in self.open:
            raise RefusedError(f"No tab with id: {tab_id}.")
        return self.open[tab_id]

    def _active(self) -> dict[str, Any]:
        found = [t for t in self._in(self.chrome.state.windows.focused) if t["active"]]
        if not found:
            raise RefusedError("No active tab")
        return found[0]

    def _in(self, window: int) -> list[dict[str, Any]]:
        tabs = [tab for tab in self.open.values() if tab["windowId"] == window]
        return sorted(tabs, key=lambda tab: int(tab["index"]))

    def _order(self, tabs: list[dict[str, Any]]) -> None:
        for index, tab in enumerate(tabs):
            tab["index"] = index

    def _activate(self, tab: dict[str, Any]) -> None:
        if tab["active"]:
            return
        for other in self._in(tab["windowId"]):
            is_this = other is tab
            other |= {"active": is_this, "highlighted": is_this, "selected": is_this}
        info = {"tabId": tab["id"], "windowId": tab["windowId"]}
        self.emit("tabs.onActivated", info)

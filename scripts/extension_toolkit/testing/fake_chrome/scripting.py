"""`chrome.scripting`: what is put into tabs, none of which loads a page."""

from __future__ import annotations

from typing import Any

from .namespace import Namespace, NotFakedError, RefusedError
from .rights import has_no_scheme


class Scripting(Namespace):
    """Scripts and styles that are put into tabs while the extension runs.

    Attributes:
        registered: The content scripts that were registered, by id.
        results: What a script gives that is run in a tab, by its file: a value, or a function of
            the tab's id. A test sets it, since nothing runs here.
        styles: The style sheets in each tab, by its id: their texts and files.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.registered: dict[str, dict[str, Any]] = {}
        self.results: dict[str, Any] = {}
        self.styles: dict[int, list[str]] = {}

    def executeScript(self, injection: dict[str, Any]) -> list[dict[str, Any]]:
        if ("func" in injection) == ("files" in injection):
            raise RefusedError("Exactly one of 'func' and 'files' must be specified")
        if injection.get("files") == []:
            raise RefusedError("At least one file must be specified.")
        tab = self._target(injection)
        if "func" in injection:
            raise RefusedError("function cannot be given to Chrome; run files instead")
        result = None
        for file in injection.get("files", []):
            if file not in self.results:
                raise NotFakedError(
                    f"nothing runs in the tabs of the fake chrome. Say what {file} gives: "
                    f'fake_chrome.state.scripting.results["{file}"] = …'
                )
            result = self.results[file]
            result = result(tab) if callable(result) else result
        return [{"frameId": 0, "documentId": f"document-{tab}", "result": result}]

    def insertCSS(self, injection: dict[str, Any]) -> None:
        sheets = _sheets(injection)
        self.styles.setdefault(self._target(injection), []).extend(sheets)

    def removeCSS(self, injection: dict[str, Any]) -> None:
        sheets = _sheets(injection)
        there = self.styles.get(self._target(injection), [])
        for sheet in sheets:
            if sheet in there:
                there.remove(sheet)

    def registerContentScripts(self, scripts: list[dict[str, Any]]) -> None:
        for script in scripts:
            name = script["id"]
            if name.startswith("_"):
                raise RefusedError(f"Script's ID '{name}' must not start with '_'")
            if name in self.registered:
                raise RefusedError(f"Duplicate script ID '{name}'")
            if not script.get("matches"):
                raise RefusedError(f"Script with ID '{name}' must specify 'matches'.")
            for index, pattern in enumerate(script["matches"]):
                if has_no_scheme(pattern):
                    raise RefusedError(
                        f"Script with ID '{name}' has invalid value for matches[{index}]: Missing "
                        "scheme separator."
                    )
            if not script.get("js") and not script.get("css"):
                raise RefusedError(
                    f"Script with ID '{name}' must specify at least one js or css file."
                )
        for script in scripts:
            defaults = {"allFrames": False, "persistAcrossSessions": True, "runAt": "document_idle"}
            self.registered[script["id"]] = defaults | script

    def getRegisteredContentScripts(
        self, filter: dict[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        ids = (filter or {}).get("ids", self.registered)
        return [script for key, script in self.registered.items() if key in ids]

    def updateContentScripts(self, scripts: list[dict[str, Any]]) -> None:
        for script in scripts:
            if script["id"] not in self.registered:
                raise RefusedError(
                    f"Script with ID '{script['id']}' does not exist or is not fully registered"
                )
        for script in scripts:
            self.registered[script["id"]] |= script

    def unregisterContentScripts(self, filter: dict[str, Any] | None = None) -> None:
        ids = list((filter or {}).get("ids", self.registered))
        for key in ids:
            if key not in self.registered:
                raise RefusedError(f"Nonexistent script ID '{key}'")
        for key in ids:
            del self.registered[key]

    def _target(self, injection: dict[str, Any]) -> int:
        """The tab, which is there and may be reached."""
        target = injection["target"]
        self.refuse(target, "allFrames", "documentIds", "frameIds")
        tab: int = target["tabId"]
        open_tabs = self.chrome.state.tabs.open
        if tab not in open_tabs:
            raise RefusedError(f"No tab with id: {tab}")
        if not self.chrome.state.permissions.reaches(open_tabs[tab]):
            raise RefusedError(
                "Cannot access contents of the page. Extension manifest must request permission "
                "to access the respective host."
            )
        return tab


def _sheets(injection: dict[str, Any]) -> list[str]:
    if ("css" in injection) == ("files" in injection):
        raise RefusedError("Exactly one of 'css' and 'files' must be specified.")
    return [*injection.get("files", []), *([injection["css"]] if "css" in injection else [])]

"""Values and errors of `chrome`: in the background, where calls go through the service worker, they
are those of a page, which has Chrome's API itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from support.miniature import build_miniature

CALLS = """
import chrome
from browser import document

# What JSON cannot say.
SPECIAL = {"bytes": b"abc", "set": {1}, "nan": float("nan"), "large": 2**70}
SPECIAL["function"] = lambda: None
SPECIAL["itself"] = itself = []
itself.append(itself)
SPECIAL["element"] = document.createElement("p")


async def call(path, args):
    method = chrome
    for name in path.split("."):
        method = getattr(method, name)
    try:
        return {"value": readable(await method(*[special(arg) for arg in args]))}
    except chrome.ChromeError as error:
        return {"error": error.text, "path": error.path}


def special(value):
    if isinstance(value, dict):
        return {name: special(item) for name, item in value.items()}
    if isinstance(value, str) and value.startswith("$"):
        return SPECIAL[value.removeprefix("$")]
    return value


def readable(value):
    if isinstance(value, dict):
        return {name: readable(item) for name, item in value.items()}
    return repr(value) if isinstance(value, bytes) else value
"""
BACKGROUND = """
from calls import call
from webext import on_message


@on_message(ask="call")
async def answer(message, sender):
    return await call(message["path"], message["args"])
"""
PAGE = """
from browser import window
from calls import call
from webext import _page, spawn


async def tell(path, args, done):
    done(_page.write_json(await call(path, _page.parse_json(args))))


window.call = lambda path, args, done: spawn(tell(path, args, done))
"""
MANIFEST = """
permissions = ["alarms", "contextMenus", "cookies", "identity", "notifications", "scripting",
               "sidePanel", "storage", "tabs"]
host_permissions = ["https://example.com/*"]
action = {}
commands = {save = {description = "Save", suggested_key = {default = "Ctrl+Shift+Y"}}}
side_panel = {default_path = "tabs/index.html"}
"""
ICON = Path(__file__).resolve().parents[2] / "src/icons/icon.png"

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("values")
    (project / "src/icons").mkdir(parents=True)
    (project / "src/icons/icon.png").write_bytes(ICON.read_bytes())
    files = {"background/index.py": BACKGROUND, "tabs/index.py": PAGE, "calls.py": CALLS}
    return build_miniature(project, files, MANIFEST)


@pytest.fixture(params=["page", "background"])
def call(request: pytest.FixtureRequest, browser: Browser, folder: Path) -> Call:
    """Calls a method of `chrome` in Python, in one of the two places."""
    extension = Extension(browser, browser.install(folder))
    driver = extension.driver
    driver.get(f"{extension.origin}/tabs/index.html")

    def in_page(path: str, *args: Any) -> Any:
        script = "window.call(...arguments)"
        return json.loads(driver.execute_async_script(script, path, json.dumps(args)))

    def in_background(path: str, *args: Any) -> Any:
        return extension.send({"ask": "call", "path": path, "args": args})[0]

    place = {"page": in_page, "background": in_background}[request.param]

    def run(path: str, *args: Any) -> Any:
        result = place(path, *args)
        if "error" in result:
            assert result["path"] == f"chrome.{path}"
            return result["error"]
        return result["value"]

    return run


def test_storage(call: Call) -> None:
    """Areas hold data as it was; what they cannot hold is refused with what to do."""
    data = {"text": "ä😀", "none": None, "list": [1, 2.5, True, [], {}], "largest": 2**53 - 1}
    for area in ("local", "sync", "session"):
        assert call(f"storage.{area}.set", data) is None
        assert call(f"storage.{area}.get", None) == data
        assert call(f"storage.{area}.get", ["none", "missing"]) == {"none": None}
        assert call(f"storage.{area}.get", {"missing": [None], "text": 0}) == {
            "missing": [None],
            "text": "ä😀",
        }
        assert call(f"storage.{area}.getKeys") == sorted(data)
        assert "No matching signature" in call(f"storage.{area}.set", 5)
        for special, problem in [
            ("$set", "set cannot be given to Chrome"),
            ("$function", "function cannot be given to Chrome"),
            ("$itself", "holds itself, or is nested too deeply"),
            ("$element", "cannot be given to Chrome"),
            ("$nan", "NaN is no number to Chrome"),
            ("$large", "too large for Chrome"),
        ]:
            assert problem in call(f"storage.{area}.set", {"deep": {"a": special}})
        assert call(f"storage.{area}.remove", ["text", "none", "largest"]) is None
        assert call(f"storage.{area}.get") == {"list": data["list"]}
        assert call(f"storage.{area}.clear") is None
    assert call("storage.session.set", {"a": "$bytes"}) is None
    assert call("storage.session.get", "a") == {"a": "b'abc'"}
    for area in ("local", "sync"):
        assert call(f"storage.{area}.set", {"a": "$bytes"}) == (
            "Cannot serialize value to JSON. Store text, such as base64"
        )
    assert "kQuotaBytesPerItem" in call("storage.sync.set", {"a": "x" * 9000})
    assert call("storage.managed.get") == {}
    assert call("storage.managed.set", {"a": 1}) == "This is a read-only store."


def test_cookies_and_alarms(call: Call) -> None:
    """What is not there is None, and fields that are None are as good as left out."""
    cookie = {"url": "https://example.com/", "name": "a"}
    assert call("cookies.set", cookie | {"value": "1", "domain": None})["value"] == "1"
    assert call("cookies.get", cookie)["value"] == "1"
    assert call("cookies.get", cookie | {"name": "other"}) is None
    assert call("cookies.remove", cookie)["name"] == "a"
    assert "No host permissions" in call("cookies.get", cookie | {"url": "https://example.org/"})
    assert "Missing required property 'name'" in call("cookies.get", {"url": "https://a.b/"})
    assert call("alarms.create", "tea", {"periodInMinutes": 5.5, "when": None}) is None
    assert call("alarms.get", "tea")["periodInMinutes"] == 5.5
    assert call("alarms.get", "other") is None
    assert (call("alarms.clear", "tea"), call("alarms.clear", "tea")) == (True, False)
    assert "Must set at least one of" in call("alarms.create", "tea", {"when": None})
    assert "Unexpected property: 'delay'" in call("alarms.create", "tea", {"delay": 1})


def test_what_is_shown(call: Call) -> None:
    """Errors that Chrome tells to callbacks alone are raised too."""
    assert call("action.setBadgeText", {"text": "12"}) is None
    assert call("action.getBadgeText", {}) == "12"
    assert call("action.setBadgeBackgroundColor", {"color": "#ff0000"}) is None
    assert call("action.getBadgeBackgroundColor", {}) == [255, 0, 0, 255]
    assert call("action.setTitle", {"title": "T", "tabId": 999}) == "No tab with id: 999."
    assert call("action.setIcon", {"path": "/icons/icon-48.png"}) is None
    assert call("action.setIcon", {"path": "none.png"}).endswith("with /, which is src/")
    notification = {"type": "basic", "title": "a", "message": "b", "iconUrl": "/icons/icon-48.png"}
    assert call("notifications.create", "n", notification) == "n"
    assert len(call("notifications.create", notification)) == 36
    assert call("notifications.getAll")["n"] is True
    assert "required properties are missing" in call("notifications.create", {"type": "basic"})
    assert call("notifications.create", notification | {"iconUrl": "none.png"}) == (
        "Unable to download all specified images. Begin the path of an image with /, which is src/"
    )
    item = {"id": "m", "title": "M", "contexts": ["all"]}
    assert call("contextMenus.create", item) == "m"
    assert call("contextMenus.create", item) == "Cannot create item with duplicate id m"
    assert "must have a title" in call("contextMenus.create", {"id": "n"})
    assert call("contextMenus.update", "x", {}) == "Cannot find menu item with id x"
    assert call("contextMenus.remove", "m") is None
    assert "user gesture" in call("sidePanel.open", {"windowId": 1})
    assert call("sidePanel.setOptions", {"path": "tabs/index.html"}) is None
    assert call("sidePanel.getOptions", {}) == {"enabled": True, "path": "tabs/index.html"}
    shortcuts = {c["name"]: c["shortcut"] for c in call("commands.getAll")}
    assert shortcuts["save"] == "Ctrl+Shift+Y"


def test_tabs_and_what_runs_in_them(call: Call) -> None:
    """Tabs, scripts for them, and sign-in windows."""
    tab = call("tabs.create", {"url": "tabs/index.html", "active": False, "index": None})
    assert (tab["active"], call("tabs.get", tab["id"])["id"]) == (False, tab["id"])
    assert call("tabs.update", tab["id"], {"pinned": True, "active": None})["pinned"] is True
    assert call("tabs.remove", [tab["id"]]) is None
    assert call("tabs.get", tab["id"]) == f"No tab with id: {tab['id']}."
    assert "No matching signature" in call("tabs.get", "1")
    script = {"id": "c", "js": ["tabs/index.html"], "matches": ["https://example.com/*"]}
    assert call("scripting.registerContentScripts", [script]) is None
    assert call("scripting.getRegisteredContentScripts")[0]["id"] == "c"
    assert call("scripting.registerContentScripts", [script]) == "Duplicate script ID 'c'"
    target = {"tabId": tab["id"]}
    assert "function cannot be given to Chrome" in call(
        "scripting.executeScript", {"target": target, "func": "$function"}
    )
    assert call("scripting.executeScript", {"target": target, "files": ["none.js"]}) == (
        "Could not load file: 'none.js'."
    )
    assert call("identity.getRedirectURL", "a").endswith(".chromiumapp.org/a")
    flow = {"url": "https://127.0.0.1:1/", "interactive": False}
    assert "could not be loaded" in call("identity.launchWebAuthFlow", flow)
    assert "user gesture" in call("permissions.request", {"origins": ["https://example.com/*"]})


def test_functions_do_not_leave_the_background(call: Call) -> None:
    """A function as an argument works where Chrome is called directly, and is refused elsewhere."""
    result = call("contextMenus.create", {"id": "m", "title": "M"}, "$function")
    assert result in (
        "m",
        "functions cannot be given here, where the service worker makes the call",
    )

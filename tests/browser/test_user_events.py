"""What a user does in Chrome's own windows wakes the worker and reaches Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support import browser_ui
from support.browser_ui import CONTROL, SHIFT, BrowserUi
from support.miniature import build_miniature

BACKGROUND = """
import chrome
from webext import on_message

seen = []


@chrome.runtime.onInstalled.addListener
async def installed(details):
    item = {"id": "look-up", "title": "Look up %s", "contexts": ["selection"]}
    await chrome.contextMenus.create(item)
    await chrome.storage.local.set({"installed": details["reason"]})


@chrome.runtime.onStartup.addListener
async def started():
    await chrome.storage.local.set({"started": True})


@chrome.contextMenus.onClicked.addListener
def clicked(info, tab):
    address = tab["url"].rpartition("/")[2]
    seen.append(["menu", info["menuItemId"], info["selectionText"], address])


@chrome.notifications.onClicked.addListener
async def notification_clicked(notification):
    seen.append(["clicked", notification])
    await chrome.notifications.clear(notification)


@chrome.notifications.onButtonClicked.addListener
def button_clicked(notification, button):
    seen.append(["button", notification, button])


@chrome.commands.onCommand.addListener
def commanded(command, tab):
    seen.append(["command", command, tab["active"]])


@chrome.action.onClicked.addListener
def action_clicked(tab):
    seen.append(["action", tab["active"]])


@on_message(ask="seen")
def tell(message, sender):
    return seen


@on_message(ask="notify")
async def notify(message, sender):
    return await chrome.notifications.create("tea", {
        "type": "basic", "iconUrl": "/icons/icon-48.png", "title": "Tea", "message": "It is ready",
        "buttons": [{"title": "Later"}, {"title": "Thanks"}], "requireInteraction": True,
    })
"""
MANIFEST = """
[tool.extension.manifest.commands.save]
description = "Save"
suggested_key = {default = "Ctrl+Shift+Y"}
[tool.extension.manifest.commands._execute_action]
suggested_key = {default = "Ctrl+Shift+E"}
"""
ICON = Path(__file__).resolve().parents[2] / "src/icons/icon.png"
# Chrome's mark of what was loaded for a debugger, and is forgotten at its end.
LOADED_BY_DEBUGGER = 0x8000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("user_events")
    (project / "src/icons").mkdir(parents=True)
    (project / "src/icons/icon.png").write_bytes(ICON.read_bytes())
    files = {"background/index.py": BACKGROUND, "tabs/index.py": "import chrome\n"}
    return build_miniature(project, files, MANIFEST)


@pytest.fixture
def chrome_arguments(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    # Notifications of Chrome's own, and not those of a desktop that may be there.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    return browser_ui.CHROME_ARGUMENTS


@pytest.fixture
def extension(browser: Browser, folder: Path) -> Extension:
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    wait_until(lambda: extension.storage("local") == {"installed": "install"})
    return extension


@pytest.fixture
def ui(browser: Browser, extension: Extension) -> Iterator[BrowserUi]:
    ui = BrowserUi(browser.profile)
    yield ui
    ui.close()


def seen(extension: Extension) -> list[Any]:
    answer: list[Any] = extension.send({"ask": "seen"})[0]
    return answer


def test_context_menu(extension: Extension, ui: BrowserUi) -> None:
    """A click on an item reaches Python, when the background page is gone too."""
    extension.stop_worker()
    extension.close_background()
    script = "document.body.append('Python'); getSelection().selectAllChildren(document.body)"
    extension.driver.execute_script(script)
    page = extension.devtools.find("page", extension.origin)[0]
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, "x": 20, "y": 15, "button": "right", "clickCount": 1}
        extension.devtools.command("Input.dispatchMouseEvent", page.session, **event)
    ui.click("MenuItemView", -2)  # above “Inspect”
    wait_until(lambda: seen(extension) == [["menu", "look-up", "Python", "index.html"]])


def test_notification(extension: Extension, ui: BrowserUi) -> None:
    """Clicks on a notification and on its buttons reach Python, which may answer to them."""
    for index in (0, 1):
        assert extension.send({"ask": "notify"}) == ["tea"]
        extension.stop_worker()
        ui.click("NotificationTextButton", index - 2)
        wait_until(lambda: ["button", "tea", index] in seen(extension))  # noqa: B023
    assert extension.send({"ask": "notify"}) == ["tea"]
    extension.stop_worker()
    ui.click("ProportionalImageView")  # the icon
    wait_until(lambda: ["clicked", "tea"] in seen(extension))
    wait_until(lambda: ui.count("NotificationView") == 0)
    assert len(seen(extension)) == 3


def test_shortcuts(extension: Extension, ui: BrowserUi) -> None:
    """A shortcut of one's own, and that of the toolbar's button."""
    extension.stop_worker()
    ui.press("Y", CONTROL | SHIFT)
    wait_until(lambda: seen(extension) == [["command", "save", True]])
    extension.stop_worker()
    ui.press("E", CONTROL | SHIFT)
    wait_until(lambda: seen(extension)[1:] == [["action", True]])


def test_startup(extension: Extension, browser: Browser, ui: BrowserUi) -> None:
    """When the browser starts with the extension in its profile, Python is told of that."""
    assert extension.storage("local") == {"installed": "install"}
    browser.stop()
    path = browser.profile / "Default/Preferences"
    preferences = json.loads(path.read_text())
    preferences["extensions"]["settings"][extension.id]["creation_flags"] &= ~LOADED_BY_DEBUGGER
    preferences["extensions"]["ui"] = {"developer_mode": True}
    path.write_text(json.dumps(preferences))
    browser.start()
    extension.connect()
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    wait_until(lambda: extension.storage("local") == {"installed": "install", "started": True})

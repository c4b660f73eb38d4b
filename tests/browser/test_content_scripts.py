"""Content scripts in Python: where they run, whom they reach, and what they cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.page import Page
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

BACKGROUND = """
import chrome
from webext import _page, on_message
from webext.ports import on_connect


@on_message(ask="open", senders="content_scripts")
def answer_scripts(message, sender):
    return {"from": sender["origin"], "frame": sender["frameId"]}


@on_message(ask="token")
def answer_pages(message, sender):
    return "secret"


@on_message(ask="broken", senders="content_scripts")
def fail(message, sender):
    raise KeyError("hidden")


@on_message(ask="tab")
async def ask_tab(message, sender):
    (tab,) = await chrome.tabs.query({"index": 0})
    return await chrome.tabs.sendMessage(tab["id"], {"greet": "tab"}, timeout=5)


@on_message(ask="port to tab")
async def connect_to_tab(message, sender):
    (tab,) = await chrome.tabs.query({"index": 0})
    heard = []
    port = await chrome.tabs.connect(tab["id"], {"name": message["name"]})
    port.onMessage.addListener(lambda message, port: heard.append(message))
    port.onDisconnect.addListener(lambda port: heard.append(["closed", port.error]))
    port.postMessage("background")
    while len(heard) < message["count"]:
        await _page.sleep(0.02)
    return [port.name, port.sender, *heard]


@on_connect(name="allowed", senders="content_scripts")
def allow(port):
    port.postMessage("welcome")


@on_connect(name="pages")
def refuse(port):
    port.postMessage("welcome")
"""
CONTENT = """
import chrome
from browser import document, window
from webext import RemoteError, _page, on_message, spawn
from webext.ports import on_connect

MATCHES = ["http://127.0.0.1/*"]

seen = {}


@on_message(greet="tab")
def greet(message, sender):
    return {"title": document.title, "sender": sender["url"].rpartition("/")[2]}


@on_connect(name="to tab")
def answer(port):
    @port.onMessage.addListener
    def hear(message, port):
        port.postMessage([message, document.title])
        port.postMessage([port.sender["url"].rpartition("/")[2]])
        port.disconnect()


async def ask(name, message):
    try:
        seen[name] = await chrome.runtime.sendMessage(message)
    except RemoteError as error:
        seen[name] = [error.type, error.traceback]
    except Exception as error:
        seen[name] = str(error)


async def connect(name):
    port = await chrome.runtime.connect({"name": name})
    port.onMessage.addListener(lambda message, port: seen.update({name: message}))
    port.onDisconnect.addListener(lambda port: seen.update({name: "closed"}))


async def main():
    await ask("open", {"ask": "open"})
    for _ in range(3):
        await ask("token", {"ask": "token"})
    await ask("broken", {"ask": "broken"})
    await connect("allowed")
    await connect("pages")
    try:
        await getattr(chrome, "storage").local.get("a")
        seen["storage"] = "open"
    except chrome.ChromeError as error:
        seen["storage"] = str(error)
    try:
        window.customElements.define("my-element", object)
    except Exception as error:
        seen["elements"] = str(error)
    while len(seen) < 7:
        await _page.sleep(0.02)
    document.documentElement.dataset.seen = _page.write_json(seen)


spawn(main())
"""
SECOND = """
from browser import document

MATCHES = ["http://127.0.0.1/*"]

document.documentElement.dataset.second = f"{document.title}: {sorted({3, 1, 2})}"
"""
ELEMENTS = """
from browser import document, html

MATCHES = ["http://127.0.0.1/*"]

button = html.BUTTON("Press", id="by-python")
output = html.OUTPUT(id="pressed")
document.body.attach(button)
document.body.attach(output)


async def press(event):
    output.text += f" [{event.target.className}]"
    button.classList.remove("noted")


@button.bind("click")
def note(event):
    button.classList.add("noted")
    button.unbind("click", note)


button.bind("click", press)
output.text = f"missing: {hasattr(button, 'missing')}"
"""
PAGE = """
import chrome
chrome.storage.local
"""


@pytest.fixture
def extension(browser: Browser, tmp_path: Path) -> Extension:
    files = {
        "background/index.py": BACKGROUND,
        "contents/first.py": CONTENT,
        "contents/second.py": SECOND,
        "contents/elements.py": ELEMENTS,
        "contents/second.css": "html { color: rgb(1, 2, 3) }",
        "tabs/index.py": PAGE,
    }
    return Extension(browser, browser.install(build_miniature(tmp_path, files)))


def test_content_scripts(extension: Extension, website: str) -> None:
    """They run in the page that they name, and reach the background as far as it allows them."""
    driver = extension.driver
    driver.get(website)
    wait_until(lambda: driver.execute_script("return document.documentElement.dataset.seen"))
    seen: dict[str, Any] = json.loads(
        driver.execute_script("return document.documentElement.dataset.seen")
    )
    assert seen["open"] == {"from": website.rstrip("/"), "frame": 0}
    assert "refused" in seen["token"]
    assert seen["broken"] == ["KeyError", None]
    assert seen["allowed"] == "welcome"
    assert seen["pages"] == "closed"
    assert "chrome.storage.local.get" in seen["storage"]
    assert "content scripts cannot define elements" in seen["elements"]
    console = extension.background().console
    assert [line for line in console if "KeyError: 'hidden'" not in line] == [
        f"warning: refused from a content script in {seen['open']['from']}: {why}"
        for why in (
            "message {ask: 'token'}, its handler does not name this sender in senders=",
            "no @on_connect takes the port 'pages'",
        )
    ]
    second = driver.execute_script("return document.documentElement.dataset.second")
    assert second == "A web page: [1, 2, 3]"
    color = "return getComputedStyle(document.documentElement).color"
    assert driver.execute_script(color) == "rgb(1, 2, 3)"
    assert driver.execute_script("return typeof __BRYTHON__ + typeof $python") == "undefined" * 2
    tab = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(f"{extension.origin}/tabs/index.html")
    assert extension.send({"ask": "tab"})[0] == {
        "title": "A web page",
        "sender": "service_worker.js",
    }
    for _ in range(2):
        assert extension.send({"ask": "port to tab", "name": "to tab", "count": 3})[0] == [
            "to tab",
            None,
            ["background", "A web page"],
            ["service_worker.js"],
            ["closed", None],
        ]
        extension.stop_worker()
    assert extension.send({"ask": "port to tab", "name": "unknown", "count": 1})[0][2:] == [
        ["closed", None]
    ]
    driver.switch_to.window(tab)
    driver.get("about:blank")
    driver.switch_to.new_window("tab")
    driver.get(f"{extension.origin}/tabs/index.html")
    answer = extension.send({"ask": "port to tab", "name": "unknown", "count": 1})[0]
    assert answer[2:] == [
        ["closed", "Could not establish connection. Receiving end does not exist."]
    ]
    driver.switch_to.window(tab)


def test_elements(extension: Extension, website: str) -> None:
    """They make elements, listen to them, and look for what an element does not have."""
    extension.driver.get(website)
    page = Page(extension.driver, extension.id)
    page.wait_for_text("#pressed", "missing: False")
    for _ in range(2):
        page.wait_for("#by-python").click()
    page.wait_for_text("#pressed", "missing: False [noted] []")


def test_page_that_is_in_the_way(extension: Extension, website: str) -> None:
    """Elements of the page with the run time's names keep no script from running."""
    extension.driver.get(f"{website}clobbered")
    wait_until(
        lambda: extension.driver.execute_script("return document.documentElement.dataset.second")
    )

"""Extension code as it should be; type checkers must find nothing in it."""

from __future__ import annotations

import chrome
import javascript
from browser import DOMEvent, aio, bind, console, document, html, timer, window
from browser.local_storage import storage
from chrome import ChromeError
from webext import on_message
from webext.ports import on_connect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from chrome.cookies import ChangedChangeInfo
    from chrome.runtime import InstalledDetails, MessageSender
    from chrome.tabs import Tab
    from webext.ports import Port


async def first_title() -> str | None:
    tabs: list[Tab] = await chrome.tabs.query({"active": True, "currentWindow": True})
    return tabs[0].get("title") if tabs else None


async def every_kind() -> None:
    await chrome.alarms.create("tick", {"periodInMinutes": 1})
    await chrome.alarms.create({"delayInMinutes": 0.5})
    kept = await chrome.storage.local.get(["a", "b"])
    await chrome.storage.session.set({"a": kept["a"], "b": [1, {"c": None}]})
    await chrome.action.setBadgeText({"text": "3"})
    await chrome.runtime.sendMessage({"greeting": "hello"}, timeout=5)
    await chrome.runtime.connect({"name": "feed"})
    cookie = await chrome.cookies.get({"url": "https://example.com", "name": "a"})
    if cookie is not None:
        console.log(cookie["value"].upper(), cookie["sameSite"] == "lax")
    url: str = await chrome.runtime.getURL("tabs/page.html")
    window_id = (await chrome.windows.create({"url": url, "type": "popup"}) or {}).get("id")
    console.log(window_id, chrome.runtime.id.upper(), chrome.tabs.TAB_ID_NONE + 1)
    setting = await chrome.privacy.network.networkPredictionEnabled.get({})
    console.log(setting["value"] is True)
    try:
        await chrome.scripting.executeScript({"target": {"tabId": 1}, "files": ["a.js"]})
    except ChromeError as error:
        console.error(error.path, error.text)


@chrome.runtime.onInstalled.addListener
async def installed(details: InstalledDetails) -> None:
    if details["reason"] == "update":
        await first_title()


@chrome.cookies.onChanged.addListener
def cookie_changed(change: ChangedChangeInfo) -> None:
    console.log(change["cookie"]["name"], change["cause"] == "explicit")


@on_message(action="greet")
async def greet(message: dict[str, str], sender: MessageSender) -> str:
    return f"Hello, {message['name']} at {sender.get('url')}"


@on_connect(name="clock")
def tell_time(port: Port) -> None:
    port.postMessage({"time": 12})


async def greet_ada() -> str:
    return await greet(message={"name": "Ada"}, sender={})


def navigated(details: object) -> None:
    console.log(details)


chrome.webNavigation.onCompleted.addListener(navigated, {"url": [{"hostSuffix": "example.com"}]})
chrome.webNavigation.onCompleted.removeListener(navigated)


@bind(document["button"], "click")
def clicked(event: DOMEvent) -> None:
    event.preventDefault()
    event.target.text = "clicked"
    document["list"].attach(html.LI("one", id="first", Class="item"))
    for item in document.select("li.item"):
        item.style = {"color": "red"}
        item.bind("click", clicked)
    storage["seen"] = javascript.JSON.stringify({"a": 1})
    timer.set_timeout(clicked, 100, event)
    if window.navigator.language is javascript.NULL:
        aio.run(every_kind())

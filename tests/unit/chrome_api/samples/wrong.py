"""Mistakes that type checkers must find: one in each line with a comment that names it."""

from __future__ import annotations

import chrome
from browser import document, html, timer
from browser.local_storage import storage
from webext import on_message
from webext.ports import on_connect


async def mistakes() -> None:
    await chrome.tabs.qurey({})  # attr-defined
    await chrome.tab.query({})  # attr-defined
    await chrome.tabs.query({"actve": True})  # typeddict-unknown-key
    await chrome.tabs.query({"active": "yes"})  # typeddict-item
    await chrome.tabs.query(active=True)  # call-arg
    await chrome.tabs.get("1")  # arg-type
    await chrome.tabs.get()  # call-arg
    await chrome.scripting.executeScript({"files": ["a.js"]})  # typeddict-item
    await chrome.action.setBadgeText("3")  # arg-type
    await chrome.storage.local.set(["a"])  # arg-type
    await chrome.storage.lokal.get()  # attr-defined
    await chrome.windows.create({"type": "round"})  # arg-type
    chrome.alarms.clearAll()  # unused-coroutine
    for tab in chrome.tabs.query({}):  # attr-defined
        print(tab)
    [first] = await chrome.tabs.query({})
    print(first["titel"])  # typeddict-item
    cookie = await chrome.cookies.get({"url": "https://example.com", "name": "a"})
    print(cookie["value"])  # index


def ticked(name: str) -> None:
    print(name)


chrome.alarms.onAlarm.addListener(ticked)  # arg-type
chrome.alarms.onAlarm.addlistener(ticked)  # attr-defined
chrome.webNavigation.onCompleted.addListener(print, {"url": "example.com"})  # arg-type


@on_message(action="greet")
async def greet(message: dict[str, str], sender: object) -> str:
    return f"Hello, {message['name']}"


async def greet_ada() -> None:
    greet({"name": "Ada"}, {})  # unused-coroutine
    await greet("Ada", {})  # arg-type


on_connect(name="clock")(ticked)  # type-var

document["a"].select(1)  # arg-type
html.DVI("text")  # attr-defined
timer.set_timeout("text", 1)  # arg-type
storage["count"] = 1  # assignment

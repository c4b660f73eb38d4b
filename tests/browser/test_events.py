"""Chrome's events in the background page, which Chrome gives to the service worker alone."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

BACKGROUND = """
import chrome
from webext import on_message

seen = []


@chrome.runtime.onInstalled.addListener
def installed(details):
    seen.append(["installed", details["reason"] == chrome.runtime.OnInstalledReason.INSTALL])
    seen.append(["none", chrome.windows.WINDOW_ID_NONE])


@chrome.runtime.onStartup.addListener
def started():
    seen.append(["started"])


@chrome.alarms.onAlarm.addListener
async def rang(alarm):
    await chrome.storage.local.set({"alarm": alarm["name"]})
    seen.append(["alarm", alarm["name"]])


@chrome.storage.onChanged.addListener
def changed(changes, area):
    seen.append(["storage", changes, area])


def changed_here(changes):
    seen.append(["session", changes])


chrome.storage.session.onChanged.addListener(changed_here)


class Watcher:
    def __init__(self):
        chrome.tabs.onCreated.addListener(self.created)

    def created(self, tab):
        chrome.tabs.onCreated.removeListener(self.created)
        seen.append(["tab", chrome.tabs.onCreated.hasListener(self.created)])


watcher = Watcher()


@chrome.cookies.onChanged.addListener
def cookie_changed(change):
    seen.append(["cookie", change["cookie"]["name"]])


@chrome.webNavigation.onCommitted.addListener
def went_anywhere(details):
    seen.append(["went", details["url"].rpartition("/")[2]])


def went(details):
    seen.append(["went to two", details["url"].rpartition("/")[2]])


chrome.webNavigation.onCommitted.addListener(went, {"url": [{"pathSuffix": "two.html"}]})


def fail(alarm):
    raise ValueError("a listener failed")


chrome.alarms.onAlarm.addListener(fail)


@chrome.alarms.onAlarm.addListener
def rang_too(alarm):
    seen.append(["again", alarm["name"]])


@on_message(ask="seen")
def tell(message, sender):
    return seen


@on_message(ask="do")
async def do(message, sender):
    value = chrome
    for name in message["path"].split("."):
        value = getattr(value, name)
    return await value(*message["args"])
"""
MANIFEST = 'host_permissions = ["https://example.com/*"]\n'
PAGE = "<!doctype html><title>{}</title>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"background/index.py": BACKGROUND, "tabs/index.py": "import chrome\n"}
    files |= {f"tabs/{name}.html": PAGE.format(name) for name in ("one", "two")}
    return build_miniature(tmp_path_factory.mktemp("events"), files, MANIFEST)


@pytest.fixture
def extension(browser: Browser, folder: Path) -> Iterator[Extension]:
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    yield extension
    assert "worker" not in "\n".join(map(str, extension.devtools.console))


def seen(extension: Extension) -> list[list[Any]]:
    answer: list[list[Any]] = extension.send({"ask": "seen"})[0]
    return answer


def count(extension: Extension, *event: Any) -> int:
    return seen(extension).count(list(event))


def run_in_page(extension: Extension, script: str) -> Any:
    return extension.driver.execute_async_script(f"({script}).then(arguments[0])")


def test_install(extension: Extension) -> None:
    """The very first event reaches Python, once; enumerations and constants are there."""
    wait_until(lambda: count(extension, "installed", True) == 1)
    assert count(extension, "none", -1) == 1


def test_alarm_wakes(extension: Extension) -> None:
    """An alarm wakes the worker, and each listener is called once, also after one that raises."""
    seen(extension)
    extension.stop_worker()
    when = "Date.now() + 700"
    run_in_page(extension, f"chrome.alarms.create('tea', {{when: {when}}}).then(() => null)")
    wait_until(lambda: extension.storage("local") == {"alarm": "tea"})
    assert count(extension, "alarm", "tea") == 1
    assert count(extension, "again", "tea") == 1
    assert "ValueError: a listener failed" in "\n".join(map(str, extension.devtools.console))


def test_event_makes_the_page(extension: Extension) -> None:
    """When the worker sleeps and the background page is gone, an event brings both back."""
    extension.stop_worker()
    extension.close_background()
    run_in_page(
        extension, "chrome.alarms.create('late', {when: Date.now() + 700}).then(() => null)"
    )
    wait_until(lambda: extension.storage("local") == {"alarm": "late"})
    assert count(extension, "alarm", "late") == 1


def test_storage(extension: Extension) -> None:
    """A change of storage arrives with its values, by the event of all areas and of the one."""
    seen(extension)
    extension.stop_worker()
    run_in_page(extension, "chrome.storage.session.set({a: [1, null]}).then(() => null)")
    changes = {"a": {"newValue": [1, None]}}
    wait_until(lambda: count(extension, "storage", changes, "session") == 1)
    wait_until(lambda: count(extension, "session", changes) == 1)
    run_in_page(extension, "chrome.storage.local.set({b: 1}).then(() => null)")
    wait_until(lambda: count(extension, "storage", {"b": {"newValue": 1}}, "local") == 1)
    assert sum(event[0] == "session" for event in seen(extension)) == 1


def test_cookie(extension: Extension) -> None:
    """A cookie that changes wakes the worker."""
    seen(extension)
    extension.stop_worker()
    cookie = {"name": "c", "value": "1", "domain": "example.com", "url": "https://example.com/"}
    extension.driver.execute_cdp_cmd("Network.setCookie", cookie)
    wait_until(lambda: count(extension, "cookie", "c") == 1)


def test_filters(extension: Extension) -> None:
    """A listener with a filter gets what passes, and one without gets everything."""
    seen(extension)
    for name in ("one", "two"):
        extension.stop_worker()
        extension.driver.get(f"{extension.origin}/tabs/{name}.html")
        # A worker that is stopped while an event is on its way to it takes the event with it.
        wait_until(functools.partial(count, extension, "went", f"{name}.html"))
    assert count(extension, "went", "one.html") == 1
    assert count(extension, "went", "two.html") == 1
    assert count(extension, "went to two", "two.html") == 1
    assert count(extension, "went to two", "one.html") == 0


def test_removed_listener(extension: Extension) -> None:
    """A listener that was removed is called no more, a method of an object too."""
    seen(extension)
    for _ in range(2):
        extension.driver.switch_to.new_window("tab")
        extension.driver.get(f"{extension.origin}/tabs/index.html")
        wait_until(lambda: count(extension, "tab", False) >= 1)
    assert count(extension, "tab", False) == 1

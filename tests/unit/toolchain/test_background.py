"""What the service worker listens to, read from the Python code of the background."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import Project

LISTEN = "chrome.{}.addListener(print)\n"


def background(project: Project, source: str, **others: str) -> dict[str, Any]:
    """Build a project with this background, and return what its service worker is told."""
    project.write("src/background/index.py", f"import chrome\n{source}")
    for name, text in others.items():
        project.write(f"src/{name}.py", text)
    project.build()
    script = project.output()["background/events.js"].decode()
    told: dict[str, Any] = json.loads(script.partition("globalThis.$background = ")[2])
    return told


def test_events_in_use(project: Project) -> None:
    """The worker listens to what the background adds listeners to, and to nothing else."""
    source = (
        "chrome.alarms.onAlarm.addListener(print)\n"
        "@chrome.storage.local.onChanged.addListener\ndef f(c): pass\n"
        "from chrome import tabs as t\nt.onUpdated.addListener(print)\n"
        "event = chrome.idle.onStateChanged\nevent.addListener(print)\n"
        "import helper\nchrome.cookies.onChanged.hasListener(print)\n"
    )
    helper = "import chrome as c\nc.alarms.onAlarm.addListener(len)\n"
    helper += "c.runtime.onStartup.addListener(f)\n"
    assert background(project, source, helper=helper)["events"] == [
        ["alarms.onAlarm"],
        ["idle.onStateChanged"],
        ["runtime.onStartup"],
        ["storage.local.onChanged"],
        ["tabs.onUpdated"],
    ]


def test_events_of_other_pages(project: Project) -> None:
    """Pages have their events from Chrome; the worker is not woken for them."""
    project.page("import chrome\n" + LISTEN.format("tabs.onUpdated"), "popup")
    assert background(project, "")["events"] == []
    assert project.manifest()["permissions"] == ["offscreen"]


def test_filters(project: Project) -> None:
    """The worker is told what an event is filtered by, each filter once."""
    source = (
        "event = chrome.webNavigation.onCompleted\n"
        "event.addListener(print, {'url': [{'hostSuffix': 'a.com'}]})\n"
        "event.addListener(len, {'url': [{'hostSuffix': 'a.com'}]})\n"
        "event.addListener(print)\n"
    )
    assert background(project, source)["events"] == [
        ["webNavigation.onCompleted"],
        ["webNavigation.onCompleted", {"url": [{"hostSuffix": "a.com"}]}],
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("chrome.webNavigation.onCompleted.addListener(f, filters)", "out here"),
        (
            "chrome.downloads.onDeterminingFilename.addListener(f)",
            "waits for its listener's answer",
        ),
        ("chrome.runtime.onMessageExternal.addListener(f)", "on_message"),
        ("chrome.runtime.onMessage.addListener(f)", "on_message"),
        ("chrome.runtime.onConnect.addListener(f)", "on_connect"),
        ("chrome.runtime.onConnectExternal.addListener(f)", "on_connect(senders=…)"),
        (
            "chrome.webRequest.onBeforeRequest.addListener(f, {'urls': []}, ['blocking'])",
            "waits for its listener's answer",
        ),
    ],
)
def test_events_that_cannot_be_forwarded(project: Project, line: str, message: str) -> None:
    """What would need an answer in time, or Python before it runs, stops the build."""
    with pytest.raises(BuildError) as caught:
        background(project, f"\n{line}\n")
    assert (caught.value.file, caught.value.line) == ("src/background/index.py", 3)
    assert message in caught.value.message
    assert line in str(caught.value)


def test_constants(project: Project) -> None:
    """Enumerations and constants that Chrome keeps from the background page come with the build."""
    source = (
        "chrome.tabs.TAB_ID_NONE\nchrome.storage.local.QUOTA_BYTES\n"
        "chrome.runtime.OnInstalledReason.CHROME_UPDATE\nchrome.bookmarks.ROOT_NODE_ID\n"
        "chrome.runtime.id.upper()\nchrome.storage.local.get()\n"
    )
    assert background(project, source)["constants"] == {
        "bookmarks.ROOT_NODE_ID": "0",
        "runtime.OnInstalledReason.CHROME_UPDATE": "chrome_update",
        "storage.local.QUOTA_BYTES": 10485760,
        "tabs.TAB_ID_NONE": -1,
    }


def test_enumeration_without_that_member(project: Project) -> None:
    """A misspelt member of an enumeration stops the build."""
    with pytest.raises(BuildError, match=r"index\.py:2: Chrome has no .*OnInstalledReason\.UPDAT"):
        background(project, "chrome.runtime.OnInstalledReason.UPDAT\n")


@pytest.mark.parametrize(
    ("senders", "expected"),
    [("", False), ("senders='content_scripts'", False), ("senders='https://a.com/*'", True)],
)
def test_messages_from_outside(project: Project, senders: str, expected: bool) -> None:
    """The worker hears others than the extension itself only where a handler does, of that kind."""
    source = f"from webext import on_message\non_message({senders})(print)\n"
    told = background(project, source)
    assert (told["externalMessages"], told["externalPorts"]) == (expected, False)
    source = f"from webext.ports import on_connect\non_connect({senders})(print)\n"
    told = background(project, source)
    assert (told["externalMessages"], told["externalPorts"]) == (False, expected)
    expected_manifest = {"matches": ["https://a.com/*"]} if expected else None
    assert project.manifest().get("externally_connectable") == expected_manifest


def test_no_background(project: Project) -> None:
    """A project without a background has no file for it."""
    project.page("import chrome\n")
    project.build()
    assert "background/events.js" not in project.output()

"""The table of Chrome's API, beside what this browser has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.chrome_api import load
from extension_toolkit.chrome_api.table import Context

TABLE = load()
PERMISSIONS = ["alarms", "cookies", "nativeMessaging", "notifications", "offscreen", "scripting",
               "sidePanel", "storage", "tabs"]  # fmt: skip
MANIFEST = {
    "manifest_version": 3,
    "name": "What is there",
    "version": "1",
    "permissions": PERMISSIONS,
    "host_permissions": ["<all_urls>"],
    "action": {},
    "background": {"service_worker": "worker.js"},
    "content_scripts": [{"matches": ["<all_urls>"], "js": ["names.js", "content_script.js"]}],
}
# Functions and events below `chrome`. What Chrome keeps for itself is left out.
NAMES = """
const names = (object, path, depth) => Object.keys(object).flatMap((key) => {
  let value
  try { value = object[key] } catch { return [] }
  if (typeof value === 'function' || value?.addListener) { return [path + key] }
  if (!value || typeof value !== 'object' || !depth) { return [] }
  return names(value, `${path}${key}.`, depth - 1)
})
globalThis.all = () => names(chrome, '', 2)
"""
WORKER = """
const told = {}
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  Object.assign(told, message)
  respond(told)
})
chrome.offscreen.createDocument({url: 'offscreen.html', reasons: ['BLOBS'], justification: 'test'})
"""
ASK = "chrome.runtime.sendMessage({page: all()}).then(arguments[0])"
UNKNOWN = """
const [permissions, done] = arguments
const unknown = (name) =>
  chrome.permissions.contains({permissions: [name]}).then(() => [], () => name)
Promise.all(permissions.map(unknown)).then((names) => done(names.flat()))
"""
UNDOCUMENTED = {"csi", "loadTimes"}


@pytest.fixture
def found(browser: Browser, tmp_path: Path, website: str) -> dict[str, list[str]]:
    """The names that each context has."""
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "names.js").write_text(NAMES)
    (folder / "worker.js").write_text(WORKER)
    (folder / "page.html").write_text('<script src="names.js"></script>')
    for name in ("offscreen", "content_script"):
        (folder / f"{name}.js").write_text(f"chrome.runtime.sendMessage({{{name}: all()}})")
    scripts = '<script src="names.js"></script><script src="offscreen.js"></script>'
    (folder / "offscreen.html").write_text(scripts)
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(website)
    extension.driver.get(f"{extension.origin}/page.html")

    names: dict[str, list[str]] = {}

    def have_told() -> bool:
        names.update(extension.driver.execute_async_script(ASK))
        return {"offscreen", "content_script"} <= names.keys()

    wait_until(have_told)
    return names


def expected(context: Context) -> set[str]:
    return {
        member.path
        for member in TABLE.members.values()
        if member.kind in ("function", "event") and TABLE.is_available(member.path, context)
    }


def test_contexts_have_what_the_table_says(found: dict[str, list[str]]) -> None:
    """Content scripts and the offscreen page have exactly the functions and events listed."""
    for context in ("content_script", "offscreen"):
        names = {name for name in found[context] if name not in UNDOCUMENTED}
        assert names == expected(context), context


def test_namespaces_have_what_the_table_says(found: dict[str, list[str]]) -> None:
    """In a page, the namespaces that extensions use most have the names of the table."""
    for namespace in ("action", "runtime", "storage", "cookies", "alarms", "windows", "sidePanel"):
        names = {name for name in found["page"] if name.startswith(f"{namespace}.")}
        known = {name for name in expected("page") if name.startswith(f"{namespace}.")}
        # The table may be of a younger Chrome than this one, and name what is still to come.
        missing = {TABLE.member(name).since for name in known - names}
        assert names <= known
        assert all(since > 150 for since in missing), known - names


def test_permissions_are_those_of_the_table(browser: Browser, tmp_path: Path) -> None:
    """Chrome knows the permissions of the table, but for those of younger ones and ChromeOS."""
    (tmp_path / "manifest.json").write_text(
        json.dumps({"manifest_version": 3, "name": "Permissions", "version": "1"})
    )
    (tmp_path / "page.html").write_text("")
    extension = Extension(browser, browser.install(tmp_path))
    extension.driver.get(f"{extension.origin}/page.html")
    younger = {name for m in TABLE.members.values() if m.since > 150 for name in m.permissions}
    unknown = extension.driver.execute_async_script(UNKNOWN, sorted(TABLE.permissions - younger))
    assert unknown == ["fileSystemProvider"]

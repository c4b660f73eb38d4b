"""Who may have a token, and where tokens and code may be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from demo_pages import DemoTab, Popup
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

CONTENT_SCRIPT = """
const ask = async () => {
  const answers = []
  for (const message of [{greeting: 'get-token'}, {clerk: 'load'}, {clerk: 'getToken'}]) {
    answers.push(await chrome.runtime.sendMessage(message).catch(String))
  }
  const stored = []
  for (const area of ['local', 'session']) {
    stored.push(await chrome.storage[area].get(null).catch(String))
  }
  document.documentElement.dataset.answers = JSON.stringify({answers, stored})
}
ask()
"""


def test_content_script_gets_nothing(
    browser: Browser, extension_folder: Path, tmp_path: Path, website: str
) -> None:
    """A content script of the same extension gets no token and sees no stored one."""
    folder = tmp_path / "with-content-script"
    shutil.copytree(extension_folder, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["content_scripts"] = [{"matches": ["http://127.0.0.1/*"], "js": ["content.js"]}]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "content.js").write_text(CONTENT_SCRIPT)
    extension = Extension(browser, browser.install(folder))
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.driver.get(website)
    read = "return document.documentElement.dataset.answers"
    found = None
    while not found:
        found = extension.driver.execute_script(read)
    result = json.loads(found)
    assert [answer["$error"]["type"] for answer in result["answers"]] == ["BackgroundError"] * 3
    assert all("refused" in answer["$error"]["message"] for answer in result["answers"])
    assert all(isinstance(area, str) and "Access" in area for area in result["stored"]), result


def test_web_page_reaches_nothing(extension: Extension, website: str) -> None:
    """A web page can neither message the extension nor load or frame its files."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.driver.get(website)
    send = "return typeof chrome?.runtime?.sendMessage"
    assert extension.driver.execute_script(send) == "undefined"
    for path in ("python/webext.env.js", "popup/index.html", "manifest.json"):
        fetched = extension.driver.execute_async_script(
            "fetch(arguments[0]).then(() => 'loaded', () => 'refused').then(arguments[1])",
            f"{extension.origin}/{path}",
        )
        assert fetched == "refused"


def test_tokens_are_where_they_belong(extension: Extension, emulator: EmulatorServer) -> None:
    """On disk is the client token alone; no token is in a console or in the popup's page."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    token = extension.send({"greeting": "get-token"})[0]["token"]
    local = extension.storage("local")
    assert list(local) == [f"{emulator.frontend_api}|__clerk_client_jwt|v2"]
    client_token = next(iter(local.values()))
    wait_until(lambda: token in json.dumps(extension.storage("session")))  # written meanwhile
    assert client_token not in json.dumps(extension.storage("session"))
    page = extension.driver.page_source + extension.driver.execute_script("return document.cookie")
    for secret in (token, client_token, DEMO_PASSWORD):
        assert secret not in page
        assert secret not in "\n".join(map(str, extension.devtools.console))


def test_the_strictest_policy_holds(extension: Extension) -> None:
    """In every page strings are not evaluated, and the pages raise no complaint of their own."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.open(DemoTab).get_token()
    assert extension.devtools.console == []
    page = extension.devtools.wait_for("page")
    for target in (extension.background(), page):
        policy = "const it = document.createElement('script'); it.textContent = 'window.ran = 1'; "
        policy += "document.documentElement.append(it); window.ran ?? 'refused'"
        assert extension.devtools.evaluate(target, policy) == "refused"
        evaluated = "try { setTimeout('0'); Function('return 1')() } catch (error) { error.name }"
        assert extension.devtools.evaluate(target, evaluated) == "EvalError"


def test_least_permissions(extension_folder: Path, emulator: EmulatorServer) -> None:
    """The extension asks for what its code uses: storage, its offscreen page, the window in which
    the popup signs in at other providers, and Clerk's API."""
    manifest = json.loads((extension_folder / "manifest.json").read_text())
    assert manifest["permissions"] == ["identity", "offscreen", "storage"]
    assert manifest["host_permissions"] == [f"https://{emulator.frontend_api}/*"]
    assert "externally_connectable" not in manifest
    assert "web_accessible_resources" not in manifest

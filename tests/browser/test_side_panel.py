"""Side panel and options page, found by where their files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

PAGE = """
from browser import document

document.body.textContent = "Python in {}"
"""


@pytest.mark.parametrize("has_popup", [False, True])
def test_side_panel(browser: Browser, tmp_path: Path, has_popup: bool) -> None:
    """The toolbar button opens the side panel, unless there is a popup to open."""
    files = {"background/index.py": "import chrome\n", "sidepanel/index.py": PAGE.format("panel")}
    if has_popup:
        files["popup/index.py"] = PAGE.format("popup")
    extension = Extension(browser, browser.install(build_miniature(tmp_path, files)))
    extension.driver.get(f"{extension.origin}/sidepanel/index.html")
    assert extension.driver.execute_script("return document.body.textContent") == "Python in panel"
    behavior = "chrome.sidePanel.getPanelBehavior().then(arguments[0])"
    opens = extension.driver.execute_async_script(behavior)["openPanelOnActionClick"]
    assert opens is not has_popup


def test_options(browser: Browser, tmp_path: Path) -> None:
    """Chrome opens the options page in a tab of its own."""
    files = {"options/index.py": PAGE.format("options"), "tabs/index.py": "import chrome\n"}
    extension = Extension(browser, browser.install(build_miniature(tmp_path, files)))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    extension.driver.execute_async_script("chrome.runtime.openOptionsPage().then(arguments[0])")
    page = extension.devtools.wait_for("page", "options/index.html")
    text = "document.body?.textContent"
    wait_until(lambda: extension.devtools.evaluate(page, text) == "Python in options")

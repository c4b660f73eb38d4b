"""What the fake `chrome` has to refuse, beside what this browser does."""

from __future__ import annotations

import json
from pathlib import Path

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from support.refused_calls import MANIFEST, REFUSED

CALL = """
const [path, args, done] = arguments
const [namespace, name] = path.split('.')
new Promise((resolve) => resolve(chrome[namespace][name](...args)))
  .then(() => done('nothing'), (error) => done(error.message))
"""
NEEDS_A_CLICK = {
    "permissions.request": {"permissions": ["bookmarks"]},
    "sidePanel.open": {"windowId": 1},
}


def test_refused_calls(browser: Browser, tmp_path: Path) -> None:
    """Chrome refuses the calls that the fake refuses, in these words."""
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    for name in ("page.html", "worker.js"):
        (tmp_path / name).write_text("")
    extension = Extension(browser, browser.install(tmp_path))
    extension.driver.get(f"{extension.origin}/page.html")
    calls = [*REFUSED, *((path, [value], "user gesture") for path, value in NEEDS_A_CLICK.items())]
    for path, args, text in calls:
        message = extension.driver.execute_async_script(CALL, path, args)
        assert text in message, path

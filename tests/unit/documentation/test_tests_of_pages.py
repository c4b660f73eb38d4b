"""The tests that pages show, run as they stand there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.documentation import ROOT, blocks, blocks_for_pytest, write_extension

BACKGROUND = """
import chrome
from clerk import createClerkClient
from webext import on_message
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

@on_message(action="greet")
async def greet(message, sender):
    return {"text": f"Hello, {message['name']}"}

@on_message(greeting="get-token")
async def get_token(message, sender):
    clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    return {"token": await clerk.session.getToken()}

@chrome.runtime.onInstalled.addListener
async def installed(details):
    await chrome.alarms.create("ring", {"delayInMinutes": 1})

@chrome.alarms.onAlarm.addListener
async def ring(alarm):
    await chrome.storage.local.set({"rung": 1})
"""
IMPORTS = """
import pytest

from clerk import createClerkClient
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from webext import BackgroundError, on_message
"""


@pytest.mark.parametrize("page", ["docs/testing.md", "docs/how-to.md", "docs/tutorial.md"])
def test_the_examples_work(page: str, tmp_path: Path) -> None:
    """Each test in a page passes, in a project of one's own, with the handlers of the page."""
    write_extension(tmp_path, page)
    if page == "docs/testing.md":
        (tmp_path / "src" / "background" / "index.py").write_text(BACKGROUND, "utf-8")
    [settings] = [b.text for b in blocks("toml", "docs/testing.md") if "[tool.pytest" in b.text]
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    tests = [block.text for block in blocks_for_pytest(page, in_browser=False)]
    (tmp_path / "test_page.py").write_text("\n\n".join([IMPORTS, *tests]), "utf-8")
    for package in ("chrome", "clerk", "webext"):  # beside which src/ has the demo's background
        shutil.copytree(ROOT / "src" / package, tmp_path / "toolkit" / package)
    path = os.pathsep.join([str(ROOT / "scripts"), str(tmp_path / "toolkit")])
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "extension_toolkit.testing.chrome_plugin"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    count = sum(text.count("def test_") for text in tests)
    assert f"{count} passed" in result.stdout, result.stdout + result.stderr

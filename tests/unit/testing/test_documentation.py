"""The code in `docs/testing.md`, run as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
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
from webext import BackgroundError
"""


def test_the_examples_work(tmp_path: Path) -> None:
    """Each test in the page passes, in a project of one's own."""
    page = (ROOT / "docs" / "testing.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    [settings] = re.findall(r"```toml\n.*?(\[tool\.pytest.*?)```", page, re.DOTALL)
    background = tmp_path / "src" / "background"
    background.mkdir(parents=True)
    (background / "index.py").write_text(BACKGROUND, "utf-8")
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    (tmp_path / "test_page.py").write_text(IMPORTS + "\n\n".join(blocks), "utf-8")
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
    tests = sum(block.count("async def test_") for block in blocks)
    assert f"{tests} passed" in result.stdout, result.stdout + result.stderr

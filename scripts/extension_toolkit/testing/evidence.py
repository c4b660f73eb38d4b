"""What is kept of a test that failed in a browser."""

from __future__ import annotations

import base64
import contextlib
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from extension_toolkit.automation.devtools import DevTools, DevToolsError

if TYPE_CHECKING:
    from extension_toolkit.automation.targets import Target
    from extension_toolkit.emulator import EmulatorServer


def save_evidence(folder: Path, devtools: DevTools, emulator: EmulatorServer | None) -> None:
    """Save each page as picture and DOM, the consoles of all contexts, and the request log.

    Args:
        folder: Where to; what is there is replaced.
        devtools: The connection to the browser.
        emulator: The local Clerk, where the extension talks to one.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "console.txt").write_text(consoles(devtools), "utf-8")
    for page in devtools.find("page"):
        with contextlib.suppress(DevToolsError):  # it may be closing
            _save_page(folder, devtools, page)
    if emulator:
        lines = [f"{r.method} {r.path} {r.status} {r.form}" for r in emulator.requests]
        (folder / "requests.txt").write_text("\n".join(lines), "utf-8")


def consoles(devtools: DevTools) -> str:
    """Return what all contexts wrote, in the order in which it came."""
    return "\n".join(map(str, devtools.console))


def _save_page(folder: Path, devtools: DevTools, page: Target) -> None:
    path = page.url.partition("://")[2].partition("/")[2] or page.url
    name = f"{re.sub(r'[^a-zA-Z0-9-]+', '-', path).strip('-')}-{page.id[:4]}"
    dom = devtools.evaluate(page, "document.documentElement.outerHTML")
    (folder / f"{name}.html").write_text(dom, "utf-8")
    picture = devtools.command("Page.captureScreenshot", page.session)
    (folder / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))

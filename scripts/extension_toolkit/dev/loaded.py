"""The extension in the browser of a development run: loaded, and loaded again after each build.

Loading it again replaces everything: worker, background, pages. Chrome would close the tabs that
show its pages, and with the last one the window; they wait on an empty page meanwhile.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from extension_toolkit.automation import Browser
from extension_toolkit.automation.devtools import DevTools, DevToolsError
from extension_toolkit.automation.targets import Target
from extension_toolkit.automation.waiting import wait_until

BLANK = "about:blank"
MARK = """
(async (number, title) => {
  await chrome.action.setTitle({title})
  await chrome.action.setBadgeBackgroundColor({color: '#5f6368'})
  await chrome.action.setBadgeText({text: number})
})
"""


@dataclass(frozen=True)
class Stamp:
    """Which build it is, so that nobody has to doubt which code runs.

    Attributes:
        number: Counted from 1 in this run.
        time: Of the day, such as `14:02:11`.
    """

    number: int
    time: str

    def __str__(self) -> str:
        return f"build {self.number}, {self.time}"


class LoadedExtension:
    """The extension in a running browser.

    Args:
        browser: Where it is loaded.
        folder: The unpacked extension.

    Attributes:
        id: Its id, once it was loaded.
    """

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.devtools: DevTools = browser.devtools()
        self.folder = folder
        self.id = ""
        self._open: list[tuple[Target, str]] = []  # tabs that wait, and their addresses

    @property
    def origin(self) -> str:
        return f"chrome-extension://{self.id}"

    def load(self, stamp: Stamp) -> None:
        """Load the extension, again if it was; its tabs, and its popup, are open again then.

        Raises:
            BrowserError: Chrome refuses it. The tabs wait for the next time.
        """
        old = self.devtools.find(None, f"{self.origin}/") if self.id else []
        had_popup = self._leave_pages(old)
        self.id = self.browser.install(self.folder)
        for target in old:
            if target.type == "service_worker":
                self.devtools.forget(target)
        while self._open:
            page, url = self._open.pop()
            self._go(page, url)
        self._mark(stamp, had_popup)

    def _leave_pages(self, targets: list[Target]) -> bool:
        """Take tabs to an empty page; return whether a popup was there, which Chrome closes."""
        had_popup = False
        for target in targets:
            if target.type != "page":
                continue
            try:
                self.devtools.command("Browser.getWindowForTarget", targetId=target.id)
            except DevToolsError:
                had_popup = True
                continue
            self._open.append((target, target.url))
            self._go(target, BLANK)
        wait_until(
            lambda: all(page.url == BLANK or self._is_closed(page) for page, _ in self._open)
        )
        return had_popup

    def _go(self, page: Target, url: str) -> None:
        with contextlib.suppress(DevToolsError):  # closed meanwhile
            self.devtools.command("Page.navigate", page.session, url=url)

    def _is_closed(self, page: Target) -> bool:
        return page.id not in self.devtools.targets

    def _mark(self, stamp: Stamp, had_popup: bool) -> None:
        """Write the build's number on the toolbar button; a tooltip has the time."""
        manifest = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        if "service_worker" not in manifest.get("background", {}) or "action" not in manifest:
            return
        worker = self.devtools.wait_for_worker(self.origin)
        values = json.dumps([str(stamp.number), f"{manifest['name']}: {stamp}"])
        self.devtools.evaluate(worker, f"{MARK.strip()}(...{values})")
        if had_popup:
            with contextlib.suppress(DevToolsError):  # the window is not in front
                self.devtools.evaluate(worker, "chrome.action.openPopup()")

#!/usr/bin/env python3
"""Measure what a user waits for: the popup, and a token by a click.

Each figure is the median of several runs in one browser, and stands beside the time of the same
without Python: a popup whose script adds a form, and a message that a bare service worker answers.
Popups are opened as by a click on the toolbar's button.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import environment
from demo_pages import DemoTab, Popup
from extension_toolkit import console
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer, Fault
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from extension_toolkit.toolchain.builder import Builder

GET_TOKEN = {"greeting": "get-token"}

WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector('form')) { return }
  window.shownAt = performance.now()
  observer.disconnect()
}).observe(document, {childList: true, subtree: true})
"""
# Seconds for which Chrome is busy with an installation; and for which a popup is left alone, since
# to ask it sooner would slow it.
INSTALLATION, OPENING = 3.0, 0.4
SEND = """
const [message, count, done] = arguments
const started = performance.now()
Promise.all(Array.from({length: count}, () => chrome.runtime.sendMessage(message)))
  .then((answers) => done([performance.now() - started, answers]))
"""
BARE_PAGE = '<!doctype html><title>bare</title><script defer src="page.js"></script><body>'
BARE_SCRIPT = "document.body.append(document.createElement('form'))"
BARE_WORKER = "chrome.runtime.onMessage.addListener((m, s, answer) => { answer(1); return true })"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--latency", type=float, default=0, help="of the API, in seconds")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        measure(Path(folder), arguments.runs, arguments.latency)
    return 0


def measure(folder: Path, runs: int, latency: float) -> None:
    with EmulatorServer(environment.ROOT / ".local" / "emulator") as emulator:
        built = build(folder, emulator)
        browser = Browser(folder / "profile", headless=True, arguments=emulator.chrome_arguments)
        browser.start()
        try:
            bare = Extension(browser, browser.install(bare_extension(folder)))
            extension = Extension(browser, browser.install(built))
            time.sleep(INSTALLATION)
            figures = Figures(extension, bare, emulator, runs)
            if latency:
                emulator.add_fault(Fault(delay=latency))
            figures.print_all()
        finally:
            browser.stop()


def build(folder: Path, emulator: EmulatorServer) -> Path:
    os.environ["PUBLIC_CLERK_PUBLISHABLE_KEY"] = emulator.publishable_key
    built = Builder(environment.ROOT, "production", output=folder / "extension").build()
    total = sum(built.files.values())
    console.say(
        f"package             {built.compressed / 1000:7.0f} kB zipped, {total / 1000:.0f} kB"
    )
    runtime = built.folder / "python" / "runtime.js"
    runtime.write_text(WATCH + runtime.read_text("utf-8"), "utf-8")
    return built.folder


def bare_extension(folder: Path) -> Path:
    """An extension without Python, for the figures beside ours."""
    bare = folder / "bare"
    bare.mkdir()
    manifest = {"manifest_version": 3, "name": "bare", "version": "1"}
    manifest |= {"background": {"service_worker": "worker.js"}}
    manifest |= {"action": {"default_popup": "page.html"}}
    (bare / "manifest.json").write_text(json.dumps(manifest))
    (bare / "worker.js").write_text(BARE_WORKER)
    (bare / "page.html").write_text(BARE_PAGE)
    (bare / "page.js").write_text(WATCH + BARE_SCRIPT)
    return bare


class Figures:
    """The measurements, in the order in which they depend on each other."""

    def __init__(
        self, extension: Extension, bare: Extension, emulator: EmulatorServer, runs: int
    ) -> None:
        self.extension, self.bare, self.emulator, self.runs = extension, bare, emulator, runs

    def print_all(self) -> None:
        first = popup_time(self.extension)
        page, form = self.popup_times()
        show("popup: form, first", first, page)
        show("popup: form", form, page)
        self.extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
        self.extension.driver.get("about:blank")
        page, home = self.popup_times()
        show("popup: home", home, page)
        self.bare.driver.get(f"{self.bare.origin}/page.html")
        message = self.repeat(lambda: self.send(self.bare, {}))
        asleep_message = self.repeat(lambda: self.send(self.bare, {}), self.extension.stop_worker)
        self.extension.open(DemoTab)
        self.emulator.clear_requests()
        show("token, awake", self.repeat(lambda: self.send(self.extension, GET_TOKEN)), message)
        asleep = self.repeat(
            lambda: self.send(self.extension, GET_TOKEN), self.extension.stop_worker
        )
        show("token, asleep", asleep, asleep_message)
        many = self.repeat(lambda: self.send(self.extension, GET_TOKEN, 100))
        show("100 clicks at once", many, self.repeat(lambda: self.send(self.bare, {}, 100)))
        console.say(f"requests for all of these tokens: {len(self.emulator.requests)}")

    def popup_times(self) -> tuple[float, float]:
        """Milliseconds of the bare popup and of the demo's, opened in turn."""
        times = [(popup_time(self.bare), popup_time(self.extension)) for _ in range(self.runs)]
        bare, ours = zip(*times, strict=True)
        return statistics.median(bare), statistics.median(ours)

    def send(self, extension: Extension, message: dict[str, str], count: int = 1) -> float:
        milliseconds, answers = extension.driver.execute_async_script(SEND, message, count)
        if message and not all(answer.get("token") for answer in answers):
            raise AssertionError(f"no token: {answers[0]}")
        return float(milliseconds)

    def repeat(self, run: Callable[[], float], before: Callable[[], None] = lambda: None) -> float:
        times = []
        for _ in range(self.runs):
            before()
            times.append(run())
        return statistics.median(times)


def popup_time(extension: Extension) -> float:
    """Milliseconds from the start of a popup until its form is there."""
    popup = extension.open_action_popup()
    time.sleep(OPENING)
    shown = extension.devtools.evaluate(popup, "window.shownAt")
    extension.devtools.command("Target.closeTarget", targetId=popup.id)
    wait_until(lambda: popup not in extension.devtools.find("page"))
    return float(shown)


def show(name: str, ours: float, bare: float) -> None:
    console.say(f"{name:20}{ours:7.1f} ms, {ours / bare:5.1f} times the bare {bare:.1f} ms")


if __name__ == "__main__":
    sys.exit(console.run(main))

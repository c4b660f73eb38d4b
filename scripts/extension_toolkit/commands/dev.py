"""Run Chrome with the extension; build and load it again whenever a file changes.

The consoles of popup, tabs, background, service worker and content scripts show here. The profile
is kept in `.local/profile/`. Where the project's key is the local Clerk's, that runs too.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.automation import Browser
from extension_toolkit.automation.devtools import DevToolsError
from extension_toolkit.dev.consoles import ConsolePrinter
from extension_toolkit.dev.loaded import LoadedExtension, Stamp
from extension_toolkit.dev.local_clerk import find_local_clerk
from extension_toolkit.dev.watching import Watcher
from extension_toolkit.errors import ToolkitError
from extension_toolkit.toolchain.builder import Builder, Built

TICK = 0.25  # seconds between looks at the browser


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--headless", action="store_true", help="without windows")
    parser.add_argument(
        "--kill-worker",
        type=float,
        metavar="SECONDS",
        help="stop the service worker so often, as Chrome does when it is idle: what it forgets "
        "shows at once",
    )
    options = parser.parse_args(arguments)
    if not (root / "src").is_dir():
        raise ToolkitError(f"no src/ in {root}", tip="run this in the folder of your extension")
    with contextlib.ExitStack() as stack:
        chrome_arguments = []
        if emulator := find_local_clerk(root, "development"):
            stack.enter_context(emulator)
            chrome_arguments = emulator.chrome_arguments
            console.step(f"Local Clerk runs; what it does: {emulator.control_url}")
        watcher = Watcher(root)
        stack.callback(watcher.close)
        run = Development(root, watcher)
        run.build_until_it_works()
        profile = root / ".local" / "profile"
        browser = Browser(profile, headless=options.headless, arguments=chrome_arguments)
        stack.callback(browser.stop)
        console.step(f"Starting {browser.chrome}")
        browser.start()
        run.load_into(browser)
        console.step("Watching src/, pyproject.toml and .env files; Ctrl-C ends")
        run.watch(options.kill_worker)
    return 0


class Development:
    """Builds of a project, and the browser that runs the last good one.

    Args:
        root: The project's folder.
        watcher: Tells its changes.
    """

    def __init__(self, root: Path, watcher: Watcher) -> None:
        self.watcher = watcher
        self.builder = Builder(root)
        self.number = 0
        self.built: Built | None = None
        self.seconds = 0.0

    def build_until_it_works(self) -> None:
        """Build, again after each change as long as there is something to mend."""
        console.step("Building the extension")
        while not self.build():
            console.step("Waiting for a change")
            while not self.watcher.changes(TICK):
                pass

    def build(self) -> bool:
        """Build; return whether there is something new to load. Errors are told."""
        started = time.perf_counter()
        before = self.built
        try:
            built = self.builder.build()
        except ToolkitError as error:
            console.complain(str(error), error.tip)
            if before:
                console.say("The last good build goes on.")
            return False
        except OSError as error:  # an editor replaces a file while it is read; a change follows
            console.complain(str(error))
            return False
        self.seconds = time.perf_counter() - started
        self.built = built
        for warning in built.warnings:
            console.say(f"{console.colored('warning:', console.YELLOW)} {warning}")
        if before and not built.written and built.files.keys() == before.files.keys():
            console.step("Nothing in the build changed")
            return False
        return True

    def load_into(self, browser: Browser) -> None:
        """Load the extension for the first time, and show what its contexts write."""
        assert self.built is not None
        self.browser = browser
        self.printer = ConsolePrinter()
        self.extension = LoadedExtension(browser, self.built.folder)
        self.extension.devtools.on_console = self.printer
        self.load()

    def load(self) -> None:
        """Load what was built, and say which build it is."""
        assert self.built is not None
        self.number += 1
        stamp = Stamp(self.number, time.strftime("%H:%M:%S"))
        console.step(
            f"{console.colored(str(stamp).capitalize(), console.BOLD)}: {self.built.written} files "
            f"changed, built in {self.seconds:.2f} s"
        )
        started = time.perf_counter()
        try:
            self.extension.load(stamp)
        except (ToolkitError, DevToolsError, TimeoutError) as error:
            console.complain(str(error))
            return
        self.printer.origin = self.extension.origin
        seconds = time.perf_counter() - started
        console.step(f"Loaded in {seconds:.2f} s as {self.extension.origin}/")

    def watch(self, kill_worker: float | None) -> None:
        """Follow the files until the browser is closed.

        Args:
            kill_worker: Seconds between two stops of the service worker, if it is to be stopped.
        """
        next_kill = time.monotonic() + (kill_worker or 0)
        while self.browser.is_running():
            if self.watcher.changes(TICK) and self.build():
                self.load()
            if kill_worker and time.monotonic() >= next_kill:
                self.stop_worker()
                next_kill = time.monotonic() + kill_worker
        console.say("The browser was closed.")

    def stop_worker(self) -> None:
        with contextlib.suppress(DevToolsError):  # no page is open to ask through
            self.extension.devtools.stop_workers()
            console.step("Service worker stopped")

#!/usr/bin/env python3
"""Build the extension and open Chrome with it, beside a local Clerk; say what to click.

With no display, or with --headless, walk through it instead and show what comes out.
"""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import contextlib  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

from selenium.webdriver import Chrome  # noqa: E402

from demo_pages import DemoTab, Popup  # noqa: E402
from extension_toolkit import console  # noqa: E402
from extension_toolkit.automation import Browser  # noqa: E402
from extension_toolkit.dev.local_clerk import find_local_clerk  # noqa: E402
from extension_toolkit.emulator import EmulatorServer  # noqa: E402
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD  # noqa: E402
from extension_toolkit.toolchain.builder import Builder  # noqa: E402
from verification import verify  # noqa: E402

ROOT = environment_setup.ROOT
LOCAL = ROOT / ".local"
SCREENSHOTS = ROOT / "build" / "screenshots"
TOKEN_LIFETIME = 5  # seconds, in the walk, so that nobody has to wait a minute


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--headless", action="store_true", help="walk through it without a window")
    parser.add_argument("--mode", choices=("development", "production"), default="development")
    arguments = parser.parse_args()
    headless = arguments.headless or not has_display()
    emulator = find_local_clerk(ROOT, arguments.mode)
    if headless and not emulator:
        console.complain(
            f"the key in .env.{arguments.mode} is not the local Clerk's, and the walk without a "
            "window signs in by itself, which only that allows",
            f"run this on a desktop, or take {EmulatorServer(LOCAL / 'emulator').publishable_key}",
        )
        return 1
    console.step("Building the extension")
    built = Builder(ROOT, arguments.mode).build()
    console.say(f"  {built.folder.relative_to(ROOT)}, {built.compressed / 1000:.0f} kB zipped")
    with contextlib.ExitStack() as stack:
        chrome_arguments = []
        if emulator:
            stack.enter_context(emulator)
            chrome_arguments = emulator.chrome_arguments
            console.step(f"Local Clerk runs; what it does: {emulator.control_url}")
        # The walk is to begin signed out, and must not disturb the kept profile.
        profile = Path(stack.enter_context(temporary_folder())) if headless else LOCAL / "profile"
        browser = Browser(profile, headless=headless, arguments=chrome_arguments)
        stack.callback(browser.stop)
        console.step(f"Starting {browser.chrome}")
        browser.start()
        extension = browser.install(built.folder)
        if headless and emulator:
            return walk(browser, emulator, extension)
        guide(browser, extension, is_local=emulator is not None)
    return 0


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="profile-", ignore_cleanup_errors=True)


def guide(browser: Browser, extension: str, *, is_local: bool) -> None:
    """Say what to click, and wait until the browser is closed."""
    console.say()
    console.say("  1. Click the puzzle piece right of the address bar, then the extension.")
    if is_local:
        console.say(f"  2. Sign in as {DEMO_EMAIL}")
        console.say(f"     with the password {DEMO_PASSWORD}, or with the code 424242.")
    else:
        console.say("  2. Sign in with an account of your Clerk instance. Its allowed origins")
        console.say(f"     must hold chrome-extension://{extension}")
    console.say("  3. Press “Open background worker demo in a new tab”, and there the button.")
    console.say("     Wait more than a minute, press it again: another token, valid again.")
    console.say()
    console.say("Close the browser or press Ctrl-C to end.")
    while browser.is_running():
        time.sleep(0.3)


def walk(browser: Browser, emulator: EmulatorServer, extension: str) -> int:
    """Go through the demo as a user would, and show the token."""
    driver = browser.driver()
    origin = f"chrome-extension://{extension}"
    emulator.state.settings.token_lifetime = TOKEN_LIFETIME
    shots = Screenshots(driver)
    popup = Popup(driver, extension)
    console.step("Opening the popup, signed out")
    popup.open()
    popup.wait_for_form()
    popup.wait_for("button[name=oauth_google]")  # comes last, with the instance's settings
    shots.take("popup-sign-in")
    console.step(f"Signing in as {DEMO_EMAIL}")
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    shots.take("popup-home")
    console.step("Opening the demo in a new tab, closing the popup")
    popup_window = driver.current_window_handle
    demo: DemoTab = popup.open_demo()
    demo_window = driver.current_window_handle
    driver.switch_to.window(popup_window)
    driver.close()
    driver.switch_to.window(demo_window)
    first = demo.get_token()
    console.step(f"A token came. Waiting {TOKEN_LIFETIME} s until it has expired")
    time.sleep(TOKEN_LIFETIME + 1)
    console.step("Stopping the service worker, as Chrome does when it is idle; asking again")
    browser.devtools().stop_workers()
    token = demo.get_token()
    shots.take("background-worker-demo")
    if token == first:
        raise AssertionError("the expired token was handed out again")
    verified = verify(token, emulator, origin)
    console.say(f"\nA fresh token:\n{token}")
    console.say(f"\nHeader  {json.dumps(verified.header, indent=2)}")
    console.say(f"Claims  {json.dumps(verified.claims, indent=2)}")
    console.say("\nVerified:")
    for check in verified.checks:
        console.say(f"  ✓ {check}")
    console.say(f"\nScreenshots: {', '.join(shots.names)} in {SCREENSHOTS.relative_to(ROOT)}/")
    return 0


class Screenshots:
    """Pictures of the pages, as they go by."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver
        self.names: list[str] = []
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def take(self, name: str) -> None:
        body = self.driver.find_element("tag name", "body")
        body.screenshot(str(SCREENSHOTS / f"{name}.png"))
        self.names.append(f"{name}.png")


if __name__ == "__main__":
    sys.exit(console.run(main))

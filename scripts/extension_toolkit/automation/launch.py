"""Find Chrome or Chromium and its driver, start it, and load the unpacked extension.

Chrome is started as its own process, and a driver may attach to it. The extension is loaded
through Chrome's debugging protocol, since branded Chrome no longer takes `--load-extension`. That
connection ends at once: in a demo nothing is left that controls the browser.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import subprocess
import time
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.selenium_manager import SeleniumManager
from selenium.webdriver.remote.command import Command

from extension_toolkit.errors import ToolkitError

from .devtools import DevTools, DevToolsError

START_TIMEOUT = 30.0  # seconds

CHROME_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROME_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)

# Nothing that asks the internet or the user by itself.
ARGUMENTS = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--password-store=basic",
    "--use-mock-keychain",
    "--enable-unsafe-extension-debugging",
    "--remote-debugging-port=0",
    "--window-size=1100,800",
)


class BrowserError(ToolkitError):
    """Chrome cannot be found, started or driven; the message says what to do."""


class Browser:
    """One Chrome with a profile of its own.

    Args:
        profile: Its folder; kept.
        headless: Without windows.
        arguments: More for the command line.
    """

    def __init__(self, profile: Path, *, headless: bool, arguments: list[str]) -> None:
        self.profile = profile
        self.headless = headless
        self.arguments = arguments
        self.chrome, self.chromedriver = find_chrome()
        self._process: subprocess.Popen[bytes] | None = None
        self._drivers: list[webdriver.Chrome] = []
        self._devtools: DevTools | None = None

    def start(self) -> None:
        """Start Chrome and wait until it can be driven.

        Raises:
            BrowserError: It ended at once or does not answer.
        """
        self.profile.mkdir(parents=True, exist_ok=True)
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        command = [self.chrome, *ARGUMENTS, *self.arguments, f"--user-data-dir={self.profile}"]
        if self.headless:
            command.append("--headless=new")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chrome's sandbox refuses to run as root
        self._process = subprocess.Popen(
            [*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + START_TIMEOUT
        while not (port_file.is_file() and "\n" in port_file.read_text()):
            if self._process.poll() is not None:
                raise BrowserError(
                    f"{self.chrome} ended at once. Is one running with the profile {self.profile}? "
                    "Without a display, use --headless"
                )
            if time.monotonic() > deadline:
                raise BrowserError(f"{self.chrome} did not start within {START_TIMEOUT:.0f} s")
            time.sleep(0.02)
        self.port, self._path = port_file.read_text().split()[:2]

    def install(self, folder: Path) -> str:
        """Load an unpacked extension; return its id.

        Raises:
            BrowserError: Chrome refuses it; the message is Chrome's.
        """
        devtools = DevTools(self.devtools_url, watched=())
        try:
            result = devtools.command("Extensions.loadUnpacked", path=str(folder.resolve()))
        except DevToolsError as error:
            raise BrowserError(f"Chrome refuses the extension in {folder}: {error}") from error
        finally:
            devtools.close()
        extension: str = result["id"]
        return extension

    def driver(self) -> webdriver.Chrome:
        """Attach a driver, which ends with the browser."""
        # The connection below must be there first, to let restarted workers run.
        tab = self.devtools().wait_for("page")
        driver = self._attach()
        self._drivers.append(driver)
        driver.switch_to.window(tab.id)
        return driver

    def devtools(self) -> DevTools:
        """Return the connection for what the driver does not reach."""
        if self._devtools is None:
            self._devtools = DevTools(self.devtools_url)
        return self._devtools

    @property
    def devtools_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}{self._path}"

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the browser and everything attached to it."""
        for driver in self._drivers:
            _end(driver)
        self._drivers = []
        if self._devtools:
            with contextlib.suppress(Exception):
                self._devtools.command("Browser.close")
            self._devtools.close()
            self._devtools = None
        elif self._process:
            self._process.terminate()
        if self._process:
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.terminate()
                self._process.wait(10)
            self._process = None

    def _attach(self) -> webdriver.Chrome:
        options = webdriver.ChromeOptions()
        options.debugger_address = f"127.0.0.1:{self.port}"
        # Otherwise tabs that the extension opens are no windows to the driver.
        options.add_experimental_option("enableExtensionTargets", True)
        service = webdriver.ChromeService(self.chromedriver)
        try:
            return webdriver.Chrome(options=options, service=service)
        except WebDriverException as error:
            raise BrowserError(
                f"{self.chromedriver} cannot drive {self.chrome}: {error.msg}"
            ) from error


def _end(driver: webdriver.Chrome) -> None:
    """End a driver, but not its browser.

    The session has to be told to end, or service workers that start later wait for its debugger.
    Selenium's `quit` would do that too, but may wait 10 s for a socket to notice.
    """
    with contextlib.suppress(Exception):
        driver.execute(Command.QUIT)
    with contextlib.suppress(Exception):
        driver.service.stop()


def find_chrome() -> tuple[str, str]:
    """Return the paths of Chrome and of its driver; Selenium's manager fetches what is missing.

    Raises:
        BrowserError: There is none and none can be fetched.
    """
    chrome, driver = installed_chrome()
    if chrome and driver:
        return chrome, driver
    arguments = ["--browser", "chrome"] + (["--browser-path", chrome] if chrome else [])
    try:
        paths = SeleniumManager().binary_paths(arguments)
    except WebDriverException as error:
        raise BrowserError(f"no Chrome with its driver was found; {how_to_install()}") from error
    return chrome or paths["browser_path"], paths["driver_path"]


def installed_chrome() -> tuple[str | None, str | None]:
    """Return the paths of Chrome and of its driver, as far as they are installed."""
    found = [os.environ.get("CHROME"), *map(shutil.which, CHROME_NAMES)]
    found += [path for path in CHROME_PATHS if Path(path).is_file()]
    chrome = next((path for path in found if path), None)
    return chrome, os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")


def how_to_install() -> str:
    """Say how to install Chrome and its driver on this system."""
    if shutil.which("apt-get"):
        return "install them with: sudo apt-get install chromium chromium-driver"
    if platform.system() == "Linux":
        return "install the packages of your distribution for chromium and chromedriver"
    return "install Chrome from https://www.google.com/chrome, then run this again"

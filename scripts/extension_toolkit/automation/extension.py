"""The extension in a running browser: its pages, its service worker, its background page."""

from __future__ import annotations

from typing import Any, TypeVar

from selenium.webdriver import Chrome

from .devtools import DevTools
from .launch import Browser
from .page import Page
from .targets import Target
from .waiting import wait_until

P = TypeVar("P", bound=Page)

OFFSCREEN = "background/offscreen.html"
SEND = """
const [message, count, done] = arguments
const one = () => chrome.runtime.sendMessage(message).catch((error) => ({$rejected: String(error)}))
Promise.all(Array.from({length: count}, one)).then(done)
"""


class Extension:
    """An installed extension.

    Args:
        browser: Where it is installed.
        id: Its id.

    Attributes:
        driver: For its pages, in a tab of its own.
        devtools: For its other contexts.
    """

    def __init__(self, browser: Browser, id: str) -> None:
        self.id = id
        self.origin = f"chrome-extension://{id}"
        self._browser = browser
        self.connect()

    def connect(self) -> None:
        """Attach to the browser; again after it was started again."""
        self.devtools: DevTools = self._browser.devtools()
        self.driver: Chrome = self._browser.driver()

    def url(self, path: str) -> str:
        """Return the address of one of its files, such as `popup/index.html`."""
        return f"{self.origin}/{path}"

    def open(self, page: type[P]) -> P:
        """Open a page in the driver's tab, and return it."""
        opened = page(self.driver, self.id)
        opened.open()
        return opened

    def open_action_popup(self) -> Target:
        """Open the popup as a click on the toolbar button does; WebDriver sees no such popup.

        Raises:
            DevToolsError: The extension has none, or no window to show it in.
        """
        worker = self.devtools.wait_for_worker(self.origin)
        popup = self.devtools.evaluate(
            worker, "chrome.action.openPopup().then(() => chrome.action.getPopup({}))"
        )
        return self.devtools.wait_for("page", popup)

    def send(self, message: dict[str, Any], count: int = 1) -> list[Any]:
        """Send a message from the current page, several times at once; return the answers."""
        answers: list[Any] = self.driver.execute_async_script(SEND, message, count)
        return answers

    def background(self) -> Target:
        """Return the offscreen page."""
        return self.devtools.wait_for("background_page", self.url(OFFSCREEN))

    def background_pages(self) -> list[Target]:
        return self.devtools.find("background_page", self.url(OFFSCREEN))

    def close_background(self) -> None:
        """Close the offscreen page, as Chrome may; returns when it is gone."""
        for target in self.background_pages():
            self.devtools.command("Target.closeTarget", targetId=target.id)
        wait_until(lambda: not self.background_pages())

    def stop_worker(self) -> None:
        """Stop the service worker, as Chrome does when it is idle."""
        self.devtools.stop_workers()

    def storage(self, area: str) -> dict[str, Any]:
        """Return what `chrome.storage.<area>` holds."""
        script = f"chrome.storage.{area}.get(null).then(arguments[0])"
        stored: dict[str, Any] = self.driver.execute_async_script(script)
        return stored

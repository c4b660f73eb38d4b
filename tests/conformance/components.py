"""Clerk's own components on the popup's page, in words of what a user does there."""

from __future__ import annotations

from collections.abc import Callable

from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from conformance.probe import BLANK_PAGE
from extension_toolkit.automation.extension import Extension

TIMEOUT = 20.0  # seconds
SIGNED_IN = ".cl-userButtonTrigger"
FORGET = """
const done = arguments[0]
localStorage.clear()
for (const cookie of document.cookie.split('; ')) {
  document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`
}
chrome.storage.local.clear().then(done)
"""


class Components:
    """The popup of the extension made with Clerk's SDK, opened as a tab.

    React replaces elements at any time, so each step is tried until it succeeds.

    Args:
        extension: That extension.
    """

    def __init__(self, extension: Extension) -> None:
        self._origin = extension.origin
        self._driver = extension.driver

    def open(self, hash: str = "") -> None:
        """Open the popup anew.

        Args:
            hash: `#sign-up` for that form.
        """
        self._driver.get("about:blank")
        self._driver.get(f"{self._origin}/popup.html{hash}")

    def type(self, field: str, text: str) -> None:
        """Fill in a field."""

        def fill(_: object) -> bool:
            element = self._shown(By.NAME, field)
            # React keeps a value that is cleared from outside.
            before = element.get_property("value") or ""
            element.send_keys(Keys.BACK_SPACE * len(str(before)) + text)
            return element.get_property("value") == text

        self._until(fill, f"no field {field} that takes a text")

    def follow(self, text: str) -> None:
        """Press the button or link that says something."""
        place = f"//*[self::a or self::button][contains(., {text!r})]"
        self._press(By.XPATH, place)

    def identify(self, identifier: str) -> None:
        """Open the sign-in and say who one is."""
        self.open()
        self.type("identifier", identifier)
        self.follow("Continue")

    def enter_password(self, password: str) -> None:
        """Give the password where it is asked for."""
        self.wait_for_text("h1", "Enter your password")
        self.type("password", password)
        self.follow("Continue")

    def enter_code(self, code: str) -> None:
        """Type a code where one is asked for."""
        self._until(lambda _: self._shown(By.CSS_SELECTOR, "input[data-input-otp]"), "no code")
        ActionChains(self._driver).send_keys(code).perform()

    def wait_for_text(self, selector: str, text: str) -> None:
        """Return when an element says something."""
        self._until(
            lambda _: text in self._shown(By.CSS_SELECTOR, selector).text,
            f"no {selector} that says {text!r}",
        )

    def wait_until_signed_in(self) -> None:
        """Return when the user's button is there."""
        self._until(lambda _: self._shown(By.CSS_SELECTOR, SIGNED_IN), "nobody is signed in")

    def sign_out(self) -> None:
        """Sign out through the user's button."""
        self._press(By.CSS_SELECTOR, SIGNED_IN)
        self._press(By.CSS_SELECTOR, ".cl-userButtonPopoverActionButton__signOut")
        self._until(lambda _: self._shown(By.NAME, "identifier"), "still signed in")

    def forget(self) -> None:
        """Empty all that the extension has stored."""
        self._driver.get(f"{self._origin}/{BLANK_PAGE}")
        self._driver.execute_async_script(FORGET)

    def _until(self, condition: Callable[[Chrome], object], complaint: str) -> None:
        wait = WebDriverWait(
            self._driver, TIMEOUT, poll_frequency=0.02, ignored_exceptions=[WebDriverException]
        )
        try:
            wait.until(condition)
        except TimeoutException:
            text = self._driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"{complaint}; the page says: {text!r}") from None

    def _press(self, by: str, place: str) -> None:
        def press(_: object) -> bool:
            self._shown(by, place).click()
            return True

        self._until(press, f"no {place} to press")

    def _shown(self, by: str, place: str) -> WebElement:
        found = self._driver.find_elements(by, place)
        shown = next((element for element in found if element.is_displayed()), None)
        if shown is None:
            raise WebDriverException(f"no {place}")
        return shown

"""A page of an extension in a driver's tab, in words of what a user does there."""

from __future__ import annotations

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

TIMEOUT = 20.0  # seconds


class Page:
    """A page of an extension in the driver's current tab; to be derived from.

    Args:
        driver: The browser.
        extension: The extension's id.

    Attributes:
        path: Where the page is in the extension, such as `popup/index.html`.
    """

    path = ""

    def __init__(self, driver: Chrome, extension: str) -> None:
        self.driver = driver
        self.extension = extension

    def open(self) -> None:
        self.driver.get(f"chrome-extension://{self.extension}/{self.path}")

    def wait_for(self, selector: str, timeout: float = TIMEOUT) -> WebElement:
        """Return the first such element that can be seen.

        Raises:
            AssertionError: There is none in time; the message has the page's text.
        """

        def visible(driver: Chrome) -> WebElement | None:
            found = driver.find_elements(By.CSS_SELECTOR, selector)
            return next((element for element in found if element.is_displayed()), None)

        wait = self._wait(timeout)
        try:
            element = wait.until(visible)
        except Exception as error:
            text = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"no {selector} on the page, which says: {text!r}") from error
        assert element is not None
        return element

    def wait_for_text(self, selector: str, part: str) -> str:
        """Return the element's text once it holds a part."""
        wait = self._wait()
        text = ""

        def holds(_: Chrome) -> bool:
            nonlocal text
            text = self.wait_for(selector).text
            return part in text

        try:
            wait.until(holds)
        except Exception as error:
            raise AssertionError(f"{selector} says {text!r}, not {part!r}") from error
        return text

    def press(self, name: str) -> None:
        """Press a button, again when the page replaced it just then."""

        def pressed(_: Chrome) -> bool:
            self.wait_for(f"button[name={name}]").click()
            return True

        self._wait().until(pressed)

    def type(self, field: str, text: str) -> None:
        """Write a text into the `<input>` of this name, in place of what it holds."""
        element = self.wait_for(f"input[name={field}]")
        element.clear()
        element.send_keys(text)

    def _wait(self, timeout: float = TIMEOUT) -> WebDriverWait[Chrome]:
        """A wait for which an element that the page replaced meanwhile is just not there yet."""
        ignored = [NoSuchElementException, StaleElementReferenceException]
        return WebDriverWait(self.driver, timeout, poll_frequency=0.02, ignored_exceptions=ignored)

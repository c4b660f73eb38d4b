"""The demo's pages, in words of what a user does there; for the demo's own walk and the tests."""

from __future__ import annotations

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

TIMEOUT = 20.0  # seconds


class Page:
    """A page of the extension in the driver's current tab.

    Args:
        driver: The browser.
        extension: The extension's id.
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

        wait = WebDriverWait(self.driver, timeout, poll_frequency=0.02)
        try:
            element = wait.until(visible)
        except Exception as error:
            text = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"no {selector} on the page, which says: {text!r}") from error
        assert element is not None
        return element

    def wait_for_text(self, selector: str, part: str) -> str:
        """Return the element's text once it holds a part."""
        wait = WebDriverWait(self.driver, TIMEOUT, poll_frequency=0.02)
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
        self.wait_for(f"button[name={name}]").click()

    def type(self, field: str, text: str) -> None:
        element = self.wait_for(f"input[name={field}]")
        element.clear()
        element.send_keys(text)


class Popup(Page):
    """The popup, opened as a tab: WebDriver sees no popups."""

    path = "popup/index.html"

    def sign_in(self, address: str, password: str) -> None:
        """Sign in with a password; returns when the home route is there."""
        self.type("identifier", address)
        self.type("password", password + Keys.ENTER)
        self.wait_for_home()

    def ask_for_code(self, address: str) -> None:
        self.type("identifier", address)
        self.press("use-code")
        self.wait_for("input[name=code]")

    def enter_code(self, code: str) -> None:
        self.type("code", code + Keys.ENTER)

    def wait_for_home(self) -> None:
        self.wait_for("button[name=open-demo]")

    def wait_for_form(self) -> None:
        self.wait_for("input[name=identifier]")

    def open_demo(self) -> DemoTab:
        """Press the button; go to the tab that it opens."""
        before = set(self.driver.window_handles)
        self.press("open-demo")
        wait = WebDriverWait(self.driver, TIMEOUT)
        wait.until(lambda driver: set(driver.window_handles) - before)
        self.driver.switch_to.window((set(self.driver.window_handles) - before).pop())
        return DemoTab(self.driver, self.extension)


class DemoTab(Page):
    """The tab page that asks the background for a token."""

    path = "tabs/background-worker-demo.html"

    def result(self) -> str:
        return self.wait_for("#result").text

    def ask(self) -> str:
        """Press the button and return what the page then says."""
        button = self.wait_for("#get-token")
        self.driver.execute_script("document.querySelector('#result').textContent = ''")
        button.click()
        return self.wait_for_text("#result", "oken")

    def get_token(self) -> str:
        """Return the token that the page shows.

        Raises:
            AssertionError: It shows none.
        """
        text = self.ask()
        assert text.startswith("Token: "), text
        return text.removeprefix("Token: ")

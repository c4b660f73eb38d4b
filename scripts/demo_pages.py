"""The demo's pages, for the demo's own walk, the benchmark and the tests."""

from __future__ import annotations

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of

from extension_toolkit.automation.page import Page


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

    def choose(self, title: str) -> None:
        """Press the row with this title."""
        xpath = f"//button[contains(@class, 'row')][span[text()='{title}']]"

        def pressed(driver: Chrome) -> bool:
            driver.find_element(By.XPATH, xpath).click()
            return True

        self._wait().until(pressed)

    def follow(self, name: str) -> None:
        """Press a button; returns when another view has taken this one's place."""
        view = self.wait_for("form")
        self.press(name)
        self._wait().until(staleness_of(view))

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text is on the page no more."""
        self._wait().until(lambda _: text not in self.wait_for("main").text)

    def wait_for_home(self) -> None:
        self.wait_for("button[name=open-demo]")

    def wait_for_form(self) -> None:
        self.wait_for("input[name=identifier]")

    def open_demo(self) -> DemoTab:
        """Press the button; go to the tab that it opens."""
        before = set(self.driver.window_handles)
        self.press("open-demo")
        self._wait().until(lambda driver: set(driver.window_handles) - before)
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

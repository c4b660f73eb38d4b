"""The emulator's own pages in a browser: the web application, and the other provider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from extension_toolkit.automation import Browser
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import DEFAULT_HOST, EmulatorServer, Settings
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

OpenPage = Callable[[bool], tuple[EmulatorServer, Any]]


@pytest.fixture
def open_page(tmp_path: Path) -> Iterator[OpenPage]:
    """Opens the web application of a development or a production instance."""
    opened: list[Any] = []

    def open_page(production: bool) -> tuple[EmulatorServer, Any]:
        host = "clerk.example.com" if production else DEFAULT_HOST
        settings = Settings(production=production)
        server = EmulatorServer(tmp_path / "keys", host=host, web_app_port=0, settings=settings)
        server.start()
        opened.append(server)
        browser = Browser(tmp_path / "profile", headless=True, arguments=server.chrome_arguments)
        browser.start()
        opened.append(browser)
        driver = browser.driver()
        driver.get(server.web_app_url or "")
        says(driver, "Signed out")
        return server, driver

    yield open_page
    for one in reversed(opened):
        one.stop()


def says(driver: Any, text: str) -> None:
    """Wait for what the page shows; on the way to it there may be another page."""
    wait_until(lambda: [e.text for e in driver.find_elements(By.ID, "state")] == [text])


def sign_in(driver: Any) -> None:
    driver.find_element(By.ID, "identifier").send_keys(DEMO_EMAIL)
    driver.find_element(By.ID, "password").send_keys(DEMO_PASSWORD)
    driver.find_element(By.CSS_SELECTOR, "#sign-in button").click()
    says(driver, f"Signed in as {DEMO_EMAIL}")


def cookies(driver: Any) -> dict[str, str]:
    return {cookie["name"]: cookie["value"] for cookie in driver.get_cookies()}


def test_web_application_in_development(open_page: OpenPage) -> None:
    """It keeps Clerk's cookies, with and without the suffix; the token stands for its client."""
    server, driver = open_page(False)
    sign_in(driver)
    kept = cookies(driver)
    for name in ("__clerk_db_jwt", "__client_uat", "__session"):
        (suffixed,) = (other for other in kept if other.startswith(f"{name}_"))
        assert kept[name] == kept[suffixed]
    client = server.state.find_client(kept["__clerk_db_jwt"])
    assert client is not None
    assert client.sessions[0].user.identifier == DEMO_EMAIL
    driver.refresh()
    says(driver, f"Signed in as {DEMO_EMAIL}")
    driver.find_element(By.ID, "sign-out").click()
    says(driver, "Signed out")
    assert cookies(driver)["__client_uat"] == "0"
    assert "__session" not in cookies(driver)


def test_web_application_in_production(open_page: OpenPage) -> None:
    """The client token is in a cookie of the Frontend API that the page cannot read."""
    server, driver = open_page(True)
    sign_in(driver)
    assert "__client=" not in driver.execute_script("return document.cookie")
    driver.refresh()
    says(driver, f"Signed in as {DEMO_EMAIL}")
    driver.get(f"https://{server.frontend_api}/v1/client")
    (cookie,) = (found for found in driver.get_cookies() if found["name"] == "__client")
    assert cookie["httpOnly"]
    assert server.state.find_client(cookie["value"]) is not None


def test_provider_page(open_page: OpenPage) -> None:
    """Whoever is chosen at the other provider is signed in where the visit began."""
    server, driver = open_page(False)
    start = """
        const url = new URL(`https://${arguments[0]}/v1/client/sign_ins`);
        url.searchParams.set("__clerk_db_jwt", document.cookie.match(/__clerk_db_jwt=([^;]*)/)[1]);
        const form = {strategy: "oauth_google", redirect_url: location.href};
        const answer = await fetch(url, {method: "POST", body: new URLSearchParams(form)});
        const {response} = await answer.json();
        return response.first_factor_verification.external_verification_redirect_url;
    """
    driver.get(driver.execute_script(start, server.frontend_api))
    buttons = driver.find_elements(By.TAG_NAME, "button")
    next(button for button in buttons if DEMO_EMAIL in button.text).click()
    says(driver, f"Signed in as {DEMO_EMAIL}")

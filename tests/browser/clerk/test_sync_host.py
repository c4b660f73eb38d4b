"""Following the session of a web application in Chromium, in development and production."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from extension_toolkit.automation import Browser
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import DEFAULT_HOST, EmulatorServer, Settings
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from support.clerk_extension import ClerkExtension, build_clerk_extension

LOCAL = "http://localhost"
LIVE_HOST = "clerk.example.com"


class World:
    """An extension in one tab, the web application that it follows in another."""

    def __init__(self, extension: ClerkExtension, emulator: EmulatorServer) -> None:
        self.extension = extension
        self.emulator = emulator
        self.driver = extension.driver
        self.app_tab = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        self.page_tab = self.driver.current_window_handle

    def app(self, state: str) -> None:
        """Go to the web application's tab, and wait for what it shows."""
        self.driver.switch_to.window(self.app_tab)
        if self.driver.current_url == "about:blank":
            self.driver.get(self.emulator.web_app_url or "")
        self.says(state)

    def says(self, state: str) -> None:
        wait_until(lambda: self.driver.find_element(By.ID, "state").text == state)

    def sign_in(self) -> None:
        self.app("Signed out")
        for name, text in (("identifier", DEMO_EMAIL), ("password", DEMO_PASSWORD)):
            field = self.driver.find_element(By.ID, name)
            field.clear()
            field.send_keys(text)
        self.driver.find_element(By.CSS_SELECTOR, "#sign-in button").click()
        self.says(f"Signed in as {DEMO_EMAIL}")

    def press(self, button: str) -> None:
        self.app(f"Signed in as {DEMO_EMAIL}")
        self.driver.find_element(By.ID, button).click()
        self.says("Signed out")

    def show_page(self) -> Any:
        self.driver.switch_to.window(self.page_tab)
        return self.extension.page()


@pytest.fixture
def world(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[World]:
    followed = request.param
    production = followed.startswith("https:")
    host = LIVE_HOST if production else DEFAULT_HOST
    settings = Settings(production=production)
    server = EmulatorServer(tmp_path / "keys", host=host, web_app_port=0, settings=settings)
    with server as emulator:
        folder = build_clerk_extension(
            tmp_path / "project", emulator.publishable_key, f"syncHost={followed!r}"
        )
        browser = Browser(tmp_path / "profile", headless=True, arguments=emulator.chrome_arguments)
        browser.start()
        yield World(ClerkExtension(browser, browser.install(folder)), emulator)
        browser.stop()


@pytest.mark.parametrize("world", [LOCAL, f"https://{LIVE_HOST}"], indirect=True)
def test_session_is_followed(world: World) -> None:
    """Who signs in there before the extension runs is here; who signs out or in again, at once."""
    world.sign_in()
    page = world.show_page()
    user = page.shows("user")
    assert user.startswith("user_")
    assert world.extension.who()["user"] == user
    assert world.extension.who()["token"]
    world.press("sign-out")
    world.driver.switch_to.window(world.page_tab)
    wait_until(lambda: page.shows("user") == "nobody")
    assert world.extension.who() == {"user": None, "organization": None, "token": None}
    world.sign_in()
    world.driver.switch_to.window(world.page_tab)
    wait_until(lambda: page.shows("user") == user)
    assert world.extension.who()["user"] == user


@pytest.mark.parametrize("world", [LOCAL], indirect=True)
def test_device_that_is_forgotten(world: World) -> None:
    """When the web application forgets its device nobody is signed in here, worker asleep or not.

    Until then nothing of it is in the extension's storage on disk.
    """
    world.sign_in()
    page = world.show_page()
    assert page.shows("user") != "nobody"
    assert world.extension.storage("local") == {}
    world.extension.stop_worker()
    world.press("forget")
    world.driver.switch_to.window(world.page_tab)
    wait_until(lambda: page.shows("user") == "nobody")


@pytest.mark.parametrize("world", ["https://www.example.com"], indirect=True)
def test_web_application_that_is_followed_works_as_ever(world: World) -> None:
    """What production takes from the extension's requests, `Origin`, those of the page keep."""
    world.sign_in()
    page = world.show_page()
    assert page.shows("user").startswith("user_")
    origins = {request.origin for request in world.emulator.requests if request.method == "POST"}
    assert world.emulator.web_app_url in origins

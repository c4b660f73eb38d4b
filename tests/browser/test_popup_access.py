"""The popup for those who use a keyboard, a screen reader, dark colours or another language."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from axe_core_python.selenium import Axe
from selenium.webdriver import ActionChains, Keys

from demo_pages import Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer, Fault
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD


def faults(popup: Popup) -> list[str]:
    """What the accessibility rules of axe find on the page."""
    found: dict[str, Any] = Axe().run(popup.driver)
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_accessibility(extension: Extension, colours: str) -> None:
    """No view breaks a rule of accessibility, contrast included, in either colour scheme."""
    media = [{"name": "prefers-color-scheme", "value": colours}]
    extension.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
    popup = extension.open(Popup)
    popup.wait_for("button[name=oauth_google]")
    found = {"sign-in": faults(popup)}
    popup.press("submit")
    found["empty sign-in"] = faults(popup)
    popup.follow("sign-up")
    found["sign-up"] = faults(popup)
    popup.follow("back")
    popup.type("identifier", DEMO_EMAIL)
    popup.follow("use-code")
    found["code"] = faults(popup)
    popup.follow("methods")
    found["methods"] = faults(popup)
    popup.follow("method-password")
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    found["home"] = faults(popup)
    for name in (
        "organizations",
        "account",
        "profile",
        "password",
        "addresses",
        "devices",
        "passkeys",
    ):
        popup.follow(name)
        found[name] = faults(popup)
        if name != "account":
            popup.follow("back")
    assert found == {name: [] for name in found}


def test_keyboard(extension: Extension) -> None:
    """Everything from sign-in to sign-out is done with the keyboard alone."""
    popup = extension.open(Popup)
    popup.wait_for_form()
    keys(popup, DEMO_EMAIL, Keys.TAB, DEMO_PASSWORD, Keys.ENTER)
    popup.wait_for_home()
    assert focused(popup) == "h1"
    tab_to(popup, "account")
    keys(popup, Keys.ENTER)
    popup.wait_for("button[name=profile]")
    assert focused(popup) == "h1"
    ActionChains(popup.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    keys(popup, Keys.SPACE)
    popup.wait_for_home()
    tab_to(popup, "sign-out")
    keys(popup, Keys.ENTER)
    popup.wait_for_form()
    assert focused(popup) == "identifier"


def test_busy_button_keeps_the_focus(extension: Extension, emulator: EmulatorServer) -> None:
    """While Clerk is asked, the button says that it is busy, and a second press does nothing."""
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.type("password", DEMO_PASSWORD)
    emulator.add_fault(Fault(path="/v1/client/sign_ins", delay=0.8))
    emulator.clear_requests()
    popup.press("submit")
    button = popup.wait_for("button[name=submit]")
    assert button.get_attribute("aria-busy") == "true"
    popup.press("submit")
    popup.wait_for_home()
    posts = [r for r in emulator.requests if r.path == "/v1/client/sign_ins"]
    assert len(posts) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the language is the system's elsewhere")
@pytest.mark.parametrize("chrome_arguments", [["--lang=de"]])
def test_german(german: None, extension: Extension) -> None:
    """Texts, and those for the errors of Clerk's API, are in the browser's language."""
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.type("password", "falsch")
    popup.press("submit")
    assert popup.wait_for("#password-error").text == "Das Passwort ist falsch."
    assert popup.wait_for("h1").text == "Anmelden"
    assert popup.wait_for("html").get_attribute("lang") == "de"


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chrome on Linux takes its language from here."""
    monkeypatch.setenv("LANGUAGE", "de")


def keys(popup: Popup, *parts: str) -> None:
    for part in parts:
        ActionChains(popup.driver).send_keys(part).perform()


def focused(popup: Popup) -> str:
    """The name of the focused control, or the tag of what else has the focus."""
    element = popup.driver.switch_to.active_element
    return element.get_attribute("name") or element.tag_name


def tab_to(popup: Popup, name: str) -> None:
    for _ in range(20):
        keys(popup, Keys.TAB)
        if focused(popup) == name:
            return
    raise AssertionError(f"the Tab key never reaches {name}")

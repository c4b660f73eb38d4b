"""The popup: signing in and out, and what it says when something is wrong."""

from __future__ import annotations

from pathlib import Path

from demo_pages import DemoTab, Popup
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD


def test_home(extension: Extension) -> None:
    """Signed in, the popup shows who it is, and opens the demo in a new tab."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    text = popup.wait_for("main").text
    assert text.startswith("Clerk + Chrome Extension")
    assert "Ada Lovelace" in text
    assert DEMO_EMAIL in text
    demo = popup.open_demo()
    assert demo.wait_for("h1").text == "Clerk Background Worker Demo"
    assert extension.driver.current_url == f"{extension.origin}/tabs/background-worker-demo.html"


def test_sign_in_by_code_with_the_popup_closed_half_way(extension: Extension) -> None:
    """Who leaves the popup to look for the code finds the place for it when they come back."""
    popup = extension.open(Popup)
    popup.ask_for_code(DEMO_EMAIL)
    extension.driver.get("about:blank")
    popup = extension.open(Popup)
    assert DEMO_EMAIL.split("@")[1] in popup.wait_for(".hint").text
    popup.enter_code("424242")
    popup.wait_for_home()


def test_wrong_code_and_wrong_password(extension: Extension) -> None:
    """What is wrong is said at the field, and another try is possible."""
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.type("password", "not-the-password")
    popup.press("submit")
    assert "Password is incorrect" in popup.wait_for("#password-error").text
    assert popup.wait_for("input[name=password]").get_attribute("aria-invalid") == "true"
    popup.press("use-code")
    popup.wait_for("input[name=code]")
    popup.enter_code("111111")
    assert popup.wait_for("#code-error").text
    popup.enter_code("424242")
    popup.wait_for_home()


def test_unknown_address_and_empty_fields(extension: Extension) -> None:
    """Nothing is sent with an empty field; an unknown address is told at its field."""
    popup = extension.open(Popup)
    popup.press("submit")
    assert (
        popup.wait_for("#identifier-error").text
        == "Enter your e-mail address, phone number or username."
    )
    popup.type("identifier", "nobody@example.com")
    popup.press("submit")
    assert "password" in popup.wait_for("#password-error").text
    popup.type("password", "some-password")
    popup.press("submit")
    assert popup.wait_for("#identifier-error").text


def test_sign_out_reaches_other_pages(extension: Extension, emulator: EmulatorServer) -> None:
    """After a sign-out in one page, another shows the form by itself and no token comes."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    first = extension.driver.current_window_handle
    extension.driver.switch_to.new_window("tab")
    second = extension.open(Popup)
    second.wait_for_home()
    second.press("sign-out")
    second.wait_for_form()
    extension.driver.switch_to.window(first)
    popup.wait_for_form()
    assert extension.send({"greeting": "get-token"}) == [{"token": None}]
    assert not any(session.status == "active" for session in emulator.state.sessions.values())


def test_sign_in_reaches_other_pages(extension: Extension) -> None:
    """A sign-in in one page shows in another that was open before."""
    extension.open(Popup).wait_for_form()
    first = extension.driver.current_window_handle
    extension.driver.switch_to.new_window("tab")
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.driver.switch_to.window(first)
    extension.open(Popup).wait_for_home()


def test_clerk_out_of_reach(extension: Extension, emulator: EmulatorServer) -> None:
    """Offline, signing in says so; when Clerk is back, the same button works."""
    emulator.stop()
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.type("password", DEMO_PASSWORD)
    popup.press("submit")
    assert "offline" in popup.wait_for("[role=alert]").text
    emulator.start()
    popup.press("submit")
    popup.wait_for_home()


def test_after_a_browser_restart(
    browser: Browser, extension: Extension, extension_folder: Path
) -> None:
    """The client token on disk is enough: after a restart the user is still signed in."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    browser.stop()
    browser.start()
    browser.install(extension_folder)
    extension.connect()
    extension.open(Popup).wait_for_home()


def test_real_popup(extension: Extension) -> None:
    """The popup as Chrome itself opens it shows the form."""
    extension.open(DemoTab)
    popup = extension.open_action_popup()
    text = extension.devtools.evaluate(
        popup,
        """new Promise((resolve) => {
          const look = () => document.querySelector('form')
            ? resolve(document.querySelector('main').innerText) : setTimeout(look, 20)
          look()
        })""",
    )
    assert "Sign in" in text

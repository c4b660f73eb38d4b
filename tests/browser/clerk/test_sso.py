"""Signing in at another service in Chromium, through the window that Chrome opens."""

from __future__ import annotations

from extension_toolkit.automation.targets import Target
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator.seed import DEMO_EMAIL
from support.clerk_extension import ClerkExtension, ClerkPage

SIGN_IN = "client.signIn.authenticateWithRedirect"


def window(extension: ClerkExtension) -> Target:
    """The service's window, once it is there."""
    target = extension.devtools.wait_for("page", "/provider/")
    ready = "document.readyState === 'complete' && document.forms.length > 0"
    wait_until(lambda: extension.devtools.evaluate(target, ready))
    return target


def press(extension: ClerkExtension, text: str) -> None:
    """Press the button with a text in the service's window."""
    find = f"find((button) => button.textContent.includes('{text}'))"
    script = f"setTimeout(() => [...document.querySelectorAll('button')].{find}.click())"
    extension.devtools.evaluate(window(extension), script)


def result(page: ClerkPage) -> dict[str, object]:
    wait_until(lambda: page.result() is not None)
    found = page.result()
    assert found is not None
    return found


def test_known_user_although_the_popup_closed(extension: ClerkExtension, page: ClerkPage) -> None:
    """The page that asked is gone when the user comes back; the next one shows them signed in."""
    page.begin(SIGN_IN, strategy="oauth_google")
    window(extension)
    extension.driver.get("about:blank")
    press(extension, DEMO_EMAIL)
    wait_until(lambda: not extension.devtools.find("page", "/provider/"))
    again = extension.page()
    wait_until(lambda: again.shows("user") != "nobody")
    assert extension.who()["token"]


def test_new_user(extension: ClerkExtension, page: ClerkPage) -> None:
    """Who has no account gets one on the way, and the page that waits hears of it."""
    page.begin(SIGN_IN, strategy="oauth_google")
    press(extension, "Go on as somebody new")
    assert result(page).get("error") is None
    wait_until(lambda: page.shows("user") != "nobody")
    address = page.call("user.primaryEmailAddress")["email_address"]
    assert address == "new+clerk_test@example.com"


def test_sign_up_of_a_known_user(extension: ClerkExtension, page: ClerkPage) -> None:
    """Who signs up with an account that is there is signed in."""
    page.begin("client.signUp.authenticateWithRedirect", strategy="oauth_github")
    press(extension, DEMO_EMAIL)
    assert result(page).get("error") is None
    assert page.call("user.primaryEmailAddress")["email_address"] == DEMO_EMAIL


def test_enterprise_sign_on(extension: ClerkExtension, page: ClerkPage) -> None:
    """An enterprise's users sign in by the domain of their address."""
    page.begin(SIGN_IN, strategy="enterprise_sso", identifier="ada@enterprise.example")
    press(extension, "Go on as somebody new")
    assert result(page).get("error") is None
    wait_until(lambda: page.shows("user") != "nobody")


def test_refusal_and_closed_window(extension: ClerkExtension, page: ClerkPage) -> None:
    """Refusing, and closing the window, are errors of their own; the next attempt works."""
    page.begin(SIGN_IN, strategy="oauth_google")
    press(extension, "Refuse")
    assert result(page)["error"] == "oauth_access_denied"
    page.begin(SIGN_IN, strategy="oauth_google")
    extension.devtools.command("Target.closeTarget", targetId=window(extension).id)
    assert result(page)["error"] == "sso_cancelled"
    page.begin(SIGN_IN, strategy="oauth_google")
    press(extension, DEMO_EMAIL)
    assert result(page).get("error") is None
    wait_until(lambda: page.shows("user") != "nobody")


def test_strategy_that_the_instance_lacks(page: ClerkPage) -> None:
    """What the API refuses is the API's error, and no window opens."""
    page.begin(SIGN_IN, strategy="oauth_unknown")
    assert result(page)["error"] == "strategy_for_user_invalid"

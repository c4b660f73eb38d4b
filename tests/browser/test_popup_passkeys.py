"""Passkeys in the popup, with Chrome's own WebAuthn and a virtual authenticator behind it."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.by import By

from demo_pages import Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
LINK = "button[name=use-passkey]"


@pytest.fixture
def authenticator(extension: Extension) -> str:
    """The id of an authenticator whose user agrees to everything."""
    extension.driver.execute_cdp_cmd("WebAuthn.enable", {})
    made = extension.driver.execute_cdp_cmd(
        "WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR}
    )
    return str(made["authenticatorId"])


def credentials(extension: Extension, authenticator: str) -> list[dict[str, Any]]:
    """What the authenticator keeps."""
    found = extension.driver.execute_cdp_cmd(
        "WebAuthn.getCredentials", {"authenticatorId": authenticator}
    )
    kept: list[dict[str, Any]] = found["credentials"]
    return kept


def add_passkey(popup: Popup) -> None:
    """Sign in with the password, add a passkey, and stay at the list."""
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.press("passkeys")
    popup.press("add-passkey")
    popup.wait_for_text("main", "Passkey 1")


def sign_out(popup: Popup) -> None:
    popup.press("back")
    popup.press("back")
    popup.press("sign-out")
    popup.wait_for_form()


def test_passkey_is_added_and_signs_in(
    extension: Extension, emulator: EmulatorServer, authenticator: str
) -> None:
    """A passkey that was added in the popup signs in without identifier and password."""
    popup = extension.open(Popup)
    add_passkey(popup)
    [credential] = credentials(extension, authenticator)
    assert credential["rpId"] == emulator.frontend_api
    sign_out(popup)
    popup.press("use-passkey")
    popup.wait_for_home()
    assert "Ada Lovelace" in popup.wait_for("main").text
    [answer] = extension.send({"greeting": "get-token"})
    assert answer["token"].count(".") == 2


def test_passkey_is_renamed_and_removed(extension: Extension, authenticator: str) -> None:
    """A passkey takes a name; one that was removed no longer signs in, and the popup says so."""
    popup = extension.open(Popup)
    add_passkey(popup)
    popup.choose("Passkey 1")
    popup.type("name", "Laptop")
    popup.press("submit")
    popup.wait_for_text("main", "Laptop")
    popup.choose("Laptop")
    popup.press("remove")
    popup.wait_for("button[name=add-passkey]")
    popup.wait_until_gone("Laptop")
    sign_out(popup)
    popup.press("use-passkey")
    assert "belongs to no account" in popup.wait_for_text("form > .error", "passkey")


def test_user_gives_no_passkey(extension: Extension, authenticator: str) -> None:
    """Who closes the browser's dialog reads that nothing happened, and may sign in otherwise."""
    popup = extension.open(Popup)
    popup.wait_for_form()
    extension.driver.execute_cdp_cmd(
        "WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False}
    )
    popup.press("use-passkey")
    assert "sign in another way" in popup.wait_for_text("form > .error", "passkey")
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)


def test_instance_without_passkeys(extension: Extension, emulator: EmulatorServer) -> None:
    """Where the instance has no passkeys none are offered."""
    emulator.state.settings.passkey = False
    popup = extension.open(Popup)
    popup.wait_for("button[name=oauth_google]")  # the settings are known
    assert not popup.driver.find_elements(By.CSS_SELECTOR, LINK)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.wait_for("button[name=devices]")
    assert not popup.driver.find_elements(By.CSS_SELECTOR, "button[name=passkeys]")

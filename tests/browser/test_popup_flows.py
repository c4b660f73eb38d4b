"""The popup's ways in and its account: second factors, a forgotten password, sign-up, and more."""

from __future__ import annotations

import base64
import json
from typing import Any

import pyotp

from demo_pages import Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import (
    DEMO_EMAIL,
    DEMO_PASSWORD,
    PHONE_EMAIL,
    SECURE_BACKUP_CODES,
    SECURE_EMAIL,
    SECURE_TOTP_SECRET,
)

CODE = "424242"
NEW_EMAIL = "new+clerk_test@example.com"
LONG_PASSWORD = "a password nobody else has"


def claims(extension: Extension) -> dict[str, Any]:
    """What the background's token says."""
    [answer] = extension.send({"greeting": "get-token"})
    body = answer["token"].split(".")[1]
    decoded: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=="))
    return decoded


def enter_password(popup: Popup, address: str) -> None:
    popup.type("identifier", address)
    popup.type("password", DEMO_PASSWORD)
    popup.press("submit")


def test_authenticator_app(extension: Extension) -> None:
    """An account with an authenticator app asks for its code, also after the popup was closed."""
    popup = extension.open(Popup)
    enter_password(popup, SECURE_EMAIL)
    popup.wait_for("input[name=code]")
    popup = extension.open(Popup)
    popup.type("code", pyotp.TOTP(SECURE_TOTP_SECRET).now())
    popup.wait_for_home()
    assert "Alan Turing" in popup.wait_for("main").text


def test_other_second_factors(extension: Extension) -> None:
    """A text message or a backup code does as well; a wrong one is told at its field."""
    popup = extension.open(Popup)
    enter_password(popup, SECURE_EMAIL)
    popup.press("methods")
    popup.press("method-phone_code")
    popup.type("code", "111111")
    assert "incorrect" in popup.wait_for("#code-error").text
    popup.press("methods")
    popup.press("method-backup_code")
    popup.type("code", SECURE_BACKUP_CODES[0])
    popup.press("submit")
    popup.wait_for_home()


def test_forgotten_password(extension: Extension) -> None:
    """A code by e-mail leads to a new password, which then signs in."""
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.press("reset-password")
    popup.type("code", CODE)
    popup.type("password", LONG_PASSWORD)
    popup.type("confirmation", "something else entirely")
    popup.press("submit")
    assert "differ" in popup.wait_for("#confirmation-error").text
    popup.type("confirmation", LONG_PASSWORD)
    popup.press("submit")
    popup.wait_for_home()
    popup.press("sign-out")
    popup.sign_in(DEMO_EMAIL, LONG_PASSWORD)


def test_phone_code(extension: Extension) -> None:
    """Who has no password signs in by a code; where there are two ways, the user chooses."""
    popup = extension.open(Popup)
    popup.type("identifier", PHONE_EMAIL)
    popup.press("use-code")
    popup.wait_for("button[name=method-1]")
    popup.choose("Send a code by text message")
    popup.type("code", CODE)
    popup.wait_for_home()
    assert "Hedy Lamarr" in popup.wait_for("main").text


def test_two_windows(extension: Extension) -> None:
    """Two pages that sign in at the same time go on with the attempt that each began."""
    driver = extension.driver
    first = extension.open(Popup)
    first.ask_for_code(DEMO_EMAIL)
    window = driver.current_window_handle
    driver.switch_to.new_window("tab")
    second = extension.open(Popup)
    second.press("back")
    second.type("identifier", SECURE_EMAIL)
    second.follow("use-code")
    driver.switch_to.window(window)
    first.type("code", CODE)
    first.wait_for_home()
    assert "Ada Lovelace" in first.wait_for("main").text


def test_sign_up(extension: Extension) -> None:
    """A new user gives an address and a password, proves the address, and is signed in.

    The popup may be closed before the code comes.
    """
    popup = extension.open(Popup)
    popup.press("sign-up")
    popup.press("submit")
    assert popup.wait_for("#email_address-error").text
    popup.type("email_address", NEW_EMAIL)
    popup.type("password", LONG_PASSWORD)
    popup.press("submit")
    popup.wait_for("input[name=code]")
    popup = extension.open(Popup)
    popup.type("code", CODE)
    popup.wait_for_home()
    assert NEW_EMAIL in popup.wait_for("main").text
    assert claims(extension)["sub"].startswith("user_")


def test_sign_up_with_a_taken_address(extension: Extension) -> None:
    """What is wrong with a new account is told at the field."""
    popup = extension.open(Popup)
    popup.press("sign-up")
    popup.type("email_address", DEMO_EMAIL)
    popup.type("password", LONG_PASSWORD)
    popup.press("submit")
    assert "taken" in popup.wait_for("#email_address-error").text


def test_organizations(extension: Extension) -> None:
    """A switch of organization shows in another page and in the background's next token."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    first = extension.driver.current_window_handle
    assert "o" not in claims(extension)
    extension.driver.switch_to.new_window("tab")
    second = extension.open(Popup)
    second.press("organizations")
    second.press("organization-bletchley-park")
    second.wait_for_home()
    assert claims(extension)["o"]["slg"] == "bletchley-park"
    extension.driver.switch_to.window(first)
    popup.wait_for_text("button[name=organizations]", "Bletchley Park")
    popup.press("organizations")
    popup.press("create-organization")
    popup.type("name", "Difference Engines")
    popup.press("submit")
    popup.wait_for_text("button[name=organizations]", "Difference Engines")
    assert claims(extension)["o"]["rol"] == "admin"


def test_invitation(extension: Extension) -> None:
    """An invitation is offered where organizations are switched, and leads there."""
    popup = extension.open(Popup)
    popup.type("identifier", PHONE_EMAIL)
    popup.press("use-code")
    popup.choose("Send a code by e-mail")
    popup.type("code", CODE)
    popup.press("organizations")
    popup.press("invitation-bletchley-park")
    popup.wait_for_text("button[name=organizations]", "Bletchley Park")


def test_two_accounts(extension: Extension, emulator: EmulatorServer) -> None:
    """Where the instance allows it, two users are signed in, and one is active."""
    emulator.state.settings.single_session_mode = False
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    ada = claims(extension)["sub"]
    popup.press("sessions")
    popup.press("add-account")
    enter_password(popup, SECURE_EMAIL)
    popup.type("code", pyotp.TOTP(SECURE_TOTP_SECRET).now())
    popup.wait_for_text(".person", "Alan Turing")
    assert claims(extension)["sub"] != ada
    popup.press("sessions")
    popup.choose("Ada Lovelace")
    popup.wait_for_text(".person", "Ada Lovelace")
    assert claims(extension)["sub"] == ada
    popup.press("sessions")
    popup.press("sign-out-all")
    popup.wait_for_form()
    assert extension.send({"greeting": "get-token"}) == [{"token": None}]


def test_new_address(extension: Extension) -> None:
    """An address is added with a code sent there, made the primary one, and the old one removed."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.press("addresses")
    popup.press("add-email")
    popup.type("email_address", NEW_EMAIL)
    popup.press("submit")
    popup.type("code", CODE)
    popup.choose(NEW_EMAIL)
    popup.press("make-primary")
    popup.choose(DEMO_EMAIL)
    popup.press("remove")
    popup.wait_for_text("main", NEW_EMAIL)
    popup.wait_until_gone(DEMO_EMAIL)


def test_two_step_verification(extension: Extension) -> None:
    """An authenticator app is set up with a key; its backup codes are shown once."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.press("two-step")
    popup.press("add-app")
    key = popup.wait_for(".secret").text
    popup.type("code", pyotp.TOTP(key).now())
    popup.wait_for_text("h1", "Backup codes")
    [backup_code, *_] = popup.wait_for(".secret").text.split()
    popup.press("done")
    popup.press("back")
    popup.press("back")
    popup.press("sign-out")
    enter_password(popup, DEMO_EMAIL)
    popup.press("methods")
    popup.press("method-backup_code")
    popup.type("code", backup_code)
    popup.press("submit")
    popup.wait_for_home()


def test_profile_and_password(extension: Extension) -> None:
    """A new name shows at once; a new password needs the old one."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.press("profile")
    popup.type("last_name", "King")
    popup.press("submit")
    popup.wait_for_text("button[name=profile]", "Ada King")
    popup.press("password")
    popup.type("current_password", "wrong")
    popup.type("new_password", LONG_PASSWORD)
    popup.type("confirmation", LONG_PASSWORD)
    popup.press("submit")
    assert "incorrect" in popup.wait_for("#current_password-error").text
    popup.type("current_password", DEMO_PASSWORD)
    popup.press("submit")
    popup.wait_for("button[name=profile]")
    popup.press("back")
    popup.press("sign-out")
    popup.sign_in(DEMO_EMAIL, LONG_PASSWORD)


def test_deleted_account(extension: Extension) -> None:
    """An account is deleted only after a confirmation typed in full; then nobody is signed in."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    popup.press("account")
    popup.press("delete-account")
    popup.press("submit")
    assert popup.wait_for("#confirmation-error").text
    popup.type("confirmation", "Delete the account")
    popup.press("submit")
    popup.wait_for_form()


def test_proof_before_a_change(extension: Extension, emulator: EmulatorServer) -> None:
    """Where Clerk asks for a new proof of identity, the password is asked for, then it goes on."""
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    emulator.state.settings.reverification = True
    emulator.state.settings.clock_offset = 11 * 60
    popup.press("account")
    popup.press("two-step")
    popup.press("add-app")
    popup.wait_for_text("h1", "Prove that it is you")
    popup.type("password", "wrong")
    popup.press("submit")
    assert "incorrect" in popup.wait_for("#password-error").text
    popup.type("password", DEMO_PASSWORD)
    popup.press("submit")
    assert popup.wait_for(".secret").text

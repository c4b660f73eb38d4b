"""Clerk's own components run against the emulator as they do against Clerk."""

from __future__ import annotations

import pyotp
import pytest

from conformance.components import Components
from conformance.probe import Probe
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.identifiers import TEST_CODE
from extension_toolkit.emulator.seed import (
    DEMO_EMAIL,
    DEMO_PASSWORD,
    SECURE_BACKUP_CODES,
    SECURE_EMAIL,
    SECURE_TOTP_SECRET,
)
from verification import verify

pytestmark = pytest.mark.browser


@pytest.fixture
def components(official: Extension, emulator: EmulatorServer) -> Components:
    """The popup on a device where nobody has signed in."""
    emulator.reset()
    page = Components(official)
    page.forget()
    official.stop_worker()
    return page


def test_password(components: Components, official: Extension, emulator: EmulatorServer) -> None:
    """The sign-in component signs in; its background client then gets a token that is good."""
    components.identify(DEMO_EMAIL)
    components.enter_password(DEMO_PASSWORD)
    components.wait_until_signed_in()
    token = Probe(official).call("session.getToken", named={"skipCache": True})
    assert len(verify(token, emulator, official.origin).checks) == 3


def test_wrong_password(components: Components) -> None:
    """The component shows the emulator's error at the field, and takes the right password then."""
    components.identify(DEMO_EMAIL)
    components.enter_password("wrong-password")
    components.wait_for_text(".cl-formFieldErrorText", "Password is incorrect")
    components.enter_password(DEMO_PASSWORD)
    components.wait_until_signed_in()


def test_email_code(components: Components, emulator: EmulatorServer) -> None:
    """The component signs in with a code sent by e-mail."""
    components.identify(DEMO_EMAIL)
    components.follow("Use another method")
    components.follow("Email code to")
    wait_until(lambda: emulator.state.codes)
    components.enter_code(TEST_CODE)
    components.wait_until_signed_in()


def test_reset_password(components: Components, emulator: EmulatorServer) -> None:
    """The component sets a new password after a code, and the old one is no good any more."""
    components.identify(DEMO_EMAIL)
    components.follow("Forgot password?")
    components.follow("Reset your password")
    wait_until(lambda: emulator.state.codes)
    components.enter_code(TEST_CODE)
    components.wait_for_text("h1", "Set new password")
    components.type("password", "another-password")
    components.type("confirmPassword", "another-password")
    components.wait_for_text("form", "Passwords match.")  # before it does, the button is shut
    components.follow("Reset Password")
    components.wait_until_signed_in()
    user = emulator.state.find_user(DEMO_EMAIL)
    assert user is not None
    assert user.password == "another-password"


def test_sign_out(components: Components, official: Extension) -> None:
    """The user button signs out, for the background client too."""
    components.identify(DEMO_EMAIL)
    components.enter_password(DEMO_PASSWORD)
    components.sign_out()
    assert Probe(official).call("session") is None


def test_authenticator_code(components: Components) -> None:
    """The component asks who has an authenticator for its code too."""
    components.identify(SECURE_EMAIL)
    components.enter_password(DEMO_PASSWORD)
    components.wait_for_text("h1", "Two-step verification")
    components.enter_code(pyotp.TOTP(SECURE_TOTP_SECRET).now())
    components.wait_until_signed_in()


def test_backup_code(components: Components, emulator: EmulatorServer) -> None:
    """The component takes a backup code instead, which is then used up."""
    components.identify(SECURE_EMAIL)
    components.enter_password(DEMO_PASSWORD)
    components.wait_for_text("h1", "Two-step verification")
    components.follow("Use another method")
    components.follow("Use a backup code")
    components.type("code", SECURE_BACKUP_CODES[0])
    components.follow("Continue")
    components.wait_until_signed_in()
    user = emulator.state.find_user(SECURE_EMAIL)
    assert user is not None
    assert user.backup_codes == list(SECURE_BACKUP_CODES[1:])

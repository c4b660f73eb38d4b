"""The whole client in Chromium: sign-up, second factors, organizations, sessions, account."""

from __future__ import annotations

import base64
import json
from typing import Any

import pyotp
import pytest

from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import (
    DEMO_EMAIL,
    DEMO_PASSWORD,
    SECURE_BACKUP_CODES,
    SECURE_EMAIL,
    SECURE_TOTP_SECRET,
)
from support.clerk_extension import ClerkExtension, ClerkPage

NEW_EMAIL = "grace+clerk_test@example.com"
NEW_PASSWORD = "a long and new password"
CODE = "424242"


def sign_in(page: ClerkPage, email: str = DEMO_EMAIL, password: str = DEMO_PASSWORD) -> str:
    """Sign in with a password; return the session's id."""
    attempt = page.call(
        "client.signIn.create", strategy="password", identifier=email, password=password
    )
    assert attempt["status"] == "complete"
    session: str = attempt["created_session_id"]
    page.call("setActive", session=session)
    return session


def claims(token: str) -> Any:
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_sign_up_across_a_closed_popup(extension: ClerkExtension, page: ClerkPage) -> None:
    """A popup that closes while the code is under way loses nothing: the next one goes on."""
    attempt = page.call("client.signUp.create", emailAddress=NEW_EMAIL, password=NEW_PASSWORD)
    assert attempt["unverified_fields"] == ["email_address"]
    page.call("client.signUp.prepareEmailAddressVerification")
    extension.stop_worker()
    again = extension.page()
    assert again.shows("user") == "nobody"
    assert again.call("client.signUp")["status"] == "missing_requirements"
    with pytest.raises(RuntimeError, match="form_code_incorrect"):
        again.call("client.signUp.attemptEmailAddressVerification", code="111111")
    done = again.call("client.signUp.attemptEmailAddressVerification", code=CODE)
    assert done["status"] == "complete"
    again.call("setActive", session=done["created_session_id"])
    wait_until(lambda: again.shows("user") == done["created_user_id"])
    assert extension.who()["user"] == done["created_user_id"]


@pytest.mark.parametrize("strategy", ["totp", "backup_code"])
def test_second_factor(extension: ClerkExtension, page: ClerkPage, strategy: str) -> None:
    """A password is half of it for who has a second factor; an app or a backup code is the rest."""
    attempt = page.call(
        "client.signIn.create",
        strategy="password",
        identifier=SECURE_EMAIL,
        password=DEMO_PASSWORD,
    )
    assert attempt["status"] == "needs_second_factor"
    assert {factor["strategy"] for factor in attempt["supported_second_factors"]} >= {strategy}
    assert extension.who()["user"] is None
    again = extension.page()
    code = SECURE_BACKUP_CODES[0]
    if strategy == "totp":
        code = pyotp.TOTP(SECURE_TOTP_SECRET).now()
    done = again.call("client.signIn.attemptSecondFactor", strategy=strategy, code=code)
    again.call("setActive", session=done["created_session_id"])
    assert extension.who()["token"]


def test_forgotten_password(page: ClerkPage) -> None:
    """A code by mail, a new password, and the session is there."""
    factors = page.call("client.signIn.create", identifier=DEMO_EMAIL)["supported_first_factors"]
    strategy = "reset_password_email_code"
    [factor] = [factor for factor in factors if factor["strategy"] == strategy]
    address = factor["email_address_id"]
    page.call("client.signIn.prepareFirstFactor", strategy=strategy, emailAddressId=address)
    attempt = page.call("client.signIn.attemptFirstFactor", strategy=strategy, code=CODE)
    assert attempt["status"] == "needs_new_password"
    done = page.call("client.signIn.resetPassword", password=NEW_PASSWORD)
    assert done["status"] == "complete"
    page.call("setActive", session=done["created_session_id"])
    page.call("signOut")
    sign_in(page, password=NEW_PASSWORD)


def test_organization_switch_is_everywhere_at_once(
    extension: ClerkExtension, page: ClerkPage
) -> None:
    """A switch in one page is in the next page, the background and the token, without a reload."""
    sign_in(page)
    created = page.call("createOrganization", name="Acme", slug="acme-9")
    first = extension.driver.current_window_handle
    extension.driver.switch_to.new_window("tab")
    other = extension.page()
    assert other.shows("organization") == "none"
    shown = int(other.shows("shown") or 0)
    extension.driver.switch_to.window(first)
    page.call("setActive", organization="acme-9")
    assert page.shows("organization") == created["id"]
    answer = extension.who()
    assert answer["organization"] == created["id"]
    assert claims(answer["token"])["o"]["id"] == created["id"]
    extension.driver.switch_to.window(extension.driver.window_handles[-1])
    wait_until(lambda: other.shows("organization") == created["id"])
    assert int(other.shows("shown") or 0) > shown
    assert other.call("session.checkAuthorization", role="org:admin") is True
    assert other.call("session.checkAuthorization", role="org:nobody") is False
    other.call("setActive", organization=None)
    assert extension.who()["organization"] is None
    assert "o" not in claims(extension.who()["token"])


def test_unknown_organization(extension: ClerkExtension, page: ClerkPage) -> None:
    """An organization that there is not is an error, and the personal account stays."""
    sign_in(page)
    for name in ("no-such-slug", "org_unknown"):
        with pytest.raises(RuntimeError, match="organization_not_found"):
            page.call("setActive", organization=name)
    assert extension.who()["organization"] is None


def test_organization_is_managed(page: ClerkPage) -> None:
    """Members, roles and invitations are listed and changed."""
    sign_in(page)
    created = page.call("createOrganization", name="Acme")
    page.call("setActive", organization=created["id"])
    assert page.call("organization.update", name="Acme Ltd")["name"] == "Acme Ltd"
    page.call("user.reload")
    [member] = page.call("organization.getMemberships")
    assert member["role"] == "org:admin"
    assert {role["key"] for role in page.call("organization.getRoles")} >= {"org:admin"}
    page.call("organization.inviteMember", emailAddress=NEW_EMAIL, role="org:member")
    [invitation] = page.call("organization.getInvitations")
    assert invitation["email_address"] == NEW_EMAIL
    page.call("organization.destroy")


def test_two_sessions(extension: ClerkExtension, page: ClerkPage, emulator: EmulatorServer) -> None:
    """Two users on one device: each has tokens, either may be active, one may leave."""
    emulator.state.settings.single_session_mode = False
    first = sign_in(page)
    page.call(
        "client.signIn.create",
        strategy="password",
        identifier=SECURE_EMAIL,
        password=DEMO_PASSWORD,
    )
    code = SECURE_BACKUP_CODES[0]
    done = page.call("client.signIn.attemptSecondFactor", strategy="backup_code", code=code)
    second = done["created_session_id"]
    page.call("setActive", session=second)
    assert claims(extension.who()["token"])["sid"] == second
    page.call("setActive", session=first)
    assert claims(extension.who()["token"])["sid"] == first
    assert claims(page.call("client.sessions.1.getToken"))["sid"] == second
    page.call("signOut", sessionId=first)
    assert claims(extension.who()["token"])["sid"] == second
    page.call("setActive", session=None)
    assert (page.shows("user"), extension.who()["user"]) == ("nobody", None)
    page.call("signOut")
    assert page.call("client.sessions") == []


def test_account(page: ClerkPage) -> None:
    """Name, metadata, addresses, second factors and sessions of the user are changed."""
    sign_in(page)
    page.call("user.update", firstName="Grace", lastName=None)
    assert page.call("user.fullName") == "Grace"
    page.call("user.updateMetadata", unsafeMetadata={"theme": {"dark": True}})
    assert page.call("user.unsafeMetadata") == {"theme": {"dark": True}}
    page.call("user.update", unsafeMetadata={"other": 1})
    assert page.call("user.unsafeMetadata") == {"other": 1}
    page.call("user.createEmailAddress", email=NEW_EMAIL)
    page.call("user.emailAddresses.1.prepareVerification")
    page.call("user.emailAddresses.1.attemptVerification", code=CODE)
    assert page.call("user.emailAddresses.1.isVerified") is True
    page.call("user.emailAddresses.1.destroy")
    assert len(page.call("user.emailAddresses")) == 1
    secret = page.call("user.createTOTP")["secret"]
    page.call("user.verifyTOTP", code=pyotp.TOTP(secret).now())
    assert page.call("user.createBackupCode")["codes"]
    assert page.call("user.twoFactorEnabled") is True
    page.call("user.disableTOTP")
    page.call("user.updatePassword", newPassword=NEW_PASSWORD, currentPassword=DEMO_PASSWORD)
    [session] = page.call("user.getSessions")
    assert session["status"] == "active"


def test_step_up(page: ClerkPage, emulator: EmulatorServer) -> None:
    """What needs a recent proof is refused until the user has proven who they are once more."""
    emulator.state.settings.reverification = True
    session = sign_in(page)
    [user] = [user for user in emulator.state.users.values() if user.identifier == DEMO_EMAIL]
    for known in emulator.state.sessions_of(user):
        known.first_factor_at -= 3600
    page.call("session.reload")
    assert page.call("session.id") == session
    assert page.call("session.checkAuthorization", reverification="strict") is False
    page.call("session.startVerification", level="first_factor")
    done = page.call(
        "session.attemptFirstFactorVerification", strategy="password", password=DEMO_PASSWORD
    )
    assert done["status"] == "complete"
    assert page.call("session.checkAuthorization", reverification="strict") is True


def test_settings_of_the_instance(page: ClerkPage, emulator: EmulatorServer) -> None:
    """The instance's settings are there for who asks, and nobody else asked."""
    assert not [request for request in emulator.requests if request.path == "/v1/environment"]
    environment = page.call("getEnvironment")
    assert environment["display_config"]["application_name"] == "Emulator"
    page.call("getEnvironment")
    asked = [request for request in emulator.requests if request.path == "/v1/environment"]
    assert len(asked) == 1

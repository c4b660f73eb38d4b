"""Signing in by password, and what keeps somebody out."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, Clock, ErrorOf, NewBrowser

DEMO_EMAIL = "demo+clerk_test@example.com"
DEMO_PASSWORD = "emulator-demo-password"
SECOND_EMAIL = "grace@example.com"
SIGN_INS = "/v1/client/sign_ins"


def create(browser: Browser, email: str = DEMO_EMAIL) -> dict[str, Any]:
    body: dict[str, Any] = browser.post(SIGN_INS, {"identifier": email}).json()
    return body


def attempt(browser: Browser, sign_in: dict[str, Any], **data: str) -> httpx.Response:
    path = f"{SIGN_INS}/{sign_in['id']}/attempt_first_factor"
    response: httpx.Response = browser.post(path, data)
    return response


def test_identifier_lists_first_factors(browser: Browser) -> None:
    """An identifier, whatever its case, is answered with the ways to sign in."""
    body = create(browser, DEMO_EMAIL.upper())
    sign_in = body["response"]
    assert sign_in["status"] == "needs_first_factor"
    assert [found["strategy"] for found in sign_in["supported_first_factors"]] == [
        "password",
        "email_code",
        "reset_password_email_code",
    ]
    assert sign_in["user_data"]["first_name"] == "Ada"
    assert body["client"]["sign_in"] == sign_in


def test_user_without_password_gets_codes_only(browser: Browser) -> None:
    """A user without a password is offered codes only."""
    sign_in = create(browser, "code-only+clerk_test@example.com")["response"]
    assert [found["strategy"] for found in sign_in["supported_first_factors"]] == ["email_code"]


def test_empty_create_needs_identifier(browser: Browser) -> None:
    """A sign-in without anything waits for an identifier."""
    sign_in = browser.post(SIGN_INS).json()["response"]
    assert (sign_in["status"], sign_in["user_data"]) == ("needs_identifier", None)


def test_password_at_once(browser: Browser) -> None:
    """Identifier and password together sign in at once."""
    data = {"strategy": "password", "identifier": DEMO_EMAIL, "password": DEMO_PASSWORD}
    body = browser.post(SIGN_INS, data).json()
    session_id = body["response"]["created_session_id"]
    assert body["response"]["status"] == "complete"
    assert [session["id"] for session in body["client"]["sessions"]] == [session_id]
    assert body["client"]["last_active_session_id"] == session_id
    assert body["client"]["last_authentication_strategy"] == "password"
    assert body["client"]["sign_in"] is None


def test_password_as_second_step(browser: Browser) -> None:
    """The password can come in a second step."""
    sign_in = create(browser)["response"]
    body = attempt(browser, sign_in, strategy="password", password=DEMO_PASSWORD).json()
    assert body["response"]["status"] == "complete"
    assert body["response"]["first_factor_verification"]["status"] == "verified"


def test_wrong_password(browser: Browser, error: ErrorOf) -> None:
    """A wrong password is told at its parameter, and signs nobody in."""
    sign_in = create(browser)["response"]
    response = attempt(browser, sign_in, strategy="password", password="wrong")
    assert error(response) == (422, "form_password_incorrect")
    assert response.json()["errors"][0]["meta"] == {"param_name": "password"}
    assert browser.get("/v1/client").json()["response"]["sessions"] == []


def test_wrong_password_at_once_keeps_earlier_attempt(browser: Browser, error: ErrorOf) -> None:
    """A wrong password does not replace the attempt under way."""
    earlier = create(browser)["response"]
    data = {"strategy": "password", "identifier": DEMO_EMAIL, "password": "wrong"}
    assert error(browser.post(SIGN_INS, data)) == (422, "form_password_incorrect")
    assert browser.get("/v1/client").json()["response"]["sign_in"]["id"] == earlier["id"]


def test_enumeration_protection(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """With the protection, an unknown identifier and a wrong password look the same."""
    server.state.settings.enumeration_protection = True
    for email in (DEMO_EMAIL, "nobody@example.com"):
        data = {"strategy": "password", "identifier": email, "password": "wrong"}
        expected = (422, "form_password_or_identifier_incorrect")
        assert error(browser.post(SIGN_INS, data)) == expected


@pytest.mark.parametrize(
    ("data", "expected", "param"),
    [
        ({"identifier": "nobody@example.com"}, "form_identifier_not_found", "identifier"),
        ({"strategy": "password"}, "form_param_missing", "identifier"),
        ({"strategy": "password", "identifier": ""}, "form_param_nil", "identifier"),
        ({"strategy": "password", "identifier": DEMO_EMAIL}, "form_param_missing", "password"),
    ],
)
def test_form_errors(
    browser: Browser, error: ErrorOf, data: dict[str, str], expected: str, param: str
) -> None:
    """What is missing or unknown is told at its parameter."""
    response = browser.post(SIGN_INS, data)
    assert error(response) == (422, expected)
    assert response.json()["errors"][0]["meta"]["param_name"] == param


def test_completed_sign_in_stays_readable_but_closed(browser: Browser, error: ErrorOf) -> None:
    """A completed sign-in can be read, and not be completed again."""
    sign_in = create(browser)["response"]
    attempt(browser, sign_in, strategy="password", password=DEMO_PASSWORD)
    read = browser.get(f"{SIGN_INS}/{sign_in['id']}", params={"rotating_token_nonce": "x"})
    assert read.json()["response"]["status"] == "complete"
    again = attempt(browser, sign_in, strategy="password", password=DEMO_PASSWORD)
    assert error(again) == (400, "verification_already_verified")


def test_sign_in_of_another_client(
    browser: Browser,
    server: EmulatorServer,
    new_browser: NewBrowser,
    error: ErrorOf,
) -> None:
    """A sign-in of another client is out of reach."""
    sign_in = create(new_browser(server).start())["response"]
    assert error(browser.get(f"{SIGN_INS}/{sign_in['id']}")) == (404, "resource_not_found")


def test_single_session_mode(browser: Browser, error: ErrorOf) -> None:
    """With one session for each client, a second sign-in is refused."""
    browser.sign_in()
    response = browser.post(SIGN_INS, {"identifier": SECOND_EMAIL})
    assert error(response) == (400, "session_exists")


def test_several_sessions(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """With several sessions allowed, the same user still signs in once."""
    server.state.settings.single_session_mode = False
    first = browser.sign_in()
    second = browser.sign_in(SECOND_EMAIL, "another-password")
    client = browser.get("/v1/client").json()["response"]
    assert [session["id"] for session in client["sessions"]] == [first, second]
    response = browser.post(SIGN_INS, {"identifier": DEMO_EMAIL})
    assert error(response) == (400, "identifier_already_signed_in")
    assert response.json()["errors"][0]["meta"]["session_id"] == first


def test_banned_user(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """A banned user has no session and gets none."""
    server.state.users["user_grace"].banned = True
    sign_in = create(browser, SECOND_EMAIL)["response"]
    response = attempt(browser, sign_in, strategy="password", password="another-password")
    assert error(response) == (403, "user_banned")


def test_lockout(browser: Browser, server: EmulatorServer, clock: Clock, error: ErrorOf) -> None:
    """Too many wrong passwords lock a user for a while."""
    server.state.settings.lockout_attempts = 2
    sign_in = create(browser)["response"]
    for _ in range(2):
        attempt(browser, sign_in, strategy="password", password="wrong")
    response = attempt(browser, sign_in, strategy="password", password=DEMO_PASSWORD)
    assert error(response) == (403, "user_locked")
    clock.move(3600)
    assert attempt(browser, sign_in, strategy="password", password=DEMO_PASSWORD).status_code == 200


def test_rate_limits(
    browser: Browser, server: EmulatorServer, clock: Clock, error: ErrorOf
) -> None:
    """With Clerk's limits on, the sixth attempt within ten seconds has to wait."""
    server.state.settings.rate_limits = True
    for _ in range(5):
        assert browser.post(SIGN_INS, {"identifier": DEMO_EMAIL}).status_code == 200
    clock.move(4)
    refused = browser.post(SIGN_INS, {"identifier": DEMO_EMAIL})
    assert error(refused) == (429, "too_many_requests")
    assert refused.headers["Retry-After"] == "6"
    clock.move(6)
    assert browser.post(SIGN_INS, {"identifier": DEMO_EMAIL}).status_code == 200

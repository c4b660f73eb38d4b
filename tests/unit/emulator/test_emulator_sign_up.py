"""Signing up: what is missing, what is unverified, and the new user."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, ErrorOf, NewBrowser

SIGN_UPS = "/v1/client/sign_ups"
EMAIL = "new+clerk_test@example.com"
COMPLETE = {"email_address": EMAIL, "password": "a-long-password"}


def create(browser: Browser, **data: str) -> dict[str, Any]:
    response = browser.post(SIGN_UPS, data)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()["response"]
    return body


def step(browser: Browser, sign_up: dict[str, Any], action: str, **data: str) -> httpx.Response:
    response: httpx.Response = browser.post(f"{SIGN_UPS}/{sign_up['id']}/{action}", data)
    return response


def test_by_email_code(browser: Browser, server: EmulatorServer) -> None:
    """Fields are named as missing, then as unverified; the right code makes user and session."""
    sign_up = create(browser, email_address=EMAIL)
    assert sign_up["status"] == "missing_requirements"
    assert sign_up["missing_fields"] == ["password"]
    assert sign_up["unverified_fields"] == ["email_address"]
    assert sign_up["verifications"]["email_address"]["next_action"] == "needs_prepare"
    path = f"{SIGN_UPS}/{sign_up['id']}"
    patch = {"password": "a-long-password", "first_name": "Mary", "unsafe_metadata": '{"a": 1}'}
    sign_up = browser.send("PATCH", path, data=patch).json()["response"]
    assert (sign_up["missing_fields"], sign_up["has_password"]) == ([], True)
    prepared = step(browser, sign_up, "prepare_verification", strategy="email_code").json()
    verification = prepared["response"]["verifications"]["email_address"]
    assert verification["next_action"] == "needs_attempt"
    assert prepared["client"]["sign_up"] == prepared["response"]
    data = {"strategy": "email_code", "code": "424242"}
    body = step(browser, sign_up, "attempt_verification", **data).json()
    assert body["response"]["status"] == "complete"
    (session,) = body["client"]["sessions"]
    assert session["id"] == body["response"]["created_session_id"]
    assert session["user"]["id"] == body["response"]["created_user_id"]
    assert (session["user"]["first_name"], session["user"]["unsafe_metadata"]) == ("Mary", {"a": 1})
    assert body["client"]["sign_up"] is None
    user = server.state.find_user(EMAIL)
    assert user is not None
    assert user.password == "a-long-password"


def test_both_contacts_are_verified(browser: Browser, server: EmulatorServer) -> None:
    """A phone number given besides the address has to be verified too."""
    sign_up = create(browser, **COMPLETE, phone_number="+49 30 1234567")
    assert sign_up["phone_number"] == "+49301234567"
    statuses = []
    for strategy in ("email_code", "phone_code"):
        step(browser, sign_up, "prepare_verification", strategy=strategy)
        code = server.state.codes[-1].code
        data = {"strategy": strategy, "code": code}
        body = step(browser, sign_up, "attempt_verification", **data).json()
        statuses.append(body["response"]["status"])
    assert statuses == ["missing_requirements", "complete"]


def test_wrong_code(browser: Browser, error: ErrorOf) -> None:
    """A wrong code is told at its parameter, and too many end the verification."""
    sign_up = create(browser, **COMPLETE, strategy="email_code")
    data = {"strategy": "email_code", "code": "000000"}
    for _ in range(3):
        response = step(browser, sign_up, "attempt_verification", **data)
        assert error(response) == (422, "form_code_incorrect")
        assert response.json()["errors"][0]["meta"]["param_name"] == "code"
    again = {**data, "code": "424242"}
    response = step(browser, sign_up, "attempt_verification", **again)
    assert error(response) == (400, "verification_failed")


@pytest.mark.parametrize(
    ("data", "code", "param"),
    [
        (
            {"email_address": "demo+clerk_test@example.com"},
            "form_identifier_exists",
            "email_address",
        ),
        ({"email_address": "nothing"}, "form_param_format_invalid", "email_address"),
        ({"phone_number": "123"}, "form_param_format_invalid", "phone_number"),
        ({"username": "hedy"}, "form_identifier_exists", "username"),
        ({"username": "ab"}, "form_username_invalid_length", "username"),
        ({"username": "a b c"}, "form_username_invalid_character", "username"),
        ({"password": "short"}, "form_password_length_too_short", "password"),
        ({"password": "x" * 80}, "form_password_length_too_long", "password"),
        ({"password": "12345678"}, "form_password_pwned", "password"),
        ({"unsafe_metadata": "[]"}, "form_param_format_invalid", "unsafe_metadata"),
    ],
)
def test_form_errors(
    browser: Browser, error: ErrorOf, data: dict[str, str], code: str, param: str
) -> None:
    """Each wrong field is told by name, and the refused attempt leaves the earlier one alone."""
    earlier = create(browser, email_address=EMAIL)
    response = browser.post(SIGN_UPS, data)
    assert error(response) == (422, code)
    assert response.json()["errors"][0]["meta"]["param_name"] == param
    assert browser.get("/v1/client").json()["response"]["sign_up"]["id"] == earlier["id"]


def test_settings_decide_what_is_needed(
    browser: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """Attributes that are off are unknown, and those that are required are missing."""
    settings = server.state.settings
    settings.username, settings.phone_number, settings.legal_consent = "required", "off", True
    sign_up = create(browser, **COMPLETE)
    assert sign_up["missing_fields"] == ["username", "legal_accepted"]
    response = browser.post(SIGN_UPS, {"phone_number": "+49301234567"})
    assert error(response) == (422, "form_param_unknown")
    environment = browser.get("/v1/environment").json()
    assert environment["user_settings"]["attributes"]["username"]["required"] is True
    assert environment["user_settings"]["attributes"]["phone_number"]["enabled"] is False
    assert environment["auth_config"]["phone_number"] == "off"


@pytest.mark.parametrize(
    ("mode", "code"),
    [("restricted", "sign_up_mode_restricted"), ("waitlist", "sign_up_restricted_waitlist")],
)
def test_restricted(
    browser: Browser, server: EmulatorServer, error: ErrorOf, mode: Any, code: str
) -> None:
    """Only somebody with a ticket gets in; the ticket verifies the address."""
    server.state.settings.sign_up_mode = mode
    assert error(browser.post(SIGN_UPS, COMPLETE)) == (403, code)
    ticket = server.state.create_ticket("guest@example.com")
    data = {"strategy": "ticket", "ticket": ticket, "password": "a-long-password"}
    sign_up = create(browser, **data)
    assert (sign_up["status"], sign_up["email_address"]) == ("complete", "guest@example.com")
    browser.send("DELETE", "/v1/client/sessions")
    assert error(browser.post(SIGN_UPS, data)) == (400, "ticket_invalid")


def test_signed_in_already(browser: Browser, error: ErrorOf) -> None:
    """With one session for each client, a second user cannot sign up."""
    browser.sign_in()
    assert error(browser.post(SIGN_UPS, COMPLETE)) == (400, "session_exists")


def test_address_that_was_taken_meanwhile(
    browser: Browser, server: EmulatorServer, new_browser: NewBrowser, error: ErrorOf
) -> None:
    """Of two sign-ups with one address, the second to be verified is refused."""
    first, second = browser, new_browser(server).start()
    data = {"strategy": "email_code", "code": "424242"}
    attempts = [(one, create(one, **COMPLETE, strategy="email_code")) for one in (first, second)]
    answers = [step(one, sign_up, "attempt_verification", **data) for one, sign_up in attempts]
    assert answers[0].json()["response"]["status"] == "complete"
    assert error(answers[1]) == (422, "form_identifier_exists")

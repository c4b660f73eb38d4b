"""Signing in by code, and setting a new password by code."""

from __future__ import annotations

from typing import Any

import httpx

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, Clock, ErrorOf, NewBrowser

DEMO_EMAIL = "demo+clerk_test@example.com"
SECOND_EMAIL = "grace@example.com"
SIGN_INS = "/v1/client/sign_ins"


def create(browser: Browser, email: str = DEMO_EMAIL) -> dict[str, Any]:
    body: dict[str, Any] = browser.post(SIGN_INS, {"identifier": email}).json()
    return body


def factor(sign_in: dict[str, Any], strategy: str) -> dict[str, Any]:
    factors = sign_in["supported_first_factors"]
    return next(found for found in factors if found["strategy"] == strategy)


def prepare(
    browser: Browser, sign_in: dict[str, Any], strategy: str = "email_code"
) -> httpx.Response:
    address = factor(sign_in, strategy)["email_address_id"]
    data = {"strategy": strategy, "email_address_id": address}
    response: httpx.Response = browser.post(
        f"{SIGN_INS}/{sign_in['id']}/prepare_first_factor", data
    )
    return response


def attempt(browser: Browser, sign_in: dict[str, Any], **data: str) -> httpx.Response:
    path = f"{SIGN_INS}/{sign_in['id']}/attempt_first_factor"
    response: httpx.Response = browser.post(path, data)
    return response


def test_test_address_takes_the_fixed_code(browser: Browser) -> None:
    """A test address signs in with 424242."""
    sign_in = create(browser)["response"]
    prepared = prepare(browser, sign_in).json()["response"]["first_factor_verification"]
    assert prepared["status"] == "unverified"
    body = attempt(browser, sign_in, strategy="email_code", code="424242").json()
    assert body["response"]["status"] == "complete"
    assert body["client"]["last_authentication_strategy"] == "email_code"


def test_other_address_takes_the_code_sent(
    browser: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """Another address signs in with the code that was sent, not with the fixed one."""
    sign_in = create(browser, SECOND_EMAIL)["response"]
    prepare(browser, sign_in)
    sent = server.state.codes[-1]
    assert (sent.to, sent.strategy) == (SECOND_EMAIL, "email_code")
    fixed = attempt(browser, sign_in, strategy="email_code", code="424242")
    assert error(fixed) == (422, "form_code_incorrect")
    wrong = f"{(int(sent.code) + 1) % 1_000_000:06d}"
    response = attempt(browser, sign_in, strategy="email_code", code=wrong)
    assert error(response) == (422, "form_code_incorrect")
    assert response.json()["errors"][0]["meta"] == {"param_name": "code"}
    body = attempt(browser, sign_in, strategy="email_code", code=sent.code).json()
    assert body["response"]["status"] == "complete"


def test_create_with_code_strategy_sends_the_code(browser: Browser, server: EmulatorServer) -> None:
    """Naming a strategy at the start sends the code at once."""
    data = {"strategy": "email_code", "identifier": SECOND_EMAIL}
    sign_in = browser.post(SIGN_INS, data).json()["response"]
    assert sign_in["first_factor_verification"]["strategy"] == "email_code"
    assert len(server.state.codes) == 1


def test_too_many_wrong_codes(browser: Browser, error: ErrorOf) -> None:
    """After too many wrong codes the right one does not help."""
    sign_in = create(browser)["response"]
    prepare(browser, sign_in)
    for _ in range(3):
        response = attempt(browser, sign_in, strategy="email_code", code="000000")
        assert error(response) == (422, "form_code_incorrect")
    response = attempt(browser, sign_in, strategy="email_code", code="424242")
    assert error(response) == (400, "verification_failed")
    prepare(browser, sign_in)
    assert attempt(browser, sign_in, strategy="email_code", code="424242").status_code == 200


def test_code_expires(browser: Browser, clock: Clock, error: ErrorOf) -> None:
    """A code is good for ten minutes."""
    sign_in = create(browser)["response"]
    prepare(browser, sign_in)
    clock.move(600)
    response = attempt(browser, sign_in, strategy="email_code", code="424242")
    assert error(response) == (400, "verification_expired")


def test_code_that_was_not_sent(browser: Browser, error: ErrorOf) -> None:
    """A code has to be asked for first."""
    sign_in = create(browser)["response"]
    response = attempt(browser, sign_in, strategy="email_code", code="424242")
    assert error(response) == (400, "verification_missing")


def test_strategy_that_is_not_offered(browser: Browser, error: ErrorOf) -> None:
    """A strategy that the user does not have is refused."""
    sign_in = create(browser)["response"]
    path = f"{SIGN_INS}/{sign_in['id']}"
    expected = (400, "strategy_for_user_invalid")
    prepared = browser.post(f"{path}/prepare_first_factor", {"strategy": "phone_code"})
    assert error(prepared) == expected
    assert error(attempt(browser, sign_in, strategy="phone_code", code="1")) == expected


def test_address_of_somebody_else(browser: Browser, error: ErrorOf) -> None:
    """A code cannot be sent to an address of another user."""
    foreign = factor(create(browser, SECOND_EMAIL)["response"], "email_code")["email_address_id"]
    sign_in = create(browser)["response"]
    data = {"strategy": "email_code", "email_address_id": foreign}
    response = browser.post(f"{SIGN_INS}/{sign_in['id']}/prepare_first_factor", data)
    assert error(response) == (400, "strategy_for_user_invalid")


def test_codes_in_quick_succession(
    browser: Browser, server: EmulatorServer, clock: Clock, error: ErrorOf
) -> None:
    """Where the setting asks for it, the next code has to wait."""
    server.state.settings.code_interval = 30
    sign_in = create(browser)["response"]
    prepare(browser, sign_in)
    clock.move(10)
    response = prepare(browser, sign_in)
    assert error(response) == (429, "verification_code_too_many_requests")
    assert response.headers["Retry-After"] == "20"
    clock.move(20)
    assert prepare(browser, sign_in).status_code == 200


def test_new_password(browser: Browser, error: ErrorOf) -> None:
    """A code for it lets a user set a new password, and signs in."""
    strategy = "reset_password_email_code"
    sign_in = create(browser)["response"]
    prepare(browser, sign_in, strategy)
    body = attempt(browser, sign_in, strategy=strategy, code="424242").json()
    assert body["response"]["status"] == "needs_new_password"
    again = attempt(browser, sign_in, strategy=strategy, code="424242")
    assert error(again) == (400, "verification_already_verified")
    path = f"{SIGN_INS}/{sign_in['id']}/reset_password"
    short = browser.post(path, {"password": "short"})
    assert error(short) == (422, "form_password_length_too_short")
    done = browser.post(path, {"password": "a-new-password"}).json()
    assert done["response"]["status"] == "complete"
    browser.send("DELETE", "/v1/client/sessions")
    browser.sign_in(DEMO_EMAIL, "a-new-password")


def test_new_password_needs_a_code_first(browser: Browser, error: ErrorOf) -> None:
    """Without the code no password can be set."""
    sign_in = create(browser)["response"]
    response = browser.post(f"{SIGN_INS}/{sign_in['id']}/reset_password", {"password": "x" * 8})
    assert error(response) == (400, "client_state_invalid")


def test_new_password_signs_out_elsewhere(
    browser: Browser, server: EmulatorServer, new_browser: NewBrowser
) -> None:
    """Other sessions end with the new password if wished."""
    other = new_browser(server).start()
    elsewhere = other.sign_in()
    strategy = "reset_password_email_code"
    sign_in = create(browser)["response"]
    prepare(browser, sign_in, strategy)
    attempt(browser, sign_in, strategy=strategy, code="424242")
    data = {"password": "a-new-password", "sign_out_of_other_sessions": "true"}
    done = browser.post(f"{SIGN_INS}/{sign_in['id']}/reset_password", data).json()
    assert server.state.sessions[elsewhere].status == "revoked"
    assert [session["status"] for session in done["client"]["sessions"]] == ["active"]

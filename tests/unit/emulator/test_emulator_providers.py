"""Other providers: OAuth and enterprise single sign-on."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, ErrorOf

SIGN_INS, SIGN_UPS = "/v1/client/sign_ins", "/v1/client/sign_ups"
DEMO_EMAIL = "demo+clerk_test@example.com"
IDENTITY_URL = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/done?kept=1"


def begin(browser: Browser, attempts: str = SIGN_INS, **data: str) -> tuple[dict[str, Any], str]:
    """Return an attempt with a provider, and the path of the provider's page."""
    form = {"strategy": "oauth_google", "redirect_url": IDENTITY_URL, **data}
    response = browser.post(attempts, form)
    assert response.status_code == 200, response.text
    attempt = response.json()["response"]
    external = attempt.get("verifications", {}).get("external_account")
    proof = external or attempt["first_factor_verification"]
    assert proof["status"] == "unverified"
    return attempt, urlsplit(proof["external_verification_redirect_url"]).path


def choose(browser: Browser, page: str, **form: str) -> str:
    """Choose somebody on the provider's page, as a browser without a token does."""
    response = browser.http.post(page, data=form)
    assert response.status_code == 303, response.text
    return str(response.headers["Location"])


def nonce_of(address: str) -> str:
    (nonce,) = parse_qs(urlsplit(address).query)["rotating_token_nonce"]
    return nonce


def test_sign_in(browser: Browser, server: EmulatorServer) -> None:
    """The visit ends at the caller's address with a nonce; the sign-in is complete there."""
    sign_in, page = begin(browser)
    assert DEMO_EMAIL in browser.http.get(page).text
    address = choose(browser, page, email_address=DEMO_EMAIL)
    assert address.startswith(f"{IDENTITY_URL}&rotating_token_nonce=")
    params = {"rotating_token_nonce": nonce_of(address)}
    body = browser.get(f"{SIGN_INS}/{sign_in['id']}", params=params).json()
    assert body["response"]["status"] == "complete"
    assert body["response"]["first_factor_verification"]["status"] == "verified"
    assert body["client"]["last_authentication_strategy"] == "oauth_google"
    (account,) = body["client"]["sessions"][0]["user"]["external_accounts"]
    assert account["email_address"] == DEMO_EMAIL


def test_nonce_lets_the_previous_token_in(
    browser: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """Where only the current client token is good, the nonce makes an exception."""
    server.state.settings.accept_previous_token = False
    sign_in, page = begin(browser)
    nonce = nonce_of(choose(browser, page, email_address=DEMO_EMAIL))
    path = f"{SIGN_INS}/{sign_in['id']}"
    expected = (401, "dev_browser_unauthenticated")
    assert error(browser.get(path)) == expected
    assert error(browser.get(path, params={"rotating_token_nonce": "other"})) == expected
    before = browser.jwt
    assert browser.get(path, params={"rotating_token_nonce": nonce}).status_code == 200
    assert browser.jwt != before
    assert browser.get("/v1/me").status_code == 200


def test_unknown_account_signs_up(browser: Browser, server: EmulatorServer) -> None:
    """An account of nobody makes the sign-in transferable; the sign-up needs no password."""
    sign_in, page = begin(browser)
    fields = {"first_name": "Mary", "last_name": "S"}
    choose(browser, page, email_address="new@example.com", **fields)
    proof = browser.get(f"{SIGN_INS}/{sign_in['id']}").json()["response"]
    assert proof["first_factor_verification"]["status"] == "transferable"
    assert proof["first_factor_verification"]["error"]["code"] == "external_account_not_found"
    body = browser.post(SIGN_UPS, {"transfer": "true"}).json()
    assert body["response"]["status"] == "complete"
    user = body["client"]["sessions"][0]["user"]
    assert (user["first_name"], user["password_enabled"]) == ("Mary", False)
    assert user["email_addresses"][0]["linked_to"][0]["id"] == user["external_accounts"][0]["id"]


def test_known_account_signs_in_instead(browser: Browser) -> None:
    """A sign-up with an account of a user's is transferable to a sign-in."""
    sign_up, page = begin(browser, SIGN_UPS)
    choose(browser, page, email_address=DEMO_EMAIL)
    proof = browser.get(f"{SIGN_UPS}/{sign_up['id']}").json()["response"]
    external = proof["verifications"]["external_account"]
    assert (external["status"], external["error"]["code"]) == (
        "transferable",
        "external_account_exists",
    )
    body = browser.post(SIGN_INS, {"transfer": "true"}).json()
    assert body["response"]["status"] == "complete"


def test_transfer_of_nothing(browser: Browser, error: ErrorOf) -> None:
    """Without such an account there is nothing to transfer."""
    for attempts in (SIGN_INS, SIGN_UPS):
        response = browser.post(attempts, {"transfer": "true"})
        assert error(response) == (422, "external_account_not_found")


def test_refusal(browser: Browser, error: ErrorOf) -> None:
    """Who refuses at the provider is not signed in, and a visit can be ended once."""
    sign_in, page = begin(browser)
    choose(browser, page, refuse="1")
    proof = browser.get(f"{SIGN_INS}/{sign_in['id']}").json()["response"]
    assert proof["first_factor_verification"]["error"]["code"] == "oauth_access_denied"
    again = browser.http.post(page, data={"email_address": DEMO_EMAIL})
    assert error(again) == (404, "resource_not_found")


def test_second_factor_after_the_provider(browser: Browser) -> None:
    """A user's second factor is asked for after the provider too."""
    sign_in, page = begin(browser)
    choose(browser, page, email_address="secure+clerk_test@example.com")
    body = browser.get(f"{SIGN_INS}/{sign_in['id']}").json()
    assert body["response"]["status"] == "needs_second_factor"
    assert body["client"]["sessions"] == []


def test_signed_in_already(browser: Browser, server: EmulatorServer) -> None:
    """With several sessions allowed, the error names the session that the user has."""
    server.state.settings.single_session_mode = False
    session_id = browser.sign_in()
    sign_in, page = begin(browser)
    choose(browser, page, email_address=DEMO_EMAIL)
    proof = browser.get(f"{SIGN_INS}/{sign_in['id']}").json()["response"]
    error = proof["first_factor_verification"]["error"]
    assert error["code"] == "identifier_already_signed_in"
    assert error["meta"]["session_id"] == session_id


def test_web_page_gets_its_client_token(browser: Browser) -> None:
    """A development page cannot share a cookie with us: its address carries the token."""
    url = "http://localhost:8000/back"
    _, page = begin(browser, redirect_url=url, action_complete_redirect_url=f"{url}/home")
    address = choose(browser, page, email_address=DEMO_EMAIL)
    assert address.startswith(f"{url}/home?__clerk_db_jwt=")
    browser.jwt = parse_qs(urlsplit(address).query)["__clerk_db_jwt"][0]
    assert browser.get("/v1/me").status_code == 200


def test_enterprise(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """An address of the enterprise's domain is sent there, and only its users come back."""
    email = "ida@enterprise.example"
    offered = browser.post(SIGN_INS, {"identifier": email}).json()["response"]
    assert offered["supported_first_factors"] == [{"strategy": "enterprise_sso"}]
    _, page = begin(browser, strategy="enterprise_sso", identifier=email)
    refused = browser.http.post(page, data={"email_address": DEMO_EMAIL})
    assert error(refused) == (422, "form_param_value_invalid")
    choose(browser, page, email_address=email)
    body = browser.post(SIGN_UPS, {"transfer": "true"}).json()
    user = body["client"]["sessions"][0]["user"]
    assert user["enterprise_accounts"][0]["email_address"] == email
    assert user["external_accounts"] == []
    other = {"strategy": "enterprise_sso", "identifier": DEMO_EMAIL, "redirect_url": IDENTITY_URL}
    browser.send("DELETE", "/v1/client/sessions")
    assert error(browser.post(SIGN_INS, other)) == (422, "form_identifier_not_found")


@pytest.mark.parametrize("url", ["", "/relative", "javascript:alert(1)", "data:text/html,x"])
def test_addresses_that_are_refused(browser: Browser, error: ErrorOf, url: str) -> None:
    """A visit ends only at an absolute address that runs no script of its own."""
    response = browser.post(SIGN_INS, {"strategy": "oauth_google", "redirect_url": url})
    assert response.status_code == 422
    assert response.json()["errors"][0]["meta"]["param_name"] == "redirect_url"


def test_unknown_provider(browser: Browser, error: ErrorOf) -> None:
    """A provider that the instance does not have is refused."""
    data = {"strategy": "oauth_nothing", "redirect_url": IDENTITY_URL}
    assert error(browser.post(SIGN_INS, data)) == (400, "strategy_for_user_invalid")


def test_somebody_else_signed_in_meanwhile(browser: Browser) -> None:
    """With one session for each client, a visit does not add a second one."""
    sign_in, page = begin(browser)
    browser.sign_in("grace@example.com", "another-password")
    choose(browser, page, email_address=DEMO_EMAIL)
    body = browser.get(f"{SIGN_INS}/{sign_in['id']}").json()
    assert body["response"]["first_factor_verification"]["error"]["code"] == "session_exists"
    assert len(body["client"]["sessions"]) == 1


def test_account_added_by_a_user(browser: Browser, error: ErrorOf) -> None:
    """A signed-in user adds an account, which nobody else can then add, and removes it."""
    browser.sign_in()
    path, data = "/v1/me/external_accounts", {"strategy": "oauth_github", "redirect_url": "a://b"}
    made = browser.post(path, data).json()["response"]
    page = urlsplit(made["verification"]["external_verification_redirect_url"]).path
    choose(browser, page, email_address="other@example.com", first_name="Ada")
    for status in ("verified", "failed"):
        account = browser.get("/v1/me").json()["response"]["external_accounts"][-1]
        assert account["verification"]["status"] == status
        again = browser.post(path, data).json()["response"]
        page = urlsplit(again["verification"]["external_verification_redirect_url"]).path
        choose(browser, page, email_address="other@example.com")
    assert browser.send("DELETE", f"{path}/{made['id']}").json()["response"]["deleted"] is True
    assert error(browser.send("DELETE", f"{path}/{made['id']}")) == (404, "resource_not_found")
    browser.send("DELETE", "/v1/client/sessions")
    offered = browser.post(SIGN_INS, {"identifier": DEMO_EMAIL}).json()["response"]
    strategies = [factor["strategy"] for factor in offered["supported_first_factors"]]
    assert "oauth_github" not in strategies

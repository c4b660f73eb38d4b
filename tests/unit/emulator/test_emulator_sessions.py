"""Sessions and their tokens."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.errors import BadSignatureError, ExpiredTokenError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from extension_toolkit.emulator import DEMO_SEED, EmulatorServer, SeedTemplate

from .conftest import Browser, Clock, ErrorOf, NewBrowser

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


# Clerk's `oiat` is no registered header, which joserfc refuses unless told otherwise.
REGISTRY = JWSRegistry(algorithms=["RS256"], strict_check_header=False)


def verified(token: str, jwks: Any) -> Any:
    return jwt.decode(token, KeySet.import_key_set(jwks), registry=REGISTRY)


def decode(server: EmulatorServer, token: str) -> Any:
    return verified(token, server.jwks())


def test_session_token_claims(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """A session token has the claims and headers of version 2."""
    session_id = browser.sign_in()
    clock.move(125)
    token = decode(server, browser.token(session_id, headers={"Origin": ORIGIN}))
    now = int(clock.now)
    jti = token.claims.pop("jti")
    assert len(jti) == 20
    assert token.claims == {
        "azp": ORIGIN,
        "exp": now + 60,
        "fva": [2, -1],
        "iat": now,
        "iss": f"https://{server.frontend_api}",
        "nbf": now - 10,
        "sid": session_id,
        "sts": "active",
        "sub": server.state.find_user("demo+clerk_test@example.com").id,  # type: ignore[union-attr]
        "v": 2,
    }
    kid = server.jwks()["keys"][0]["kid"]
    assert token.header == {"alg": "RS256", "typ": "JWT", "kid": kid, "oiat": now}


def test_no_azp_without_origin(browser: Browser, server: EmulatorServer) -> None:
    """Without an Origin header there is no azp."""
    assert "azp" not in decode(server, browser.token(browser.sign_in())).claims


def test_token_in_client_is_fresh(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """Each answer with a client carries a new session token."""
    browser.sign_in()
    clock.move(100)
    client = browser.get("/v1/client").json()["response"]
    token = client["sessions"][0]["last_active_token"]["jwt"]
    assert decode(server, token).claims["iat"] == int(clock.now)


def test_jwks_endpoint_verifies(anonymous: Browser, browser: Browser) -> None:
    """The published keys verify a session token."""
    jwks = anonymous.get("/.well-known/jwks.json").json()
    token = browser.token(browser.sign_in())
    assert verified(token, jwks).claims["v"] == 2
    head, claims, signature = token.split(".")
    forged = f"{head}.{claims}.{signature[::-1]}"
    with pytest.raises((BadSignatureError, ValueError)):
        verified(forged, jwks)


def test_token_life_and_expiry(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """A session token lives as long as the setting says."""
    server.state.settings.token_lifetime = 5
    claims = decode(server, browser.token(browser.sign_in())).claims
    assert claims["exp"] - claims["iat"] == 5
    at_end = jwt.JWTClaimsRegistry(now=int(clock.now) + 4)
    at_end.validate(claims)
    with pytest.raises(ExpiredTokenError):
        jwt.JWTClaimsRegistry(now=int(clock.now) + 5).validate(claims)


def test_clock_offset(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """The clock offset shifts the times in tokens."""
    session_id = browser.sign_in()
    server.state.settings.clock_offset = 120
    assert decode(server, browser.token(session_id)).claims["iat"] == int(clock.now + 120)


def test_date_header_follows_the_clock(browser: Browser, clock: Clock) -> None:
    """The Date header is the instance's time."""
    date = browser.get("/v1/client").headers["Date"]
    assert parsedate_to_datetime(date).timestamp() == int(clock.now)


def test_stale_edge_token(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """The oiat header can lie behind, as behind a stale edge."""
    server.state.settings.oiat_lag = 30
    token = decode(server, browser.token(browser.sign_in()))
    assert token.header["oiat"] == int(clock.now) - 30


def test_token_is_bare(browser: Browser) -> None:
    """A token answer is not wrapped."""
    body = browser.post(f"/v1/client/sessions/{browser.sign_in()}/tokens").json()
    assert set(body) == {"object", "jwt"}


def test_template_token(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """A template's places are filled in, with their own types."""
    claims = {
        "mail": "{{user.primary_email_address}}",
        "text": "I am {{ user.first_name }} of {{user.nothing}}",
        "deep": {"list": ["{{user.id}}", 7]},
        "meta": "{{user.public_metadata}}",
        "org": "{{org.id}}",
    }
    server.state.templates["t"] = SeedTemplate("t", claims, lifetime=90, allowed_clock_skew=7)
    path = f"/v1/client/sessions/{browser.sign_in()}/tokens/t"
    token = decode(server, browser.post(path, headers={"Origin": ORIGIN}).json()["jwt"])
    now, user_id = int(clock.now), token.claims["sub"]
    token.claims.pop("jti")
    assert token.claims == {
        "mail": "demo+clerk_test@example.com",
        "text": "I am Ada of ",
        "deep": {"list": [user_id, 7]},
        "meta": {},
        "org": None,
        "azp": ORIGIN,
        "exp": now + 90,
        "iat": now,
        "iss": f"https://{server.frontend_api}",
        "nbf": now - 7,
        "sub": user_id,
    }


def test_seeded_template_and_unknown_one(browser: Browser, error: ErrorOf) -> None:
    """The seeded template is there; another one is not."""
    assert DEMO_SEED.templates[0].name == "demo"
    path = f"/v1/client/sessions/{browser.sign_in()}/tokens"
    assert browser.post(f"{path}/demo").status_code == 200
    assert error(browser.post(f"{path}/other")) == (404, "resource_not_found")


def test_organizations_are_unknown(browser: Browser, error: ErrorOf) -> None:
    """An organization that the user does not belong to is told as not found."""
    path = f"/v1/client/sessions/{browser.sign_in()}"
    expected = (404, "organization_not_found_or_unauthorized")
    assert error(browser.post(f"{path}/tokens", {"organization_id": "org_1"})) == expected
    assert error(browser.post(f"{path}/touch", {"active_organization_id": "org_1"})) == expected
    assert browser.post(f"{path}/tokens", {"organization_id": ""}).status_code == 200


@pytest.mark.parametrize(("action", "status"), [("end", "ended"), ("remove", "removed")])
def test_sign_out(browser: Browser, error: ErrorOf, action: str, status: str) -> None:
    """Ending or removing a session takes it from the client, and it gets no token."""
    path = f"/v1/client/sessions/{browser.sign_in()}"
    body = browser.post(f"{path}/{action}").json()
    assert body["response"]["status"] == status
    assert body["response"]["last_active_token"] is None
    assert body["client"]["sessions"] == []
    assert body["client"]["last_active_session_id"] is None
    assert error(browser.post(f"{path}/tokens")) == (401, "authentication_invalid")
    assert error(browser.post(f"{path}/{action}")) == (400, "invalid_action_for_session")
    assert error(browser.get("/v1/me")) == (401, "signed_out")


def test_dead_session_may_answer_404(
    browser: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """Where the setting says so, a dead session is told as not found."""
    server.state.settings.dead_session_status = 404
    path = f"/v1/client/sessions/{browser.sign_in()}"
    browser.post(f"{path}/end")
    assert error(browser.post(f"{path}/tokens")) == (404, "resource_not_found")


def test_sign_out_of_all_keeps_the_client(browser: Browser, server: EmulatorServer) -> None:
    """Signing out of everything leaves the client and its token."""
    server.state.settings.single_session_mode = False
    browser.sign_in()
    browser.sign_in("grace@example.com", "another-password")
    client_id = browser.get("/v1/client").json()["response"]["id"]
    body = browser.send("DELETE", "/v1/client/sessions").json()
    assert body["client"] is None
    assert (body["response"]["id"], body["response"]["sessions"]) == (client_id, [])
    assert browser.get("/v1/client").json()["response"]["id"] == client_id


def test_touch_selects_a_session(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """Touching a session makes it the active one."""
    server.state.settings.single_session_mode = False
    first = browser.sign_in()
    second = browser.sign_in("grace@example.com", "another-password")
    clock.move(5)
    data = {"active_organization_id": "", "intent": "select_session"}
    body = browser.post(f"/v1/client/sessions/{first}/touch", data).json()
    assert body["client"]["last_active_session_id"] == first
    assert body["response"]["last_active_at"] == int(clock.now * 1000)
    assert browser.get("/v1/me").json()["response"]["first_name"] == "Ada"
    other = browser.get("/v1/me", params={"_clerk_session_id": second})
    assert other.json()["response"]["first_name"] == "Grace"
    # Ending the active one leaves the other.
    body = browser.post(f"/v1/client/sessions/{first}/end").json()
    assert body["client"]["last_active_session_id"] == second


def test_touch_with_unknown_intent(browser: Browser, error: ErrorOf) -> None:
    """An intent that Clerk does not know is refused."""
    path = f"/v1/client/sessions/{browser.sign_in()}/touch"
    assert error(browser.post(path, {"intent": "x"})) == (422, "form_param_value_invalid")


def test_session_expires(browser: Browser, clock: Clock, error: ErrorOf) -> None:
    """A session ends at its time."""
    path = f"/v1/client/sessions/{browser.sign_in()}"
    clock.move(7 * 86_400)
    assert error(browser.post(f"{path}/tokens")) == (401, "authentication_invalid")
    assert browser.get(path).json()["response"]["status"] == "expired"
    assert browser.get("/v1/client").json()["response"]["sessions"] == []


def test_sessions_of_others(
    browser: Browser,
    server: EmulatorServer,
    new_browser: NewBrowser,
    error: ErrorOf,
) -> None:
    """Sessions of another client are out of reach."""
    foreign = f"/v1/client/sessions/{new_browser(server).start().sign_in()}"
    browser.sign_in()
    assert error(browser.post(f"{foreign}/tokens")) == (401, "action_for_session_not_authorized")
    assert error(browser.get("/v1/client/sessions/sess_x")) == (404, "resource_not_found")


def test_me(browser: Browser, error: ErrorOf) -> None:
    """GET /me answers with the user and a client with a fresh token."""
    assert error(browser.get("/v1/me")) == (401, "signed_out")
    session_id = browser.sign_in()
    body = browser.get("/v1/me").json()
    assert body["response"]["email_addresses"][0]["email_address"] == "demo+clerk_test@example.com"
    assert "private_metadata" not in body["response"]
    assert body["client"]["sessions"][0]["id"] == session_id

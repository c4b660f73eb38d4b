"""Client tokens: who is recognised, and what the answers' headers say."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpx
import jwt
import pytest

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, ErrorOf

DEMO = {
    "strategy": "password",
    "identifier": "demo+clerk_test@example.com",
    "password": "emulator-demo-password",
}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/environment"),
        ("GET", "/v1/client"),
        ("PUT", "/v1/client"),
        ("DELETE", "/v1/client"),
        ("POST", "/v1/client/sign_ins"),
        ("POST", "/v1/client/sessions/sess_1/tokens"),
        ("GET", "/v1/me"),
    ],
)
@pytest.mark.parametrize("token", ["", "not-a-token"])
def test_development_wants_a_client_token(
    anonymous: Browser, error: ErrorOf, method: str, path: str, token: str
) -> None:
    """Without a client token a development instance answers nothing that needs one."""
    params = {"__clerk_db_jwt": token} if token else {}
    response = anonymous.http.request(method, path, params=params)
    assert error(response) == (401, "dev_browser_unauthenticated")
    assert "Clerk-Db-Jwt" not in response.headers


def test_dev_browser(anonymous: Browser) -> None:
    """A dev browser comes with an empty client of its own."""
    response = anonymous.http.post("/v1/dev_browser")
    token = response.json()["id"]
    assert response.headers["Clerk-Db-Jwt"] == token
    claims = jwt.decode(token, options={"verify_signature": False})
    assert set(claims) == {"id", "rotating_token"}
    client = anonymous.http.get("/v1/client", params={"__dev_session": token}).json()
    assert client["response"]["id"] == claims["id"]
    assert client["response"]["sessions"] == []
    assert client["client"] is None


def test_header_on_every_answer(browser: Browser) -> None:
    """Every answer, errors too, carries the client token."""
    token = browser.jwt
    calls = [
        ("GET", "/v1/environment", 200),
        ("GET", "/v1/nothing", 404),
        ("GET", "/.well-known/jwks.json", 200),
        ("POST", "/v1/client/sign_ins/sia_x/attempt_first_factor", 404),
    ]
    for method, path, status in calls:
        response = browser.send(method, path)
        assert (response.status_code, response.headers["Clerk-Db-Jwt"]) == (status, token)


def test_token_of_other_keys(browser: Browser, error: ErrorOf) -> None:
    """A client token signed with another key stands for nobody."""
    head, claims, signature = browser.jwt.split(".")
    browser.jwt = f"{head}.{claims}.{signature[:-8]}AAAAAAAA"
    assert error(browser.get("/v1/client")) == (401, "dev_browser_unauthenticated")


def test_session_token_is_no_client_token(browser: Browser, error: ErrorOf) -> None:
    """A session token does not do as a client token."""
    browser.jwt = browser.token(browser.sign_in())
    assert error(browser.get("/v1/client")) == (401, "dev_browser_unauthenticated")


def test_rotation_at_sign_in(browser: Browser, error: ErrorOf) -> None:
    """Signing in changes the client token; the one before stays good until the next time."""
    first = browser.jwt
    browser.sign_in()
    second = browser.jwt
    assert second != first
    # The answer may have been lost: the token before is good, and is healed.
    response = browser.http.get("/v1/client", params={"__clerk_db_jwt": first})
    assert len(response.json()["response"]["sessions"]) == 1
    assert response.headers["Clerk-Db-Jwt"] == second
    browser.send("DELETE", "/v1/client/sessions")
    assert browser.jwt == second
    browser.sign_in()
    for token, status in ((first, 401), (second, 200), (browser.jwt, 200)):
        got = browser.http.get("/v1/client", params={"__clerk_db_jwt": token})
        assert got.status_code == status


def test_forgetting_the_client(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """A deleted client has no sessions and its token is useless."""
    session_id, token = browser.sign_in(), browser.jwt
    response = browser.send("DELETE", "/v1/client")
    assert response.json() == {"response": None, "client": None}
    assert response.headers["Clerk-Db-Jwt"] == ""
    assert server.state.sessions[session_id].status == "ended"
    browser.jwt = token
    assert error(browser.get("/v1/client")) == (401, "dev_browser_unauthenticated")


def test_creating_a_client_twice(browser: Browser) -> None:
    """A caller that has a client gets the same one again."""
    client_id = browser.get("/v1/client").json()["response"]["id"]
    for method in ("PUT", "POST"):
        assert browser.send(method, "/v1/client").json()["response"]["id"] == client_id


def test_minting_for_anonymous_callers(
    anonymous: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """Where the setting allows it, GET /client hands out a token."""
    server.state.settings.mint_on_anonymous = True
    assert anonymous.http.get("/v1/environment").status_code == 200
    response = anonymous.http.get("/v1/client")
    assert response.json()["response"]["sessions"] == []
    assert response.headers["Clerk-Db-Jwt"]
    assert error(anonymous.http.get("/v1/me")) == (401, "dev_browser_unauthenticated")


@pytest.fixture
def http(production: EmulatorServer) -> Iterator[httpx.Client]:
    base_url, certificate = f"https://127.0.0.1:{production.port}", production.certificate_path
    context = ssl.create_default_context(cafile=str(certificate))
    with httpx.Client(base_url=base_url, verify=context, params={"_is_native": "1"}) as client:
        yield client


def bearer(response: httpx.Response) -> dict[str, str]:
    return {"Authorization": response.headers["Authorization"]}


def test_production_key(production: EmulatorServer) -> None:
    """A production instance has a live key."""
    assert production.publishable_key == "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k"


def test_native_caller(http: httpx.Client) -> None:
    """A native caller gets its token in Authorization when it changes, and may send it raw."""
    nobody = http.get("/v1/client")
    assert nobody.json() == {"response": None, "client": None}
    assert "Authorization" not in nobody.headers
    signed_in = http.post("/v1/client/sign_ins", data=DEMO)
    credential = bearer(signed_in)
    assert credential["Authorization"].startswith("Bearer ")
    assert "Clerk-Db-Jwt" not in signed_in.headers
    client = http.get("/v1/client", headers=credential)
    assert len(client.json()["response"]["sessions"]) == 1
    assert "Authorization" not in client.headers  # only when it changes
    raw = credential["Authorization"].removeprefix("Bearer ")
    again = http.get("/v1/me", headers={"Authorization": raw}, params={"_is_native": "true"})
    assert again.status_code == 200


def test_native_rotation_and_forgetting(http: httpx.Client, error: ErrorOf) -> None:
    """A native caller is told of a new token and of a useless one."""
    first = bearer(http.post("/v1/client"))
    second = bearer(http.post("/v1/client/sign_ins", data=DEMO, headers=first))
    assert first != second
    assert bearer(http.get("/v1/client", headers=first)) == second
    gone = http.delete("/v1/client", headers=second)
    assert gone.headers["Authorization"] == "Bearer"
    assert error(http.get("/v1/client", headers=second)) == (401, "authentication_invalid")


def test_header_is_read_from_native_callers_only(http: httpx.Client) -> None:
    """Authorization means nothing from callers that are not native."""
    credential = bearer(http.post("/v1/client"))
    response = http.get("/v1/client", headers=credential, params={"_is_native": "0"})
    assert response.json()["response"] is None


def test_production_without_token(http: httpx.Client, error: ErrorOf) -> None:
    """Without a token there is an environment, but nobody signed in and no dev browser."""
    assert error(http.get("/v1/me")) == (401, "signed_out")
    assert http.get("/v1/environment").status_code == 200
    assert error(http.post("/v1/dev_browser")) == (404, "resource_not_found")


def test_origin_and_authorization(
    http: httpx.Client, production: EmulatorServer, error: ErrorOf
) -> None:
    """Origin and Authorization together are refused, unless the setting allows it."""
    credential = bearer(http.post("/v1/client"))
    both = {**credential, "Origin": "chrome-extension://x"}
    response = http.get("/v1/client", headers=both)
    assert error(response) == (400, "origin_authorization_headers_conflict")
    assert response.headers["Access-Control-Allow-Origin"] == "chrome-extension://x"
    production.state.settings.refuse_origin_with_authorization = False
    assert http.get("/v1/client", headers=both).status_code == 200


def test_native_api_disabled(
    http: httpx.Client, production: EmulatorServer, error: ErrorOf
) -> None:
    """Native callers are refused where the setting says so."""
    production.state.settings.native_api_enabled = False
    assert error(http.get("/v1/client")) == (400, "native_api_disabled")

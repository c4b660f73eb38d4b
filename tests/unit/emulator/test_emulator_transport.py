"""HTTP rules: methods, bodies, CORS, hosts, unknown endpoints."""

from __future__ import annotations

import httpx
import pytest

from extension_toolkit.emulator import EmulatorServer

from .conftest import Browser, ErrorOf

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


def test_method_parameter(browser: Browser, server: EmulatorServer) -> None:
    """`_method` in the query is the effective method."""
    browser.sign_in()
    response = browser.post("/v1/client/sessions", params={"_method": "delete"})
    assert response.json()["response"]["sessions"] == []
    assert server.requests[-1].method == "DELETE"
    patched = browser.post("/v1/environment", params={"_method": "PATCH"})
    assert patched.json()["auth_config"]["test_mode"] is True


def test_unknown_parameters_and_versions(browser: Browser) -> None:
    """Parameters and versions that are not known do no harm."""
    params = {"__clerk_api_version": "2999-01-01", "_clerk_js_version": "99", "x": "y"}
    assert browser.get("/v1/client", params=params).status_code == 200
    data = {"tab_state": "focused", "force_origin": "true", "x": "y"}
    path = f"/v1/client/sessions/{browser.sign_in()}/tokens"
    assert browser.post(path, data, params={"debug": "skip_cache"}).status_code == 200


def test_trailing_slash(browser: Browser) -> None:
    """A slash at the end of a path makes no difference."""
    assert browser.get("/v1/client/").status_code == 200


def test_unknown_endpoint(browser: Browser, error: ErrorOf) -> None:
    """An endpoint that is not there is named."""
    for method, path in (("GET", "/v1/nothing"), ("PATCH", "/v1/client"), ("GET", "/")):
        response = browser.send(method, path)
        assert error(response) == (404, "resource_not_found")
        assert f"{method} {path}" in response.json()["errors"][0]["long_message"]


@pytest.mark.parametrize("path", ["/v1/client", "/v1/nothing"])
def test_cors_headers(anonymous: Browser, browser: Browser, path: str) -> None:
    """Pages may read every answer and the headers that matter, errors too."""
    for caller in (anonymous, browser):
        headers = caller.get(path, headers={"Origin": ORIGIN}).headers
        assert headers["Access-Control-Allow-Origin"] == ORIGIN
        assert headers["Access-Control-Allow-Credentials"] == "true"
        exposed = set(headers["Access-Control-Expose-Headers"].split(", "))
        assert {"Authorization", "Clerk-Db-Jwt", "Retry-After"} <= exposed
        assert (headers["Vary"], headers["Cache-Control"]) == ("Origin", "no-store")


def test_no_cors_headers_without_origin(browser: Browser) -> None:
    """Without an origin there is nothing to allow."""
    assert "Access-Control-Allow-Origin" not in browser.get("/v1/client").headers


def test_preflight(anonymous: Browser, server: EmulatorServer) -> None:
    """A preflight is answered with what it asks for."""
    headers = {
        "Origin": ORIGIN,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
        "Access-Control-Request-Private-Network": "true",
    }
    params = {"_method": "DELETE"}
    response = anonymous.send("OPTIONS", "/v1/client", headers=headers, params=params)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert response.headers["Access-Control-Allow-Headers"] == "authorization"
    assert response.headers["Access-Control-Allow-Private-Network"] == "true"
    assert "DELETE" in response.headers["Access-Control-Allow-Methods"]
    assert server.requests[-1].method == "OPTIONS"


def test_unknown_host(browser: Browser, error: ErrorOf) -> None:
    """A request for another host is refused."""
    response = browser.get("/v1/client", headers={"Host": "evil.example"})
    assert error(response) == (400, "host_invalid")
    assert browser.get("/v1/client", headers={"Host": "localhost:1"}).status_code == 200


def test_origin_that_is_not_allowed(
    browser: Browser, server: EmulatorServer, error: ErrorOf
) -> None:
    """An origin that is not on the list is refused."""
    server.state.settings.allowed_origins = [ORIGIN]
    response = browser.get("/v1/client", headers={"Origin": "https://evil.example"})
    assert error(response) == (400, "origin_invalid")
    assert browser.get("/v1/client", headers={"Origin": ORIGIN}).status_code == 200


def test_bodies_that_cannot_be_read(browser: Browser, error: ErrorOf) -> None:
    """A body that is no form, or too large, is told so."""
    path = "/v1/client/sign_ins"
    expected = (400, "request_body_invalid")
    assert error(browser.send("POST", path, json={"identifier": "x"})) == expected
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert error(browser.send("POST", path, content=b"\xff", headers=form)) == expected
    many = "&".join(f"a{index}=1" for index in range(1001))
    assert error(browser.send("POST", path, content=many, headers=form)) == expected
    large = browser.send("POST", path, content=b"a=" + b"x" * (1 << 20), headers=form)
    assert error(large) == (413, "request_body_invalid")


def test_failure_inside(
    browser: Browser, server: EmulatorServer, error: ErrorOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of the emulator is an error answer with all headers, and in the log."""
    monkeypatch.setattr(server.state, "live_sessions", lambda client: 1 / 0)
    response = browser.get("/v1/client", headers={"Origin": ORIGIN})
    assert error(response) == (500, "internal_clerk_error")
    assert response.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert server.requests[-1].error == "ZeroDivisionError('division by zero')"


def test_avatar(anonymous: Browser, browser: Browser) -> None:
    """The emulator serves the pictures that its answers name."""
    browser.sign_in()
    url = httpx.URL(browser.get("/v1/me").json()["response"]["image_url"])
    response = anonymous.http.get(url.path)
    assert response.headers["Content-Type"].startswith("image/svg+xml")
    assert ">A<" in response.text


def test_openid_configuration(anonymous: Browser, server: EmulatorServer) -> None:
    """The OpenID configuration names issuer and keys."""
    body = anonymous.http.get("/.well-known/openid-configuration").json()
    assert body["issuer"] == f"https://{server.frontend_api}"

"""Web applications of a production instance: the client token in a cookie that they cannot read."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpx
import pytest

from extension_toolkit.emulator import EmulatorServer

HOST = "clerk.example.com"
ORIGIN = "https://www.example.com"
DEMO = {"identifier": "demo+clerk_test@example.com", "password": "emulator-demo-password"}


@pytest.fixture
def web(production: EmulatorServer) -> Iterator[httpx.Client]:
    """A page of a web application."""
    context = ssl.create_default_context(cafile=str(production.certificate_path))
    with httpx.Client(
        base_url=f"https://127.0.0.1:{production.port}",
        verify=context,
        headers={"Host": HOST, "Origin": ORIGIN},
    ) as client:
        yield client


def cookie_of(response: httpx.Response) -> str:
    return response.headers.get_list("Set-Cookie")[0].partition(";")[0].removeprefix("__client=")


def test_sign_in_sets_a_cookie_that_scripts_cannot_read(web: httpx.Client) -> None:
    """The token comes in an HttpOnly cookie, in no header a page could read, and is good."""
    response = web.post("/v1/client/sign_ins", data=DEMO)
    assert "Authorization" not in response.headers
    attributes = set(response.headers.get_list("Set-Cookie")[0].split("; ")[1:])
    assert {"Path=/", "HttpOnly", "Secure", "SameSite=Lax"} <= attributes
    kept = "; ".join(text.partition(";")[0] for text in response.headers.get_list("Set-Cookie"))
    assert "__client_uat=1" in kept
    client = web.get("/v1/client", headers={"Cookie": kept})
    assert len(client.json()["response"]["sessions"]) == 1
    assert "Set-Cookie" not in client.headers  # only when something changes


def test_native_caller_with_the_cookies_value(web: httpx.Client) -> None:
    """What an extension reads from the cookie stands for the same client."""
    token = cookie_of(web.post("/v1/client/sign_ins", data=DEMO))
    del web.headers["Origin"]
    headers = {"Authorization": f"Bearer {token}"}
    client = web.get("/v1/client", headers=headers, params={"_is_native": "1"})
    assert len(client.json()["response"]["sessions"]) == 1
    assert "Set-Cookie" not in client.headers


def test_forgetting_the_client_removes_the_cookie(web: httpx.Client) -> None:
    """DELETE /client ends the cookie too."""
    token = cookie_of(web.post("/v1/client/sign_ins", data=DEMO))
    response = web.delete("/v1/client", headers={"Cookie": f"__client={token}"})
    assert "Max-Age=0" in response.headers["Set-Cookie"]

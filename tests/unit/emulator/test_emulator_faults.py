"""Faults of each kind."""

from __future__ import annotations

import json
import time

import httpx
import pytest

from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer, Fault
from extension_toolkit.emulator.validation import from_json

from .conftest import Browser, ErrorOf

TOKENS = "/v1/client/sessions/*/tokens"


def test_status_with_count(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """A fault answers as often as its count says, then lets requests through."""
    path = f"/v1/client/sessions/{browser.sign_in()}/tokens"
    server.add_fault(Fault(path=TOKENS, status=500, count=2))
    for _ in range(2):
        response = browser.post(path, headers={"Origin": "https://a.example"})
        assert error(response) == (500, "internal_clerk_error")
        assert response.headers["Clerk-Db-Jwt"] == browser.jwt
        assert response.headers["Access-Control-Allow-Origin"] == "https://a.example"
    assert browser.post(path).status_code == 200
    assert [record.fault for record in server.requests[-3:]] == [True, True, False]


def test_code_and_retry_after(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """A fault can choose the error code and Retry-After."""
    server.add_fault(Fault(status=401, code="requires_captcha", count=1))
    assert error(browser.get("/v1/client")) == (401, "requires_captcha")
    server.add_fault(Fault(status=429, retry_after=7))
    response = browser.get("/v1/client")
    assert error(response) == (429, "too_many_requests")
    assert response.headers["Retry-After"] == "7"
    server.clear_faults()
    assert browser.get("/v1/client").status_code == 200


def test_raw_body(browser: Browser, server: EmulatorServer) -> None:
    """A fault can answer with a page instead of JSON."""
    server.add_fault(Fault(status=502, body="<h1>Bad gateway</h1>"))
    response = browser.get("/v1/client")
    assert (response.status_code, response.text) == (502, "<h1>Bad gateway</h1>")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("fault", [Fault(body=""), Fault(status=200), Fault(status=204)])
def test_empty_answers(browser: Browser, server: EmulatorServer, fault: Fault) -> None:
    """A fault can answer with nothing."""
    server.add_fault(fault)
    response = browser.get("/v1/client")
    assert (response.status_code, response.content) == (fault.status or 200, b"")


def test_delay(browser: Browser, server: EmulatorServer) -> None:
    """A fault can delay the answer."""
    server.add_fault(Fault(delay=0.1))
    started = time.monotonic()
    assert browser.get("/v1/client").status_code == 200
    assert time.monotonic() - started >= 0.1
    duration = server.requests[-1].duration
    assert duration is not None
    assert duration >= 0.1


def test_hang(browser: Browser, server: EmulatorServer) -> None:
    """A fault can leave a request without any answer."""
    server.add_fault(Fault(hang=True, count=1))
    with pytest.raises(httpx.ReadTimeout):
        browser.get("/v1/client", timeout=0.1)
    wait_until(lambda: server.requests[-1].status is None)  # it may arrive late
    assert browser.get("/v1/client").status_code == 200


def test_dropped_connection(browser: Browser, server: EmulatorServer) -> None:
    """A fault can reset the connection."""
    server.add_fault(Fault(drop_connection=True, count=1))
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        browser.get("/v1/client")
    assert server.requests[-1].status is None
    assert browser.get("/v1/client").status_code == 200


def test_dropped_client_token(browser: Browser, server: EmulatorServer) -> None:
    """A fault can leave out the client token."""
    server.add_fault(Fault(drop_client_token=True, count=1))
    response = browser.get("/v1/client")
    assert response.status_code == 200
    assert "Clerk-Db-Jwt" not in response.headers


def test_lost_answer_takes_effect(browser: Browser, server: EmulatorServer) -> None:
    """With `after`, the request takes effect although its answer is lost."""
    server.add_fault(Fault(method="POST", drop_connection=True, after=True, count=1))
    before = browser.jwt
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        browser.sign_in()
    assert browser.jwt == before
    assert len(browser.get("/v1/client").json()["response"]["sessions"]) == 1
    assert browser.jwt != before


def test_ordinary_request_takes_no_effect_under_a_fault(
    browser: Browser, server: EmulatorServer
) -> None:
    """Without `after`, a request under a fault changes nothing."""
    server.add_fault(Fault(method="POST", status=500, count=1))
    browser.post("/v1/client/sign_ins", {"identifier": "demo+clerk_test@example.com"})
    assert browser.get("/v1/client").json()["response"]["sign_in"] is None


def test_effective_method_counts(browser: Browser, server: EmulatorServer) -> None:
    """A fault goes by the effective method."""
    server.add_fault(Fault(method="patch", status=500))
    assert browser.post("/v1/environment", params={"_method": "PATCH"}).status_code == 500
    assert browser.get("/v1/environment").status_code == 200


def test_preflight_passes(browser: Browser, server: EmulatorServer) -> None:
    """A preflight meets a fault only if the fault names it."""
    server.add_fault(Fault(status=500, count=1))
    assert browser.send("OPTIONS", "/v1/client").status_code == 204
    assert browser.get("/v1/client").status_code == 500
    server.add_fault(Fault(method="OPTIONS", status=500))
    assert browser.send("OPTIONS", "/v1/client").status_code == 500


@pytest.mark.parametrize(
    ("fault", "path", "expected"),
    [
        (Fault(), "/v1/client", True),
        (Fault("/v1/client"), "/v1/client", True),
        (Fault("/v1/client/"), "/v1/client", True),
        (Fault("/v1/client"), "/v1/client/sessions", True),
        (Fault("/v1/client"), "/v1/clients", False),
        (Fault("/v1/client", exact=True), "/v1/client/sessions", False),
        (Fault(TOKENS), "/v1/client/sessions/sess_1/tokens", True),
        (Fault(TOKENS), "/v1/client/sessions/sess_1/tokens/t", False),
        (Fault(method="POST"), "/v1/client", False),
    ],
)
def test_matching(fault: Fault, path: str, expected: bool) -> None:
    """A path matches itself and what is below, or as a glob."""
    assert fault.matches("GET", path) is expected


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"nothing": 1},
        {"status": "500"},
        {"status": True},
        {"status": 99},
        {"hang": 1},
        {"delay": -1},
        {"count": 0},
    ],
)
def test_faults_that_are_refused(value: object) -> None:
    """A fault with wrong members is refused."""
    with pytest.raises(ValueError, match="Fault"):
        from_json(Fault, json.dumps(value))


def test_fault_from_json() -> None:
    """A fault can be given as JSON."""
    value = {"path": "/v1/client", "status": None, "delay": 1, "hang": False, "count": 2}
    assert from_json(Fault, json.dumps(value)) == Fault("/v1/client", delay=1, count=2)

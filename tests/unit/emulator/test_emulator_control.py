"""The request log and the control API."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import jwt
import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.control.forms import PRESETS

from .conftest import Browser, Clock, ErrorOf

FORM = re.compile(r'<form method="post" action="([^"]+)">(.*?)</form>')
FIELD = re.compile(r'<(?:input|select)[^>]* name="([^"]+)"(?: value="([^"]*)")?')
DEMO_EMAIL = "demo+clerk_test@example.com"
DEMO_PASSWORD = "emulator-demo-password"


@pytest.fixture
def control(server: EmulatorServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.control_url, timeout=10) as client:
        yield client


def test_log_record(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """The log says who asked for what, and what came of it."""
    server.clear_requests()
    clock.move(5)
    browser.get("/v1/client", params={"x": ["1", "2"]}, headers={"Origin": "https://a.example"})
    (record,) = server.requests
    assert (record.time, record.method, record.path) == (clock.now, "GET", "/v1/client")
    assert record.query["x"] == ["1", "2"]
    assert (record.origin, record.status) == ("https://a.example", 200)
    assert record.duration is not None
    assert 0 < record.duration < 1
    assert record.credential == f"…{browser.jwt[-8:]}"
    assert record.headers["origin"] == "https://a.example"


def test_log_hides_secrets(browser: Browser, server: EmulatorServer, control: httpx.Client) -> None:
    """Passwords, codes and tokens are not in the log."""
    sign_in_id = browser.post("/v1/client/sign_ins", {"identifier": DEMO_EMAIL}).json()["response"][
        "id"
    ]
    path = f"/v1/client/sign_ins/{sign_in_id}"
    browser.post(f"{path}/prepare_first_factor", {"strategy": "email_code"})
    browser.post(f"{path}/attempt_first_factor", {"strategy": "email_code", "code": "135790"})
    data = {"strategy": "password", "password": DEMO_PASSWORD, "new_password": "next-password"}
    browser.post(f"{path}/attempt_first_factor", data)
    browser.token(browser.get("/v1/client").json()["response"]["last_active_session_id"])
    forms = [record.form for record in server.requests]
    assert forms[-4] == {"strategy": ["email_code"], "code": ["***"]}
    assert forms[-3] == {
        "strategy": ["password"],
        "password": ["***"],
        "new_password": ["***"],
    }
    headers = {"Authorization": f"Bearer {browser.jwt}", "Cookie": f"__client={browser.jwt}"}
    browser.get("/v1/client", headers=headers)
    sent = server.requests[-1].headers
    assert sent["authorization"] == f"Bearer …{browser.jwt[-8:]}"
    assert sent["cookie"] == "***"
    shown = control.get("/requests").text + control.get("/").text
    for secret in ("135790", DEMO_PASSWORD, "next-password", browser.jwt):
        assert secret not in shown
    assert browser.jwt[-8:] in shown


def test_requests(browser: Browser, server: EmulatorServer, control: httpx.Client) -> None:
    """The request log can be read and emptied."""
    assert [record["path"] for record in control.get("/requests").json()] == ["/v1/dev_browser"]
    assert control.delete("/requests").status_code == 204
    assert server.requests == []


def test_codes(browser: Browser, control: httpx.Client) -> None:
    """Codes that were sent can be read."""
    data = {"strategy": "email_code", "identifier": "grace@example.com"}
    sign_in_id = browser.post("/v1/client/sign_ins", data).json()["response"]["id"]
    (code,) = control.get("/codes").json()
    assert re.fullmatch(r"\d{6}", code["code"])
    assert (code["to"], code["attempt_id"]) == ("grace@example.com", sign_in_id)


def test_users_and_sessions(browser: Browser, control: httpx.Client) -> None:
    """Users and sessions are listed, without passwords."""
    session_id = browser.sign_in()
    users = control.get("/users")
    assert users.json()[0]["email_addresses"] == [DEMO_EMAIL]
    assert DEMO_PASSWORD not in users.text
    (session,) = control.get("/sessions").json()
    assert (session["id"], session["status"]) == (session_id, "active")


def test_revoked_session(browser: Browser, control: httpx.Client, error: ErrorOf) -> None:
    """A revoked session gets no token and is gone from its client."""
    session_id = browser.sign_in()
    assert control.post(f"/sessions/{session_id}/revoke").status_code == 204
    tokens = browser.post(f"/v1/client/sessions/{session_id}/tokens")
    assert error(tokens) == (401, "authentication_invalid")
    assert browser.get("/v1/client").json()["response"]["sessions"] == []
    assert control.post(f"/sessions/{session_id}/revoke").status_code == 409
    assert control.post("/sessions/sess_x/revoke").status_code == 404


def test_banned_user(browser: Browser, control: httpx.Client, error: ErrorOf) -> None:
    """A banned user has no session and gets none."""
    browser.sign_in("grace@example.com", "another-password")
    assert control.post("/users/user_grace/ban").status_code == 204
    assert browser.get("/v1/client").json()["response"]["sessions"] == []
    data = {"strategy": "password", "identifier": "grace@example.com", "password": "x"}
    assert error(browser.post("/v1/client/sign_ins", data)) == (403, "user_banned")
    assert control.post("/users/user_x/ban").status_code == 404


def test_faults(browser: Browser, control: httpx.Client) -> None:
    """Faults can be ordered and lifted; one that is none is explained."""
    assert control.post("/faults", json={"path": "/v1/client", "status": 503}).status_code == 204
    assert browser.get("/v1/client").status_code == 503
    assert control.delete("/faults").status_code == 204
    assert browser.get("/v1/client").status_code == 200
    refused = control.post("/faults", json={"nothing": 1})
    assert refused.status_code == 400
    assert refused.json()["error"] == "nothing: there is no such member"
    assert control.post("/faults", content="{").status_code == 400


def test_settings(browser: Browser, control: httpx.Client, clock: Clock) -> None:
    """Settings change while the emulator runs."""
    body = control.post("/settings", json={"token_lifetime": 5, "clock_offset": -30})
    assert (body.json()["token_lifetime"], body.json()["clock_offset"]) == (5, -30)
    assert control.get("/settings").json() == body.json()
    token = browser.token(browser.sign_in())
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["iat"] == int(clock.now - 30)
    assert claims["exp"] - claims["iat"] == 5


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        '{"x": 1}',
        '{"token_lifetime": "5"}',
        '{"token_lifetime": 0}',
        '{"clock_offset": NaN}',
        '{"clock_offset": true}',
        '{"clock_offset": 1, "x": 1}',
        '{"production": true}',
        '{"dead_session_status": 500}',
    ],
)
def test_settings_that_are_refused(
    server: EmulatorServer, control: httpx.Client, content: str
) -> None:
    """Wrong settings change nothing."""
    assert control.post("/settings", content=content).status_code == 400
    assert (server.state.settings.token_lifetime, server.state.settings.clock_offset) == (60, 0)


def test_reset(
    browser: Browser, control: httpx.Client, error: ErrorOf, server: EmulatorServer
) -> None:
    """Reset brings everything back to how it was at first."""
    browser.sign_in()
    server.state.settings.token_lifetime = 5
    control.post("/faults", json={"status": 500})
    assert control.post("/reset").status_code == 204
    assert (server.requests, server.state.sessions) == ([], {})
    assert server.state.settings.token_lifetime == 60
    assert error(browser.get("/v1/client")) == (401, "dev_browser_unauthenticated")
    browser.start().sign_in()


@pytest.mark.parametrize(
    "path", ["/", "/requests", "/codes", "/users", "/sessions", "/organizations", "/settings"]
)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_other_hosts_are_refused(control: httpx.Client, path: str, host: str) -> None:
    """A name that only resolves to this machine reaches nothing."""
    assert control.get(path, headers={"Host": host}).status_code == 403


def test_local_hosts_are_accepted(control: httpx.Client, server: EmulatorServer) -> None:
    """The names of this machine reach the control API."""
    port = server.control_url.rpartition(":")[2]
    for host in ("127.0.0.1", f"127.0.0.1:{port}", f"localhost:{port}", "LOCALHOST"):
        assert control.get("/users", headers={"Host": host}).status_code == 200


def test_other_origins_are_refused(control: httpx.Client, server: EmulatorServer) -> None:
    """No page of another origin can steer the emulator."""
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
        assert control.post("/reset", headers={"Origin": origin}).status_code == 403
    assert control.post("/reset", headers={"Origin": server.control_url}).status_code == 204


def test_page(browser: Browser, control: httpx.Client) -> None:
    """The page shows everything, and runs no script that somebody sent."""
    browser.post("/v1/<script>", {"x": "<script>"}, headers={"Origin": "<script>"})
    browser.sign_in()
    response = control.get("/")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    for caption in ("Users", "Organizations", "Sessions", "Codes sent", "Requests"):
        assert f"<caption>{caption}</caption>" in response.text
    assert "/v1/&lt;script&gt;" in response.text
    assert "<script" not in response.text
    assert DEMO_EMAIL in response.text


def test_control_api_is_not_on_the_tls_port(browser: Browser, error: ErrorOf) -> None:
    """The Frontend API does not serve the control API."""
    assert error(browser.get("/requests")) == (404, "resource_not_found")


def test_forms_of_the_page(browser: Browser, control: httpx.Client, server: EmulatorServer) -> None:
    """What the page's forms send changes the same as JSON does, and leads back to the page."""
    html = control.get("/").text
    forms = {action: dict(FIELD.findall(form)) for action, form in FORM.findall(html)}
    names = dict(FIELD.findall(html))
    assert {"token_lifetime", "force_organization_selection", "retry_after"} <= names.keys()
    session_id = browser.sign_in()
    sent: dict[str, dict[str, str]] = {
        "/settings": {"token_lifetime": "7", "reverification": "true", "social": "oauth_x oauth_y"},
        "/faults": {"path": "/v1/me", "status": "503", "count": "", "hang": "false"},
        f"/sessions/{session_id}/revoke": {"from": "page"},
    }
    assert {"/settings", "/faults", "/reset"} <= forms.keys()
    for action, fields in sent.items():
        response = control.post(action, data=fields)
        assert (response.status_code, response.headers["Location"]) == (303, "/")
    settings = server.state.settings
    assert (settings.token_lifetime, settings.reverification) == (7, True)
    assert list(settings.social) == ["oauth_x", "oauth_y"]
    assert (browser.get("/v1/me").status_code, len(control.get("/faults").json())) == (503, 1)
    assert server.state.sessions[session_id].status == "revoked"
    assert control.post("/settings", data={"token_lifetime": "soon"}).status_code == 400


def test_ready_made_faults(browser: Browser, control: httpx.Client, server: EmulatorServer) -> None:
    """Each button of the page orders a fault that the emulator takes."""
    for form in FORM.findall(control.get("/").text):
        if form[0] == "/faults" and "<label>" not in form[1]:
            assert control.post("/faults", data=dict(FIELD.findall(form[1]))).status_code == 303
    assert len(server.state.faults) == len(PRESETS)


def test_ticket(browser: Browser, control: httpx.Client, error: ErrorOf) -> None:
    """A ticket signs its user in, once."""
    user_id = control.get("/users").json()[0]["id"]
    ticket = control.post("/tickets", json={"user_id": user_id}).json()["ticket"]
    data = {"strategy": "ticket", "ticket": ticket}
    body = browser.post("/v1/client/sign_ins", data).json()
    assert body["response"]["status"] == "complete"
    assert body["client"]["sessions"][0]["user"]["id"] == user_id
    browser.send("DELETE", "/v1/client/sessions")
    assert error(browser.post("/v1/client/sign_ins", data)) == (400, "ticket_invalid")
    assert control.post("/tickets", json={}).status_code == 400


def test_rotated_client_token_and_unban(
    browser: Browser, control: httpx.Client, server: EmulatorServer, error: ErrorOf
) -> None:
    """A client's token can be changed behind its back, and a banned user let in again."""
    server.state.settings.accept_previous_token = False
    browser.sign_in("grace@example.com", "another-password")
    client_id = control.get("/sessions").json()[0]["client_id"]
    assert control.post(f"/clients/{client_id}/rotate").status_code == 204
    assert error(browser.get("/v1/client")) == (401, "dev_browser_unauthenticated")
    assert control.post("/users/user_grace/ban").status_code == 204
    assert control.post("/users/user_grace/unban").status_code == 204
    browser.start().sign_in("grace@example.com", "another-password")

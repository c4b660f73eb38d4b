"""What a signed-in user may change: profile, password, addresses and numbers, other sessions."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import jwt
import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.endpoints.me import merged

from .conftest import Browser, Clock, ErrorOf, NewBrowser

PASSWORD = "emulator-demo-password"
PIXEL = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def user(browser: Browser) -> Browser:
    """A browser with the demo user signed in."""
    browser.sign_in()
    return browser


def test_profile(user: Browser, error: ErrorOf) -> None:
    """Names and username change; an empty value clears; a name of somebody else is refused."""
    data = {"first_name": "Augusta", "last_name": "", "username": "augusta"}
    body = user.send("PATCH", "/v1/me", data=data).json()
    me = body["response"]
    assert [me[name] for name in data] == ["Augusta", None, "augusta"]
    assert body["client"]["sessions"][0]["user"]["first_name"] == "Augusta"
    taken = user.send("PATCH", "/v1/me", data={"username": "hedy"})
    assert error(taken) == (422, "form_identifier_exists")


def test_metadata_is_merged(user: Browser, error: ErrorOf) -> None:
    """A patch of the metadata leaves the rest, and null removes."""
    for patch in ('{"a": {"b": 1, "c": 2}, "d": 3}', '{"a": {"b": null}, "d": null, "e": 4}'):
        body = user.send("PATCH", "/v1/me/metadata", data={"unsafe_metadata": patch}).json()
    assert body["response"]["unsafe_metadata"] == {"a": {"c": 2}, "e": 4}
    broken = user.send("PATCH", "/v1/me/metadata", data={"unsafe_metadata": "[1"})
    assert error(broken) == (422, "form_param_format_invalid")


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        ({"a": "c"}, {"a": {"b": {"c": None}}}, {"a": {"b": {}}}),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ],
)
def test_merge_patch(target: Any, patch: Any, result: Any) -> None:
    """Examples of RFC 7396, appendix A."""
    assert merged(target, patch) == result


def test_password(
    user: Browser, server: EmulatorServer, new_browser: NewBrowser, error: ErrorOf
) -> None:
    """The current one is checked and the new one too; other sessions end if wished."""
    elsewhere = new_browser(server).start()
    elsewhere.sign_in()
    path = "/v1/me/change_password"
    data = {"current_password": "wrong", "new_password": "a-new-password"}
    wrong = user.post(path, data)
    assert error(wrong) == (422, "form_password_incorrect")
    assert wrong.json()["errors"][0]["meta"]["param_name"] == "current_password"
    short = user.post(path, {"current_password": PASSWORD, "new_password": "x"})
    assert error(short) == (422, "form_password_length_too_short")
    data |= {"current_password": PASSWORD, "sign_out_of_other_sessions": "true"}
    assert user.post(path, data).status_code == 200
    assert error(elsewhere.get("/v1/me")) == (401, "signed_out")
    assert user.get("/v1/me").status_code == 200
    removed = user.post("/v1/me/remove_password", {"current_password": "a-new-password"}).json()
    assert removed["response"]["password_enabled"] is False
    again = user.post("/v1/me/remove_password", {"current_password": "a-new-password"})
    assert error(again) == (400, "no_password_set")


def test_email_addresses(user: Browser, error: ErrorOf) -> None:
    """A new address is verified before it can be the primary one; the last one stays."""
    path = "/v1/me/email_addresses"
    made = user.post(f"{path}/", {"email_address": "b+clerk_test@example.com"}).json()["response"]
    assert made["verification"] is None
    primary = {"primary_email_address_id": made["id"]}
    assert error(user.send("PATCH", "/v1/me", data=primary)) == (404, "resource_not_found")
    user.post(f"{path}/{made['id']}/prepare_verification", {"strategy": "email_code"})
    verified = user.post(f"{path}/{made['id']}/attempt_verification", {"code": "424242"}).json()
    assert verified["response"]["verification"]["status"] == "verified"
    me = user.send("PATCH", "/v1/me", data=primary).json()["response"]
    assert me["primary_email_address_id"] == made["id"]
    first = next(found for found in me["email_addresses"] if found["id"] != made["id"])
    assert user.send("DELETE", f"{path}/{first['id']}").json()["response"]["deleted"] is True
    last = user.send("DELETE", f"{path}/{made['id']}")
    assert error(last) == (400, "last_identification_deletion_failed")
    link = user.post(f"{path}/{made['id']}/prepare_verification", {"strategy": "email_link"})
    assert error(link) == (400, "strategy_for_user_invalid")


def test_phone_number_as_second_factor(user: Browser, error: ErrorOf) -> None:
    """A verified number can prove the second factor; backup codes come with the first one."""
    path = "/v1/me/phone_numbers"
    made = user.post(f"{path}/", {"phone_number": "+15555550155"}).json()["response"]
    one = f"{path}/{made['id']}"
    data = {"reserved_for_second_factor": "true"}
    assert error(user.send("PATCH", one, data=data)) == (400, "verification_missing")
    user.post(f"{one}/prepare_verification", {"strategy": "phone_code"})
    user.post(f"{one}/attempt_verification", {"code": "424242"})
    body = user.send("PATCH", one, data=data).json()
    assert len(body["response"]["backup_codes"]) == 10
    me = body["client"]["sessions"][0]["user"]
    assert (me["two_factor_enabled"], me["backup_code_enabled"]) == (True, True)


def test_picture(user: Browser, server: EmulatorServer) -> None:
    """A picture comes as a form or as text in base64, is served, and can be removed."""
    encoded = b"data:image/png;base64," + base64.b64encode(PIXEL)
    sent = (
        {"files": {"file": ("a.png", PIXEL, "image/png")}},
        {"content": encoded, "headers": {"Content-Type": "application/octet-stream"}},
    )
    for body in sent:
        image = user.send("POST", "/v1/me/profile_image", **body).json()["response"]
        picture = user.http.get(httpx.URL(image["public_url"]).raw_path.decode())
        assert (picture.content, picture.headers["Content-Type"]) == (PIXEL, "image/png")
    user.send("DELETE", "/v1/me/profile_image")
    assert user.get("/v1/me").json()["response"]["has_image"] is False
    script = {"files": {"file": ("a.svg", b"<svg/>", "image/svg+xml")}}
    assert user.send("POST", "/v1/me/profile_image", **script).status_code == 422


def test_sessions_elsewhere(
    user: Browser, server: EmulatorServer, new_browser: NewBrowser, error: ErrorOf
) -> None:
    """A user sees all sessions and can revoke one on another device, but nobody else's."""
    stranger = new_browser(server).start()
    foreign = stranger.sign_in("grace@example.com", "another-password")
    refused = user.post(f"/v1/me/sessions/{foreign}/revoke")
    assert error(refused) == (404, "resource_not_found")
    elsewhere = new_browser(server).start()
    other = elsewhere.sign_in()
    active = user.get("/v1/me/sessions/active").json()
    ids = {session["id"] for session in active}
    assert (other in ids, foreign in ids) == (True, False)
    assert active[0]["latest_activity"]["object"] == "session_activity"
    body = user.post(f"/v1/me/sessions/{other}/revoke").json()
    assert body["response"]["status"] == "revoked"
    assert elsewhere.get("/v1/client").json()["response"]["sessions"] == []


def test_end_of_a_user(user: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """A deleted user is gone, with sessions and memberships; it can be forbidden."""
    server.state.settings.delete_self = False
    assert error(user.send("DELETE", "/v1/me")) == (403, "delete_self_not_enabled")
    server.state.settings.delete_self = True
    body = user.send("DELETE", "/v1/me").json()
    assert body["response"]["deleted"] is True
    assert body["client"]["sessions"] == []
    found = server.state.find_organization("bletchley-park")
    assert found is not None
    assert [member.user.first_name for member in found.memberships] == ["Alan"]


def test_reverification(
    user: Browser, server: EmulatorServer, clock: Clock, error: ErrorOf
) -> None:
    """After ten minutes a sensitive change wants the first factor again, and then works."""
    server.state.settings.reverification = True
    clock.move(601)
    data = {"email_address": "c@example.com"}
    path = "/v1/me/email_addresses"
    assert error(user.post(path, data)) == (403, "session_reverification_required")
    session = user.get("/v1/client").json()["response"]["sessions"][0]
    assert session["factor_verification_age"] == [10, -1]
    verify = f"/v1/client/sessions/{session['id']}/verify"
    attempt = {"strategy": "password", "password": PASSWORD}
    missing = user.post(f"{verify}/attempt_first_factor", attempt)
    assert error(missing) == (400, "session_reverification_missing")
    # The user has no second factor: the first one has to do.
    started = user.post(verify, {"level": "second_factor"}).json()["response"]
    assert (started["status"], started["level"]) == ("needs_first_factor", "first_factor")
    wrong = user.post(f"{verify}/attempt_first_factor", {**attempt, "password": "wrong"})
    assert error(wrong) == (422, "form_password_incorrect")
    body = user.post(f"{verify}/attempt_first_factor", attempt).json()
    assert body["response"]["status"] == "complete"
    token = body["client"]["sessions"][0]["last_active_token"]["jwt"]
    assert jwt.decode(token, options={"verify_signature": False})["fva"] == [0, -1]
    assert user.post(path, data).status_code == 200


def test_session_that_is_meant(browser: Browser, server: EmulatorServer) -> None:
    """`_clerk_session_id` names the session whose user is asked about."""
    server.state.settings.single_session_mode = False
    first = browser.sign_in()
    browser.sign_in("grace@example.com", "another-password")
    for params, name in (({}, "Grace"), ({"_clerk_session_id": first}, "Ada")):
        assert browser.get("/v1/me", params=params).json()["response"]["first_name"] == name

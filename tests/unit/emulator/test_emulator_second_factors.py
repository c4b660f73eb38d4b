"""Second factors, unknown clients, and pending sessions."""

from __future__ import annotations

from typing import Any

import httpx
import jwt
import pyotp

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import SECURE_EMAIL, SECURE_TOTP_SECRET

from .conftest import Browser, Clock, ErrorOf

SIGN_INS = "/v1/client/sign_ins"
PASSWORD = "emulator-demo-password"


def begin(browser: Browser, email: str = SECURE_EMAIL) -> dict[str, Any]:
    data = {"strategy": "password", "identifier": email, "password": PASSWORD}
    body: dict[str, Any] = browser.post(SIGN_INS, data).json()["response"]
    return body


def second(browser: Browser, sign_in: dict[str, Any], strategy: str, code: str) -> httpx.Response:
    path = f"{SIGN_INS}/{sign_in['id']}/attempt_second_factor"
    response: httpx.Response = browser.post(path, {"strategy": strategy, "code": code})
    return response


def claims_of(session: dict[str, Any]) -> dict[str, Any]:
    token = session["last_active_token"]["jwt"]
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return claims


def test_password_alone_is_not_enough(browser: Browser, error: ErrorOf) -> None:
    """Second factors are listed, the default phone marked; there is no session yet."""
    sign_in = begin(browser)
    assert sign_in["status"] == "needs_second_factor"
    factors = sign_in["supported_second_factors"]
    assert [factor["strategy"] for factor in factors] == ["totp", "phone_code", "backup_code"]
    assert factors[1]["default"] is True
    client = browser.get("/v1/client").json()["response"]
    assert (client["sessions"], client["sign_in"]["id"]) == ([], sign_in["id"])


def test_totp(browser: Browser, clock: Clock, error: ErrorOf) -> None:
    """A code of the authenticator app is good for its own time and a step around it."""
    totp = pyotp.TOTP(SECURE_TOTP_SECRET)
    for offset, expected in ((-90, 422), (90, 422), (30, 200)):
        response = second(browser, begin(browser), "totp", totp.at(int(clock.now) + offset))
        assert response.status_code == expected
    (session,) = response.json()["client"]["sessions"]
    assert session["factor_verification_age"] == [0, 0]
    assert claims_of(session)["fva"] == [0, 0]


def test_phone_code(browser: Browser, error: ErrorOf) -> None:
    """A code has to be asked for, and can be wrong."""
    sign_in = begin(browser)
    assert error(second(browser, sign_in, "phone_code", "424242")) == (400, "verification_missing")
    prepare = f"{SIGN_INS}/{sign_in['id']}/prepare_second_factor"
    prepared = browser.post(prepare, {"strategy": "phone_code"}).json()["response"]
    assert prepared["second_factor_verification"]["status"] == "unverified"
    assert error(second(browser, sign_in, "phone_code", "000000")) == (422, "form_code_incorrect")
    assert second(browser, sign_in, "phone_code", "424242").status_code == 200
    other = {"strategy": "email_code"}
    assert error(browser.post(prepare, other)) == (400, "verification_already_verified")


def test_backup_code_is_good_once(browser: Browser, error: ErrorOf) -> None:
    """A backup code is used up."""
    assert second(browser, begin(browser), "backup_code", "backup02").status_code == 200
    browser.send("DELETE", "/v1/client/sessions")
    response = second(browser, begin(browser), "backup_code", "backup02")
    assert error(response) == (422, "form_code_incorrect")


def test_reset_password_asks_for_the_second_factor_too(browser: Browser) -> None:
    """A new password is set, and the second factor still asked for."""
    data = {"identifier": SECURE_EMAIL, "strategy": "reset_password_email_code"}
    sign_in = browser.post(SIGN_INS, data).json()["response"]
    path = f"{SIGN_INS}/{sign_in['id']}"
    code = {"strategy": "reset_password_email_code", "code": "424242"}
    after = browser.post(f"{path}/attempt_first_factor", code).json()["response"]
    assert after["status"] == "needs_new_password"
    after = browser.post(f"{path}/reset_password", {"password": "changed-password"}).json()
    assert after["response"]["status"] == "needs_second_factor"
    assert second(browser, sign_in, "backup_code", "backup01").status_code == 200


def test_unknown_client(browser: Browser, server: EmulatorServer) -> None:
    """With client trust on, a password on a new client takes a code, once for each client."""
    server.state.settings.client_trust = True
    sign_in = begin(browser, "demo+clerk_test@example.com")
    assert (sign_in["status"], sign_in["client_trust_state"]) == ("needs_client_trust", "new")
    assert [found["strategy"] for found in sign_in["supported_second_factors"]] == ["email_code"]
    prepare = f"{SIGN_INS}/{sign_in['id']}/prepare_second_factor"
    browser.post(prepare, {"strategy": "email_code"})
    body = second(browser, sign_in, "email_code", "424242").json()
    assert body["client"]["sessions"][0]["factor_verification_age"] == [0, -1]
    browser.send("DELETE", "/v1/client/sessions")
    assert begin(browser, "demo+clerk_test@example.com")["status"] == "complete"


def test_second_factor_to_set_up(browser: Browser, server: EmulatorServer, clock: Clock) -> None:
    """Where it is required, a session stays pending until an authenticator app is verified."""
    server.state.settings.second_factor_required = True
    browser.sign_in()
    (session,) = browser.get("/v1/client").json()["response"]["sessions"]
    assert (session["status"], session["tasks"]) == ("pending", [{"key": "setup-mfa"}])
    assert claims_of(session)["sts"] == "pending"
    totp = browser.post("/v1/me/totp").json()["response"]
    assert f"secret={totp['secret']}" in totp["uri"]
    code = pyotp.TOTP(totp["secret"]).at(int(clock.now))
    done = browser.post("/v1/me/totp/attempt_verification", {"code": code}).json()
    assert (done["response"]["verified"], len(done["response"]["backup_codes"])) == (True, 10)
    (session,) = done["client"]["sessions"]
    assert (session["status"], session["tasks"]) == ("active", None)


def test_password_to_change(browser: Browser, server: EmulatorServer) -> None:
    """A user who must change the password has a pending session until it is done."""
    user = server.state.users["user_grace"]
    user.must_reset_password = True
    browser.sign_in("grace@example.com", "another-password")
    (session,) = browser.get("/v1/client").json()["response"]["sessions"]
    assert session["tasks"] == [{"key": "reset-password"}]
    body = browser.post("/v1/me/change_password", {"new_password": "fresh-password"}).json()
    assert body["client"]["sessions"][0]["status"] == "active"


def test_last_second_factor_takes_backup_codes_with_it(browser: Browser, clock: Clock) -> None:
    """Without authenticator app and phone there are no backup codes either."""
    sign_in = begin(browser)
    code = pyotp.TOTP(SECURE_TOTP_SECRET).at(int(clock.now))
    second(browser, sign_in, "totp", code)
    user = browser.get("/v1/me").json()["response"]
    browser.send("DELETE", "/v1/me/totp")
    number = user["phone_numbers"][0]["id"]
    body = browser.send(
        "PATCH", f"/v1/me/phone_numbers/{number}", data={"reserved_for_second_factor": "false"}
    ).json()
    user = body["client"]["sessions"][0]["user"]
    flags = ("two_factor_enabled", "totp_enabled", "backup_code_enabled")
    assert [user[flag] for flag in flags] == [False, False, False]
    assert user["mfa_disabled_at"] == int(clock.now * 1000)

"""Passkeys: added, used and refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, SECURE_EMAIL
from support.authenticator import Authenticator, base64url, decoded

from .conftest import Browser, Clock, ErrorOf

SIGN_INS = "/v1/client/sign_ins"
PASSKEYS = "/v1/me/passkeys"


@pytest.fixture
def authenticator(browser: Browser) -> Authenticator:
    """One that holds a passkey of the demonstration user, who has signed out again."""
    authenticator = Authenticator()
    browser.sign_in()
    assert add(browser, authenticator).status_code == 200
    browser.send("DELETE", "/v1/client/sessions")
    return authenticator


def add(browser: Browser, authenticator: Authenticator) -> Any:
    made = browser.post(PASSKEYS).json()["response"]
    answer = authenticator.create(made["verification"]["nonce"])
    data = {"strategy": "passkey", "public_key_credential": answer}
    return browser.post(f"{PASSKEYS}/{made['id']}/attempt_verification", data)


def begin(browser: Browser, **data: str) -> tuple[str, str]:
    """Begin a sign-in; return the path for the answer, and the challenge."""
    made = browser.post(SIGN_INS, {"strategy": "passkey", **data}).json()["response"]
    path = f"{SIGN_INS}/{made['id']}/attempt_first_factor"
    return path, made["first_factor_verification"]["nonce"]


def attempt(browser: Browser, path: str, answer: str) -> Any:
    return browser.post(path, {"strategy": "passkey", "public_key_credential": answer})


def test_passkey_is_added(browser: Browser) -> None:
    """A passkey is the user's when the authenticator has answered, and not before."""
    browser.sign_in()
    made = browser.post(PASSKEYS).json()
    assert made["response"]["verification"]["status"] == "unverified"
    assert browser.get("/v1/me").json()["response"]["passkeys"] == []
    added = add(browser, Authenticator()).json()["response"]
    assert (added["name"], added["verification"]["status"]) == ("Passkey 1", "verified")
    assert [one["id"] for one in browser.get("/v1/me").json()["response"]["passkeys"]] == [
        added["id"]
    ]


def test_sign_in_without_an_identifier(browser: Browser, authenticator: Authenticator) -> None:
    """The passkey itself says who signs in."""
    path, challenge = begin(browser)
    assert json.loads(challenge)["allowCredentials"] == []
    response = attempt(browser, path, authenticator.get(challenge)).json()["response"]
    assert (response["status"], response["identifier"]) == ("complete", DEMO_EMAIL)
    [passkey] = browser.get("/v1/me").json()["response"]["passkeys"]
    assert passkey["last_used_at"]


def test_sign_in_with_an_identifier(browser: Browser, authenticator: Authenticator) -> None:
    """Who said who they are is offered their own passkeys."""
    made = browser.post(SIGN_INS, {"identifier": DEMO_EMAIL}).json()["response"]
    assert {"strategy": "passkey"} in made["supported_first_factors"]
    path = f"{SIGN_INS}/{made['id']}"
    response = browser.post(f"{path}/prepare_first_factor", {"strategy": "passkey"})
    challenge = response.json()["response"]["first_factor_verification"]["nonce"]
    [offered] = json.loads(challenge)["allowCredentials"]
    assert decoded(offered["id"]) == authenticator.id
    answer = authenticator.get(challenge)
    response = attempt(browser, f"{path}/attempt_first_factor", answer)
    assert response.json()["response"]["status"] == "complete"


def test_who_has_none_is_offered_none(browser: Browser) -> None:
    """Only users with a passkey can be asked for one."""
    made = browser.post(SIGN_INS, {"identifier": SECURE_EMAIL}).json()["response"]
    assert {"strategy": "passkey"} not in made["supported_first_factors"]


def test_reverification(browser: Browser) -> None:
    """Who is signed in can prove it again with a passkey."""
    path = f"/v1/client/sessions/{browser.sign_in()}/verify"
    authenticator = Authenticator()
    add(browser, authenticator)
    browser.post(path, {"level": "first_factor"})
    response = browser.post(f"{path}/prepare_first_factor", {"strategy": "passkey"}).json()
    answer = authenticator.get(response["response"]["first_factor_verification"]["nonce"])
    response = attempt(browser, f"{path}/attempt_first_factor", answer).json()
    assert response["response"]["status"] == "complete"


def with_wrong_signature(answer: str) -> str:
    changed = json.loads(answer)
    signature = bytearray(decoded(changed["response"]["signature"]))
    signature[-1] ^= 1
    changed["response"]["signature"] = base64url(bytes(signature))
    return json.dumps(changed)


def test_wrong_signature(browser: Browser, authenticator: Authenticator, error: ErrorOf) -> None:
    """A signature that is not the key's opens nothing; a right one then does."""
    path, challenge = begin(browser)
    answer = authenticator.get(challenge)
    response = attempt(browser, path, with_wrong_signature(answer))
    assert error(response) == (400, "passkey_authentication_failure")
    assert browser.get("/v1/client").json()["response"]["sessions"] == []
    assert attempt(browser, path, answer).status_code == 200


def test_answer_to_another_challenge(
    browser: Browser, authenticator: Authenticator, error: ErrorOf
) -> None:
    """What was signed for one attempt is worth nothing in the next."""
    _, old = begin(browser)
    path, _ = begin(browser)
    response = attempt(browser, path, authenticator.get(old))
    assert error(response) == (400, "passkey_authentication_failure")


def test_challenge_grows_old(
    browser: Browser, authenticator: Authenticator, error: ErrorOf, clock: Clock
) -> None:
    """A challenge is good for five minutes."""
    path, challenge = begin(browser)
    clock.move(301)
    response = attempt(browser, path, authenticator.get(challenge))
    assert error(response) == (400, "verification_expired")


@pytest.mark.parametrize("answer", ["{}", "no JSON", json.dumps({"id": "AA", "response": 1})])
def test_malformed_answer(browser: Browser, error: ErrorOf, answer: str) -> None:
    """An answer of the wrong form is refused."""
    browser.sign_in()
    made = browser.post(PASSKEYS).json()["response"]
    data = {"strategy": "passkey", "public_key_credential": answer}
    response = browser.post(f"{PASSKEYS}/{made['id']}/attempt_verification", data)
    assert error(response) == (422, "form_param_format_invalid")


def test_unknown_passkey(browser: Browser, error: ErrorOf) -> None:
    """A passkey that nobody registered is told apart from a wrong signature."""
    path, challenge = begin(browser)
    response = attempt(browser, path, Authenticator().get(challenge))
    assert error(response) == (400, "passkey_not_registered")


def test_other_page(
    server: EmulatorServer, browser: Browser, authenticator: Authenticator, error: ErrorOf
) -> None:
    """An instance that knows its pages takes no passkey that another page asked for."""
    path, challenge = begin(browser)
    server.state.settings.allowed_origins = ["chrome-extension://other"]
    response = attempt(browser, path, authenticator.get(challenge))
    assert error(response) == (400, "origin_invalid")


def test_renamed_and_removed(
    browser: Browser, authenticator: Authenticator, error: ErrorOf
) -> None:
    """A passkey has a name of the user's choice; one that was removed opens nothing."""
    browser.sign_in()
    [passkey] = browser.get("/v1/me").json()["response"]["passkeys"]
    path = f"{PASSKEYS}/{passkey['id']}"
    browser.send("PATCH", path, data={"name": "Laptop"})
    assert browser.get(path).json()["response"]["name"] == "Laptop"
    assert browser.send("DELETE", path).json()["response"]["deleted"]
    browser.send("DELETE", "/v1/client/sessions")
    attempt_path, challenge = begin(browser)
    response = attempt(browser, attempt_path, authenticator.get(challenge))
    assert error(response) == (400, "passkey_not_registered")


def test_instance_without_passkeys(
    server: EmulatorServer, browser: Browser, error: ErrorOf
) -> None:
    """Where passkeys are off nobody can add or use one, and the environment says so."""
    server.state.settings.passkey = False
    environment = browser.get("/v1/environment").json()
    assert environment["user_settings"]["attributes"]["passkey"]["enabled"] is False
    response = browser.post(SIGN_INS, {"strategy": "passkey"})
    assert error(response) == (400, "strategy_for_user_invalid")
    browser.sign_in()
    assert error(browser.post(PASSKEYS)) == (403, "resource_forbidden")

"""Signing in and up at another service, with its window played by the test."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

import chrome
from clerk import sso
from clerk.clerk import Clerk
from clerk.errors import ClerkRuntimeError
from support.clerk_data import client_json, enveloped, make_jwt, refusal, session_json
from support.coroutines import outcome
from support.platform import FakeNetwork

from .conftest import SignIn

HOME = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/"
SERVICE = "https://happy-cat-1.clerk.accounts.dev/v1/oauth"
OPEN = {"status": "unverified", "external_verification_redirect_url": SERVICE}
DONE = {"status": "complete", "created_session_id": "sess_1"}
CREATE_IN, CREATE_UP = "POST /client/sign_ins", "POST /client/sign_ups"
RELOAD_IN, RELOAD_UP = "GET /client/sign_ins/sia_1", "GET /client/sign_ups/sua_1"
TOUCH = "POST /client/sessions/sess_1/touch"


def attempt_in(proof: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An attempt to sign in whose proof is that far."""
    return {
        "id": "sia_1",
        "status": "needs_first_factor",
        "first_factor_verification": proof,
    } | more


def attempt_up(proof: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An attempt to sign up whose proof is that far."""
    proofs = {"external_account": proof}
    return {"id": "sua_1", "status": "missing_requirements", "verifications": proofs} | more


def transferable(code: str) -> dict[str, Any]:
    return {"status": "transferable", "error": {"code": code}}


class Window:
    """Chrome's window: ends where it is told to."""

    def __init__(self, query: str = "rotating_token_nonce=n%2B1") -> None:
        self.end = f"{HOME}?{query}"
        self.opened: list[str] = []

    async def __call__(self, url: str) -> str:
        self.opened.append(url)
        return self.end


@pytest.fixture(autouse=True)
def _id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sso, "redirect_url", lambda: HOME)


SignedOut = Callable[..., Awaitable[Clerk]]


@pytest.fixture
def signed_out(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> SignedOut:
    """A client on a device where the answers for a user who comes back are planned."""

    async def load(**more: Any) -> Clerk:
        await sign_in(**more)
        session = session_json(token=make_jwt())
        network.on(CREATE_IN, enveloped(attempt_in(OPEN)))
        network.on(CREATE_UP, enveloped(attempt_up(OPEN)))
        known = attempt_in({"status": "verified"}, **DONE)
        network.on(RELOAD_IN, enveloped(known, client_json(session)))
        known = attempt_up({"status": "verified"}, **DONE)
        network.on(RELOAD_UP, enveloped(known, client_json(session)))
        network.on(TOUCH, enveloped(session, client_json(session)))
        return clerk

    return load


async def authenticate(clerk: Clerk, window: Window, kind: str = "sign_in", **more: Any) -> None:
    options = {name: more.pop(name) for name in list(more) if name != "identifier"}
    await sso.authenticate(clerk, kind, {"strategy": "oauth_google"} | more, options, False, window)


async def test_user_who_comes_back(network: FakeNetwork, signed_out: SignedOut) -> None:
    """The window opens where the API says; its nonce gets the session, which becomes active."""
    clerk, window = await signed_out(), Window()
    await authenticate(clerk, window)
    assert window.opened == [SERVICE]
    assert network.log == [CREATE_IN, RELOAD_IN, TOUCH]
    assert network.requests[0].form == {
        "strategy": "oauth_google",
        "redirect_url": HOME,
        "action_complete_redirect_url": HOME,
    }
    assert network.requests[1].query["rotating_token_nonce"] == "n+1"
    assert clerk.isSignedIn


async def test_enterprise_sign_on(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Enterprise sign-on begins with the address, and is prepared with what it takes besides."""
    clerk, window = await signed_out(), Window()
    prepare = "POST /client/sign_ins/sia_1/prepare_first_factor"
    network.on(prepare, enveloped(attempt_in(OPEN)))
    fields = {"strategy": "enterprise_sso", "identifier": "a@b.c"}
    await sso.authenticate(clerk, "sign_in", fields, {"oidcPrompt": "login"}, False, window)
    assert network.log == [CREATE_IN, prepare, RELOAD_IN, TOUCH]
    assert network.requests[0].form["identifier"] == "a@b.c"
    assert network.requests[1].form == {
        "redirect_url": HOME,
        "action_complete_redirect_url": HOME,
        "oidc_prompt": "login",
        "strategy": "enterprise_sso",
    }


async def test_going_on(network: FakeNetwork, signed_out: SignedOut) -> None:
    """An attempt under way goes on where that is asked for."""
    clerk, window = await signed_out(sign_in=attempt_in(OPEN)), Window()
    await sso.authenticate(clerk, "sign_in", {"strategy": "oauth_google"}, {}, True, window)
    assert network.log == [RELOAD_IN, TOUCH]


async def test_user_who_is_new(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Who has no account yet gets one, and is signed in."""
    clerk = await signed_out()
    network.on(RELOAD_IN, enveloped(attempt_in(transferable("external_account_not_found"))))
    session = session_json(token=make_jwt())
    network.on(CREATE_UP, enveloped(attempt_up({}, **DONE), client_json(session)))
    query = "__clerk_status=failed&__clerk_error_code=external_account_not_found"
    await authenticate(clerk, Window(f"{query}&rotating_token_nonce=n"))
    assert network.log == [CREATE_IN, RELOAD_IN, CREATE_UP, TOUCH]
    assert network.requests[2].form == {"transfer": "true"}
    assert clerk.isSignedIn


async def test_sign_up(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Signing up sends what the user gives besides."""
    clerk = await signed_out()
    await authenticate(clerk, Window(), "sign_up", legalAccepted=True)
    assert network.log == [CREATE_UP, RELOAD_UP, TOUCH]
    assert network.requests[0].form["legal_accepted"] == "true"


async def test_sign_up_of_a_user_who_is_there(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Who has an account already is signed in."""
    clerk = await signed_out()
    network.on(RELOAD_UP, enveloped(attempt_up(transferable("external_account_exists"))))
    session = session_json(token=make_jwt())
    network.on(CREATE_IN, enveloped(attempt_in({}, **DONE), client_json(session)))
    await authenticate(clerk, Window(), "sign_up")
    assert network.log == [CREATE_UP, RELOAD_UP, CREATE_IN, TOUCH]
    assert network.requests[2].form == {"transfer": "true"}


@pytest.mark.parametrize("status", ["needs_second_factor", "needs_new_password"])
async def test_something_is_missing_yet(
    network: FakeNetwork, signed_out: SignedOut, status: str
) -> None:
    """An attempt that is not complete is left as it is, for the user to go on with."""
    clerk = await signed_out()
    attempt = attempt_in({"status": "verified"}, status=status)
    network.on(RELOAD_IN, enveloped(attempt, client_json(sign_in=attempt)))
    await authenticate(clerk, Window())
    assert network.log == [CREATE_IN, RELOAD_IN]
    assert (clerk.client.signIn.status, clerk.session) == (status, None)


async def test_user_who_is_signed_in_already(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Who chose the account that is signed in gets its session."""
    clerk = await signed_out()
    error = {"code": "identifier_already_signed_in", "meta": {"session_id": "sess_1"}}
    attempt = attempt_in({"status": "failed", "error": error})
    network.on(RELOAD_IN, enveloped(attempt, client_json(session_json(token=make_jwt()))))
    await authenticate(clerk, Window())
    assert network.log == [CREATE_IN, RELOAD_IN, TOUCH]


@pytest.mark.parametrize(
    ("query", "proof", "code"),
    [
        (
            "__clerk_status=failed&__clerk_error_code=oauth_access_denied",
            OPEN,
            "oauth_access_denied",
        ),
        ("__clerk_status=failed", OPEN, "oauth_callback_failed"),
        (
            "rotating_token_nonce=n",
            {"status": "failed", "error": {"code": "user_locked", "long_message": "Locked."}},
            "user_locked",
        ),
    ],
)
async def test_failure(
    network: FakeNetwork, signed_out: SignedOut, query: str, proof: dict[str, Any], code: str
) -> None:
    """What the service or the API refuse is raised with its code, and the attempt replaced."""
    clerk = await signed_out()
    network.on(RELOAD_IN, enveloped(attempt_in(proof)))
    with pytest.raises(ClerkRuntimeError) as caught:
        await authenticate(clerk, Window(query))
    assert caught.value.code == code
    assert network.log[-1] == CREATE_IN
    assert network.requests[-1].body == ""


async def test_failure_of_replacing(network: FakeNetwork, signed_out: SignedOut) -> None:
    """The user hears what went wrong, and not that the attempt could not be replaced."""
    clerk = await signed_out()
    network.on(CREATE_IN, enveloped(attempt_in(OPEN)), refusal(500))
    error = await outcome(authenticate(clerk, Window("__clerk_status=failed")))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "oauth_callback_failed"


async def test_no_address(network: FakeNetwork, signed_out: SignedOut) -> None:
    """Without an address no window opens."""
    clerk, window = await signed_out(), Window()
    network.on(CREATE_IN, enveloped(attempt_in({"status": "unverified"})))
    with pytest.raises(ClerkRuntimeError) as caught:
        await authenticate(clerk, window)
    assert (caught.value.code, window.opened) == ("sso_not_begun", [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The user did not approve access.", "sso_cancelled"),
        ("Authorization page could not be loaded.", "sso_failed"),
        ("chrome.identity.launchWebAuthFlow is not available: …", "missing_permission"),
    ],
)
async def test_window_that_fails(monkeypatch: pytest.MonkeyPatch, text: str, code: str) -> None:
    """A window that was closed, that cannot be shown, and one that may not open differ."""

    async def fail(details: dict[str, Any]) -> str:
        assert details == {"url": SERVICE, "interactive": True}
        raise chrome.ChromeError("chrome.identity.launchWebAuthFlow", text)

    identity = SimpleNamespace(launchWebAuthFlow=fail)
    stand_in = SimpleNamespace(ChromeError=chrome.ChromeError, identity=identity)
    monkeypatch.setattr(sso, "chrome", stand_in)
    error = await outcome(sso.open_window(SERVICE))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == code

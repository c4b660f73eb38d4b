"""What Clerk's Python backend SDK makes of the emulator's tokens."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from clerk_backend_api.security import authenticate_request
from clerk_backend_api.security.types import (
    AuthenticateRequestOptions,
    RequestState,
    TokenVerificationErrorReason,
)
from joserfc.jwk import RSAKey

from extension_toolkit.emulator import EmulatorServer, Seed, SeedTemplate
from extension_toolkit.emulator.seed import DEMO_SEED

from .conftest import NewBrowser

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
AUDIENCE = "https://api.example"
SEED = Seed(
    users=DEMO_SEED.users,
    organizations=DEMO_SEED.organizations,
    templates=[SeedTemplate("api", {"aud": AUDIENCE, "organization": "{{org.slug}}"})],
)


@pytest.fixture(scope="module")
def running(keys_directory: Path) -> Iterator[EmulatorServer]:
    """An emulator that goes by the real time, as the SDK does."""
    with EmulatorServer(keys_directory, clock=time.time, seed=SEED) as server:
        yield server


@pytest.fixture
def emulator(running: EmulatorServer) -> EmulatorServer:
    running.reset()
    return running


@pytest.fixture
def tokens(emulator: EmulatorServer, new_browser: NewBrowser) -> Callable[..., str]:
    """Ask for a token as an extension does, with the demo user signed in."""
    browser = new_browser(emulator).start()
    session = browser.sign_in()

    def token(template: str = "", **fields: str) -> str:
        path = f"/v1/client/sessions/{session}/tokens{template}"
        response = browser.post(path, fields, headers={"Origin": ORIGIN})
        return str(response.json()["jwt"])

    return token


def state_of(emulator: EmulatorServer, token: str, **options: Any) -> RequestState:
    """What a server says that gets the token."""
    key = RSAKey.import_key(emulator.jwks()["keys"][0]).as_pem(private=False).decode()
    request = httpx.Request("GET", AUDIENCE, headers={"Authorization": f"Bearer {token}"})
    parties = options.pop("authorized_parties", [ORIGIN])
    return authenticate_request(
        request, AuthenticateRequestOptions(jwt_key=key, authorized_parties=parties, **options)
    )


def test_session_token(emulator: EmulatorServer, tokens: Callable[..., str]) -> None:
    """A session token signs its user in, in no organization."""
    state = state_of(emulator, tokens())
    assert state.is_signed_in
    assert state.payload is not None
    (session,) = emulator.state.sessions.values()
    assert (state.payload["sub"], state.payload["sid"]) == (session.user.id, session.id)
    assert "org_id" not in state.payload


@pytest.mark.parametrize(
    ("slug", "role", "permissions"),
    [
        ("analytical-engines", "member", {"org:dashboard:read", "org:teams:read"}),
        (
            "bletchley-park",
            "admin",
            {"org:dashboard:manage", "org:dashboard:read", "org:teams:read"},
        ),
    ],
)
def test_organization_token(
    emulator: EmulatorServer,
    tokens: Callable[..., str],
    slug: str,
    role: str,
    permissions: set[str],
) -> None:
    """The SDK reads organization, role and permissions from the claims of version 2."""
    organizations = emulator.state.organizations.values()
    organization = next(it for it in organizations if it.slug == slug)
    state = state_of(emulator, tokens(organization_id=organization.id))
    assert state.payload is not None
    assert state.payload["org_id"] == organization.id
    assert (state.payload["org_slug"], state.payload["org_role"]) == (slug, role)
    assert set(state.payload["org_permissions"]) == permissions


def test_template_token(emulator: EmulatorServer, tokens: Callable[..., str]) -> None:
    """A template's token is good for its audience alone, and names no session."""
    token = tokens("/api")
    assert state_of(emulator, token, audience="https://other.example").reason is (
        TokenVerificationErrorReason.TOKEN_INVALID_AUDIENCE
    )
    state = state_of(emulator, token, audience=AUDIENCE)
    assert state.is_signed_in
    assert state.payload is not None
    assert state.payload["organization"] is None
    assert "sid" not in state.payload


def test_other_party(emulator: EmulatorServer, tokens: Callable[..., str]) -> None:
    """A server that expects another extension refuses the token."""
    state = state_of(emulator, tokens(), authorized_parties=["https://app.example"])
    assert state.reason is TokenVerificationErrorReason.TOKEN_INVALID_AUTHORIZED_PARTIES


@pytest.mark.parametrize(
    ("offset", "reason"),
    [
        pytest.param(-58, None, id="young"),
        pytest.param(-63, None, id="within the tolerance of 5 s"),
        pytest.param(-70, TokenVerificationErrorReason.TOKEN_EXPIRED, id="expired"),
        pytest.param(4, None, id="early, but within it too"),
        pytest.param(12, TokenVerificationErrorReason.TOKEN_NOT_ACTIVE_YET, id="too early"),
    ],
)
def test_time(
    emulator: EmulatorServer,
    tokens: Callable[..., str],
    offset: float,
    reason: TokenVerificationErrorReason | None,
) -> None:
    """A token is good for a minute and the SDK's tolerance, and never before its time."""
    emulator.state.settings.clock_offset = offset
    state = state_of(emulator, tokens())
    assert state.reason is reason
    assert state.is_signed_in == (reason is None)


def test_tampered_token(emulator: EmulatorServer, tokens: Callable[..., str]) -> None:
    """A token whose claims belong to another signature signs nobody in."""
    header, claims, _ = tokens().split(".")
    signature = tokens("/api").split(".")[2]
    state = state_of(emulator, f"{header}.{claims}.{signature}")
    assert state.reason is TokenVerificationErrorReason.TOKEN_INVALID_SIGNATURE

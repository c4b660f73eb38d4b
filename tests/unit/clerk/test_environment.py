"""The instance's settings: asked for when somebody wants them, and once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkOfflineError, ClerkRuntimeError
from support.clerk_data import enveloped, make_jwt, proxy_page, session_json, token_answer
from support.coroutines import outcome
from support.platform import Answer, FakeNetwork, FakePlatform

from .conftest import SignIn

ENVIRONMENT: dict[str, Any] = {
    "auth_config": {"single_session_mode": True, "session_minter": True},
    "display_config": {"application_name": "Cats", "instance_environment_type": "production"},
    "user_settings": {"attributes": {"email_address": {"first_factors": ["email_code"]}}},
    "organization_settings": {"enabled": True},
}
TOKENS = "POST /client/sessions/sess_1/tokens"


async def test_settings_are_not_asked_for(network: FakeNetwork, sign_in: SignIn) -> None:
    """Neither loading nor a token needs the settings."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer())
    await session.getToken()
    assert network.log == [TOKENS]


async def test_settings_read_as_deep_as_they_go(clerk: Clerk, network: FakeNetwork) -> None:
    """The settings have Clerk's names at every level."""
    network.on("GET /environment", Answer(ENVIRONMENT))
    environment = await clerk.getEnvironment()
    assert environment.authConfig.singleSessionMode is True
    assert environment.userSettings.attributes.emailAddress.firstFactors == ["email_code"]
    assert (environment.isSingleSession(), environment.isProduction()) == (True, True)
    assert environment.forceOrganizationSelection is False


async def test_settings_are_asked_for_once(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """Many who ask at once, later, and in the next background share one request."""
    network.on("GET /environment", Answer(ENVIRONMENT))
    await asyncio.gather(*(clerk.getEnvironment() for _ in range(5)))
    await clerk.getEnvironment()
    await Clerk(clerk.fapi.key, platform).getEnvironment()
    assert network.log == ["GET /environment"]
    await clerk.getEnvironment(reload=True)
    assert len(network.log) == 2


@pytest.mark.parametrize("answer", [ClerkOfflineError(), proxy_page(200)])
async def test_settings_that_cannot_be_had(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, answer: Any
) -> None:
    """A failure is told and forgotten: the next one who asks sends a request."""
    await sign_in(session_json())
    network.on("GET /environment", answer, Answer(ENVIRONMENT))
    if isinstance(answer, ClerkOfflineError):
        network.on("GET /environment", answer, answer, answer, Answer(ENVIRONMENT))
    assert isinstance(await outcome(clerk.getEnvironment()), ClerkRuntimeError)
    assert clerk.isSignedIn
    assert (await clerk.getEnvironment()).displayConfig.applicationName == "Cats"


async def test_spoiled_settings_are_asked_for_again(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """What storage cannot give comes from the API."""
    platform.session.failure = RuntimeError("broken")
    network.on("GET /environment", Answer(ENVIRONMENT))
    assert (await clerk.getEnvironment()).isSingleSession()


async def test_session_minter(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Where the settings say that an edge mints tokens, it gets the last one; templates do not."""
    last = make_jwt()
    session = await sign_in(session_json(token=last))
    network.on("GET /environment", Answer(ENVIRONMENT))
    await clerk.getEnvironment()
    network.on(TOKENS, token_answer(make_jwt(jti="new")))
    network.on(f"{TOKENS}/t", token_answer())
    await session.getToken(skipCache=True)
    await session.getToken(template="t")
    assert network.requests[1].form == {
        "organization_id": "",
        "token": last,
        "force_origin": "true",
    }
    assert network.requests[2].form == {}


async def test_settings_name_the_session(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Requests that are about the user name the active session; others do not."""
    await sign_in(session_json())
    network.on("GET /environment", Answer(ENVIRONMENT))
    network.on("GET /client", enveloped(None))
    await clerk.getEnvironment()
    await clerk.reload()
    first, second = network.requests
    assert first.query["_clerk_session_id"] == "sess_1"
    assert "_clerk_session_id" not in second.query

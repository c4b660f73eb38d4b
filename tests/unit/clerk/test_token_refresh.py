"""Tokens are replaced before they expire while somebody asks, and not when nobody does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkOfflineError
from clerk.resources.session import Session
from support.clerk_data import client_json, enveloped, make_jwt, refusal, session_json
from support.coroutines import outcome, settle
from support.platform import Answer, FakeNetwork, FakePlatform, Request

from .conftest import SignIn

TOKENS = "POST /client/sessions/sess_1/tokens"
# A minute's token is replaced 17 s before its end.
DUE = 43


Fresh = Callable[[], Awaitable[Session]]


@pytest.fixture
def fresh(platform: FakePlatform, network: FakeNetwork, sign_in: SignIn) -> Fresh:
    """A session with a token, and an API that gives new ones."""
    network.on(TOKENS, lambda request: new_token(platform))

    async def load() -> Any:
        return await sign_in(session_json(token=make_jwt(iat=platform.now())))

    return load


def new_token(platform: FakePlatform) -> Answer:
    return Answer({"jwt": make_jwt(iat=platform.now())})


async def test_who_asks_once_causes_nothing(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """One question is no sign that there will be another."""
    session = await fresh()
    await session.getToken()
    await platform.pass_time(300)
    assert network.log == []


async def test_token_of_months_is_not_replaced_ahead(
    platform: FakePlatform, network: FakeNetwork, sign_in: Any
) -> None:
    """A browser has no timer for so long: one would ring at once, and bring a request each time."""
    session = await sign_in(session_json())
    months = make_jwt(iat=platform.now(), lifetime=90 * 86_400)
    network.on(f"{TOKENS}/api", Answer({"jwt": months}))
    for _ in range(3):
        assert await session.getToken(template="api") == months
    assert (platform.timers, len(network.requests)) == ([], 1)


async def test_who_asks_again_finds_a_fresh_token(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """A token that is asked for twice is replaced in time, and nobody waits for it."""
    session = await fresh()
    first = await session.getToken()
    await session.getToken()
    await platform.pass_time(DUE - 1)
    assert network.log == []
    await platform.pass_time(2)
    assert network.log == [TOKENS]
    assert await session.getToken() != first
    await platform.pass_time(40)
    assert network.log == [TOKENS]


async def test_silence_when_nobody_asks(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """After the last question one token is replaced, and then no request is made any more."""
    session = await fresh()
    await session.getToken()
    await session.getToken()
    await platform.pass_time(3600)
    assert network.log == [TOKENS]


async def test_an_hour_of_questions(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """Somebody who asks all the time never waits, and causes one request for each token's life."""
    session = await fresh()
    for _ in range(720):
        token = await session.getToken()
        assert token
        await platform.pass_time(5)
    assert all(request.at > 0 for request in network.requests)
    assert 3600 / 60 < len(network.requests) <= 3600 / DUE + 1


async def test_one_timer_for_a_token(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """However often a token is asked for, and whatever touches its session, one timer runs."""
    session = await fresh()
    for _ in range(20):
        await session.getToken()
    network.on("POST /client/sessions/sess_1/touch", enveloped(session.data))
    await session.touch()
    await session.getToken()
    assert len(platform.timers) == 1
    await platform.pass_time(DUE + 1)
    assert network.log.count(TOKENS) == 1


async def test_replaced_token_is_not_replaced_again(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """When another question brought a new token meanwhile, the old one's timer does nothing."""
    session = await fresh()
    await session.getToken()
    await session.getToken()
    await platform.pass_time(30)
    await session.getToken(skipCache=True)
    await platform.pass_time(20)
    assert network.log == [TOKENS]


@pytest.mark.parametrize("answer", [ClerkOfflineError(), refusal(503), refusal(429), refusal(401)])
async def test_failure_ahead_of_time_concerns_nobody(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, fresh: Fresh, answer: Any
) -> None:
    """It is tried once; the token at hand serves on, and nobody is signed out or asked about."""
    session = await fresh()
    first = await session.getToken()
    await session.getToken()
    network.on(TOKENS, answer)
    await platform.pass_time(DUE + 1)
    assert network.log == [TOKENS]
    assert await session.getToken() == first
    assert (clerk.isSignedIn, platform.slept) == (True, [])


async def test_who_needs_the_token_that_failed(
    platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """Who asks while a token is replaced shares that request, and sends another if it fails."""
    session = await fresh()
    await session.getToken()
    await session.getToken()
    network.on(TOKENS, refusal(500), new_token(platform))
    gate = network.hold(TOKENS)
    ahead = asyncio.ensure_future(platform.pass_time(DUE + 1))
    await gate.arrival()
    platform.move(30)
    asking = [asyncio.ensure_future(outcome(session.getToken())) for _ in range(5)]
    await settle()
    assert len(network.requests) == 1
    network.on(TOKENS, new_token(platform))
    gate.open()
    await ahead
    assert len({await task for task in asking}) == 1
    assert len(network.requests) == 2


async def test_nothing_is_replaced_after_the_sign_out(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, fresh: Fresh
) -> None:
    """A session that ended has no timers that do anything."""
    session = await fresh()
    await session.getToken()
    await session.getToken()
    network.on("DELETE /client/sessions", enveloped(client_json()))
    await clerk.signOut()
    network.forget()
    await platform.pass_time(120)
    assert network.log == []


async def test_short_tokens_are_replaced_half_way(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token that lives ten seconds is not replaced at once."""

    def short(request: Request) -> Answer:
        return Answer({"jwt": make_jwt(iat=platform.now(), lifetime=10)})

    network.on(TOKENS, short)
    session = await sign_in(session_json())
    await session.getToken()
    await session.getToken()
    await platform.pass_time(4)
    assert len(network.requests) == 1
    await platform.pass_time(2)
    assert len(network.requests) == 2


async def test_expired_token_is_sent_on_demand(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An API that wants the last token gets it at once, without `debug`, and not twice."""
    last = make_jwt(jti="last")
    session = await sign_in(session_json(token=last))
    wanted = refusal(422, "missing_expired_token")
    network.on(TOKENS, wanted, Answer({"jwt": make_jwt(jti="new")}))
    assert await session.getToken(skipCache=True) == make_jwt(jti="new")
    first, second = network.requests
    assert (first.query["debug"], "debug" in second.query) == ("skip_cache", False)
    assert second.query["expired_token"] == last
    assert first.form == second.form
    assert platform.slept == []
    network.forget()
    network.on(TOKENS, wanted)
    error = await outcome(session.getToken(skipCache=True))
    assert (getattr(error, "code", None), len(network.requests)) == ("missing_expired_token", 2)


async def test_expired_token_that_there_is_not(network: FakeNetwork, sign_in: SignIn) -> None:
    """Without any token the demand is the answer."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(422, "missing_expired_token"))
    error = await outcome(session.getToken())
    assert getattr(error, "code", None) == "missing_expired_token"
    assert len(network.requests) == 1


async def test_forgotten_tokens(network: FakeNetwork, fresh: Fresh, platform: FakePlatform) -> None:
    """`clearCache` has the next question answered by the API."""
    session = await fresh()
    session.clearCache()
    assert session.lastActiveToken is None
    await session.getToken()
    assert network.log == [TOKENS]

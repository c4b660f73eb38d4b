"""Signing out, and what arrives too late to count."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkError, ClerkOfflineError, ClerkRuntimeError
from support.clerk_data import (
    DEVICE,
    JWT_KEY,
    SNAPSHOT_KEY,
    client_json,
    enveloped,
    make_jwt,
    proxy_page,
    refusal,
    session_json,
    token_answer,
)
from support.coroutines import outcome, settle
from support.platform import NEVER, Answer, FakeNetwork, FakePlatform, Gate

from .conftest import SignIn

TOKENS = "POST /client/sessions/sess_1/tokens"
SIGN_OUT = "DELETE /client/sessions"
REMOVE = "POST /client/sessions/sess_1/remove"
SIGNED_OUT = enveloped(client_json(), client_json())


async def test_sign_out(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """All sessions end with one request; neither memory nor storage holds a token after it."""
    session = await sign_in(session_json(token=make_jwt()), session_json(2))
    assert platform.session.values[SNAPSHOT_KEY]["tokens"]
    network.on(SIGN_OUT, SIGNED_OUT)
    await clerk.signOut()
    assert network.log == [SIGN_OUT]
    assert (clerk.session, clerk.user, clerk.isSignedIn) == (None, None, False)
    assert session.lastActiveToken is None
    kept = platform.session.values[SNAPSHOT_KEY]
    assert (kept["tokens"], kept["client"]["sessions"]) == ([], [])
    assert platform.local.values[JWT_KEY] == DEVICE
    assert await session.getToken() is None
    assert network.log == [SIGN_OUT]


async def test_sign_out_whose_answer_has_no_client(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An answer of null is the word that nobody is left."""
    await sign_in(session_json())
    network.on(SIGN_OUT, enveloped(None))
    await clerk.signOut()
    assert (clerk.client.sessions, clerk.session) == ([], None)


async def test_sign_out_loads_first(clerk: Clerk, network: FakeNetwork) -> None:
    """A client that was not loaded learns first who is there."""
    network.on("GET /client", enveloped(client_json(session_json())))
    network.on(SIGN_OUT, SIGNED_OUT)
    await clerk.signOut()
    assert network.log == ["GET /client", SIGN_OUT]


async def test_nobody_to_sign_out(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Where nobody is signed in, nothing is asked."""
    await sign_in()
    await clerk.signOut()
    assert network.log == []


@pytest.mark.parametrize(
    "answer",
    [
        ClerkOfflineError(),
        NEVER,
        refusal(500),
        refusal(429, Retry_After="1"),
        proxy_page(502),
        proxy_page(200),
        Answer("", 204),
        Answer({}),
        Answer({"response": "bye"}),
    ],
)
@pytest.mark.parametrize("session_id", [None, "sess_1"])
async def test_failed_sign_out(
    clerk: Clerk,
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    answer: Any,
    session_id: str | None,
) -> None:
    """What the API did not confirm did not happen: session, token and what is kept stay."""
    session = await sign_in(session_json(token=make_jwt()))
    before = platform.session.values[SNAPSHOT_KEY]
    network.on(SIGN_OUT, answer)
    network.on(REMOVE, answer)
    assert isinstance(await outcome(clerk.signOut(session_id)), ClerkError)
    assert clerk.session == session
    assert platform.session.values[SNAPSHOT_KEY] == before
    assert len(network.requests) == 1
    assert await session.getToken() == make_jwt()


async def test_sign_out_of_one_session(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """The other session stays and becomes the active one, with its token."""
    other = session_json(2, make_jwt(sid="sess_2"))
    session = await sign_in(session_json(token=make_jwt()), other)
    removed = session_json(status="removed")
    network.on(REMOVE, enveloped(removed, client_json(other)))
    await clerk.signOut("sess_1")
    assert network.log == [REMOVE]
    assert network.requests[0].body is None
    assert clerk.session is not None
    assert clerk.session.id == "sess_2"
    assert await clerk.session.getToken() == make_jwt(sid="sess_2")
    assert await session.getToken() is None


async def test_ending_a_session(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """`end` is another request than `remove`; the session that it returns says that it ended."""
    session = await sign_in(session_json(token=make_jwt()))
    ended = session_json(status="ended")
    network.on("POST /client/sessions/sess_1/end", enveloped(ended, client_json(ended)))
    assert (await session.end()).status == "ended"
    assert clerk.session is None


async def test_sign_out_of_an_unknown_session(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A session that is not here is refused without a request."""
    await sign_in(session_json())
    error = await outcome(clerk.signOut("sess_9"))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "session_not_found"
    assert network.log == []


async def test_late_token_is_thrown_away(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token that arrives after the sign-out is given to nobody and kept nowhere."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer())
    network.on(SIGN_OUT, SIGNED_OUT)
    gate = network.hold(TOKENS)
    token = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    await clerk.signOut()
    gate.open()
    assert await token is None
    assert session.lastActiveToken is None
    assert platform.session.values[SNAPSHOT_KEY]["tokens"] == []
    assert network.log == [TOKENS, SIGN_OUT]


async def test_token_asked_for_during_the_sign_out_is_thrown_away(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A request that went out after the sign-out began and is answered after it counts neither."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer())
    network.on(SIGN_OUT, SIGNED_OUT)
    leaving, asking = network.hold(SIGN_OUT), network.hold(TOKENS)
    sign_out = asyncio.ensure_future(clerk.signOut())
    await leaving.arrival()
    token = asyncio.ensure_future(session.getToken())
    await asking.arrival()
    leaving.open()
    await sign_out
    asking.open()
    assert await token is None
    assert platform.session.values[SNAPSHOT_KEY]["tokens"] == []


async def test_retries_end_with_the_session(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Who waits to ask again for a token does not when the session is gone."""
    session = await sign_in(session_json())
    network.on(SIGN_OUT, SIGNED_OUT)
    network.on(TOKENS, refusal(500))
    gate = network.hold(TOKENS)
    token = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    sign_out = asyncio.ensure_future(clerk.signOut())
    gate.open()
    await sign_out
    sent = len(network.sent(TOKENS))
    assert await token is None
    assert len(network.sent(TOKENS)) == sent
    assert platform.slept == [0.5]


async def test_token_of_a_sign_out_that_fails(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A getToken that was under way gets its token when the sign-out comes to nothing."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer())
    network.on(SIGN_OUT, refusal(500))
    gate = network.hold(TOKENS)
    token = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    await outcome(clerk.signOut())
    gate.open()
    assert await token == make_jwt()


async def test_token_of_another_session_survives(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Signing out of one session does not fail a getToken of the other."""
    other = session_json(2)
    await sign_in(session_json(), other)
    tokens = "POST /client/sessions/sess_2/tokens"
    network.on(tokens, token_answer(make_jwt(sid="sess_2")))
    network.on(REMOVE, enveloped(session_json(status="removed"), client_json(other)))
    gate = network.hold(tokens)
    token = asyncio.ensure_future(clerk.client.sessions[1].getToken())
    await gate.arrival()
    await clerk.signOut("sess_1")
    gate.open()
    assert await token == make_jwt(sid="sess_2")


@pytest.mark.parametrize("route", ["GET /client", "POST /client/sessions/sess_1/touch"])
async def test_late_answer_brings_nobody_back(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, route: str
) -> None:
    """An answer with the old session in it, that arrives after the sign-out, changes nothing."""
    session = await sign_in(session_json())
    client = client_json(session_json(token=make_jwt()))
    network.on(route, enveloped(client if route.startswith("GET") else session.data, client))
    network.on(SIGN_OUT, SIGNED_OUT)
    gate = network.hold(route)
    late = clerk.reload() if route.startswith("GET") else session.touch()
    task = asyncio.ensure_future(outcome(late))
    await gate.arrival()
    await clerk.signOut()
    gate.open()
    assert getattr(await task, "code", None) == "stale_answer"
    assert clerk.session is None
    kept = platform.session.values[SNAPSHOT_KEY]
    assert (kept["client"]["sessions"], kept["tokens"]) == ([], [])


async def test_answer_that_waits_for_storage_brings_nobody_back(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An answer whose client token is still being kept when the sign-out ends is late too."""
    await sign_in(session_json())
    client = client_json(session_json())
    network.on("GET /client", enveloped(client, headers={"Clerk-Db-Jwt": "device-9"}))
    network.on(SIGN_OUT, SIGNED_OUT)
    platform.local.gate = gate = Gate()
    task = asyncio.ensure_future(outcome(clerk.reload()))
    await gate.arrival()
    await clerk.signOut()
    gate.open()
    assert getattr(await task, "code", None) == "stale_answer"
    assert clerk.session is None


@pytest.mark.parametrize(("session_id", "left"), [(None, []), ("sess_1", [session_json(2)])])
async def test_two_sign_outs_at_once(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, session_id: str | None, left: list[Any]
) -> None:
    """A second press of the button, while the first is under way, is no error."""
    await sign_in(session_json(), *left)
    network.on(SIGN_OUT, SIGNED_OUT)
    network.on(REMOVE, enveloped(session_json(status="removed"), client_json(*left)))
    results = await asyncio.gather(*(outcome(clerk.signOut(session_id)) for _ in range(2)))
    assert results == [None, None]
    assert [session.data for session in clerk.client.sessions] == left
    assert len(network.requests) == 2


@pytest.mark.parametrize("confirmed", [True, False])
async def test_sign_out_overtaken_by_another_end(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, confirmed: bool
) -> None:
    """When the answer is thrown away because another session ended, the API's word counts."""
    other = session_json(2)
    await sign_in(session_json(), other)
    network.on(REMOVE, enveloped(session_json(status="removed"), client_json(other)))
    network.on(SIGN_OUT, SIGNED_OUT)
    network.on("GET /client", enveloped(client_json() if confirmed else client_json(other)))
    gate = network.hold(SIGN_OUT)
    sign_out = asyncio.ensure_future(outcome(clerk.signOut()))
    await gate.arrival()
    await clerk.signOut("sess_1")
    gate.open()
    assert (await sign_out is None) == confirmed
    assert (clerk.session is None) == confirmed
    assert network.log == [SIGN_OUT, REMOVE, "GET /client"]


async def test_new_fetch_after_signing_in_again(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Who signs in again does not wait for what was asked in the former session's time."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer(make_jwt(jti="old")), token_answer(make_jwt(jti="new")))
    network.on(SIGN_OUT, SIGNED_OUT)
    gate = network.hold(TOKENS)
    old = asyncio.ensure_future(outcome(session.getToken()))
    await gate.arrival()
    await clerk.signOut()
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert clerk.session is not None
    assert await clerk.session.getToken() == make_jwt(jti="new")
    gate.open()
    await old
    await settle()
    assert clerk.session.lastActiveToken is not None
    assert clerk.session.lastActiveToken.raw == make_jwt(jti="new")


async def test_refused_sign_out_takes_over_what_it_carries(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An error that brings the client along shows who is still there."""
    await sign_in(session_json(), session_json(2))
    network.on(SIGN_OUT, refusal(422, "x", {"client": client_json(session_json(2))}))
    assert isinstance(await outcome(clerk.signOut()), ClerkAPIResponseError)
    assert clerk.session is not None
    assert clerk.session.id == "sess_2"

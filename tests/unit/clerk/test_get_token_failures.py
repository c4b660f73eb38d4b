"""getToken while the API fails, refuses, hangs or is out of reach."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import (
    ClerkAPIResponseError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
)
from clerk.retry import BUDGET, TIMEOUTS
from support.clerk_data import (
    client_json,
    encode_part,
    enveloped,
    make_jwt,
    proxy_page,
    refusal,
    session_json,
    token_answer,
)
from support.coroutines import outcome
from support.platform import NEVER, START, Answer, FakeNetwork, FakePlatform, http_date

from .conftest import SignIn

TOKENS = "POST /client/sessions/sess_1/tokens"
NEW = make_jwt(jti="new")
SIGNED_IN = enveloped(client_json(session_json()))
SIGNED_OUT = enveloped(client_json())
FAILURES = [
    pytest.param(ClerkOfflineError(), ClerkOfflineError, id="offline"),
    pytest.param(NEVER, ClerkTimeoutError, id="hung"),
    pytest.param(refusal(500), ClerkAPIResponseError, id="500"),
    pytest.param(proxy_page(502), ClerkAPIResponseError, id="502"),
    pytest.param(refusal(429), ClerkAPIResponseError, id="429"),
    pytest.param(refusal(429, Retry_After="60"), ClerkAPIResponseError, id="429 for a minute"),
    pytest.param(Answer({}), ClerkRuntimeError, id="no token"),
]


@pytest.mark.parametrize(("answer", "kind"), FAILURES)
async def test_failure_is_raised(
    clerk: Clerk,
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    answer: Any,
    kind: type[Exception],
) -> None:
    """Nobody is signed out by an API that fails: an error says what is wrong, in bounded time."""
    told: list[object] = []
    session = await sign_in(session_json())
    clerk.addListener(told.append, skipInitialEmit=True)
    start = platform.now()
    network.on(TOKENS, answer)
    with pytest.raises(kind):
        await session.getToken()
    assert platform.now() - start <= BUDGET
    assert len(network.requests) <= 6
    assert clerk.session == session
    assert told == []


@pytest.mark.parametrize(("answer", "kind"), FAILURES)
async def test_last_resort(
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    answer: Any,
    kind: type[Exception],
) -> None:
    """While the API fails a token that is about to expire is better than none."""
    session = await sign_in(session_json(token=make_jwt(lifetime=100)))
    platform.move(60)
    network.on(TOKENS, answer)
    assert await session.getToken(leewayInSeconds=50) == make_jwt(lifetime=100)
    assert network.requests
    assert kind


@pytest.mark.parametrize(("answer", "kind"), FAILURES)
async def test_no_last_resort_for_skip_cache(
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    answer: Any,
    kind: type[Exception],
) -> None:
    """Who wants a new token is not given an old one."""
    session = await sign_in(session_json(token=make_jwt(lifetime=100)))
    network.on(TOKENS, answer)
    with pytest.raises(kind):
        await session.getToken(skipCache=True)


async def test_last_resort_lives(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token that has expired, or does in this second, is no resort."""
    session = await sign_in(session_json(token=make_jwt()))
    network.on(TOKENS, refusal(429, Retry_After="60"))
    platform.move(58.5)
    assert await session.getToken() == make_jwt()
    platform.move(1)
    with pytest.raises(ClerkAPIResponseError):
        await session.getToken()


async def test_last_resort_is_no_answer_to_a_refusal(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """What the API refuses is not given from the cache."""
    session = await sign_in(session_json(token=make_jwt()))
    platform.move(55)
    network.on(TOKENS, refusal(422))
    with pytest.raises(ClerkAPIResponseError):
        await session.getToken()


@pytest.mark.parametrize(
    ("failures", "delays"),
    [
        pytest.param([refusal(500)], [0.5], id="500 once"),
        pytest.param([proxy_page(502), refusal(503)], [0.5, 1], id="proxy, then 503"),
        pytest.param([ClerkOfflineError(), ClerkOfflineError()], [0.3, 0.7], id="offline"),
        pytest.param([Answer("", 204), Answer({}), proxy_page(200)], [0.5, 1, 2], id="no token"),
        pytest.param([Answer({"jwt": 5}), Answer({"jwt": "x.y"})], [0.5, 1], id="bad token"),
        pytest.param([Answer({"jwt": f"{encode_part([])}.e30.x"})], [0.5], id="list for a header"),
        pytest.param([refusal(429)], [0.5], id="429 without a time"),
        pytest.param([refusal(429, Retry_After="3")], [3], id="429 for three seconds"),
        pytest.param([refusal(503, Retry_After="4")], [4], id="503 for four seconds"),
        pytest.param([refusal(429, Retry_After="0")], [0.5], id="429 for no time"),
        pytest.param([refusal(429, Retry_After=http_date(START + 5))], [4], id="429 with a date"),
    ],
)
async def test_passing_failure_is_waited_out(
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    failures: list[Any],
    delays: list[float],
) -> None:
    """Failures that pass delay the token and are not seen; `Retry-After` is kept to."""
    session = await sign_in(session_json())
    network.on(TOKENS, *failures, token_answer(NEW))
    assert await session.getToken() == NEW
    assert platform.slept == delays
    assert len(network.requests) == len(failures) + 1


@pytest.mark.parametrize("retry_after", ["25", "3600"])
async def test_retry_after_beyond_the_budget(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, retry_after: str
) -> None:
    """A pause that is longer than one can wait is told at once, with its length."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(429, Retry_After=retry_after))
    with pytest.raises(ClerkAPIResponseError) as caught:
        await session.getToken()
    assert caught.value.retryAfter == int(retry_after)
    assert (len(network.requests), platform.slept) == (1, [])


@pytest.mark.parametrize("status", [429, 503])
async def test_no_hammering(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, status: int
) -> None:
    """An API that always says to try again at once is tried six times at the most."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(status, Retry_After="0"))
    with pytest.raises(ClerkAPIResponseError):
        await session.getToken()
    assert len(network.requests) <= 6
    assert platform.slept == sorted(platform.slept)


@pytest.mark.parametrize("delay", [0.0, 3.0, 6.9, float("inf")])
async def test_all_tries_end_in_the_budget(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, delay: float
) -> None:
    """However slow the failures are, all tries together end before Chrome ends the worker."""
    session = await sign_in(session_json())
    network.on(TOKENS, Answer({}, 500, delay=delay))
    start = platform.now()
    await outcome(session.getToken())
    assert platform.now() - start <= BUDGET
    assert len(network.requests) > 1
    assert all(r.timeout <= min(max(TIMEOUTS), start + BUDGET - r.at) for r in network.requests)


async def test_fifty_share_a_failure(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Calls at once share a refusal too, and the question that follows it."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(401))
    network.on("GET /client", SIGNED_OUT)
    results = await asyncio.gather(*(outcome(session.getToken()) for _ in range(50)))
    assert results == [None] * 50
    assert network.log == [TOKENS, "GET /client"]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "authentication_invalid"),
        (404, "resource_not_found"),
        (403, "user_banned"),
        (403, "user_deactivated"),
        (403, "user_locked"),
    ],
)
async def test_session_is_gone(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, status: int, code: str
) -> None:
    """When a refusal turns out to mean that the session is over, it is None and all are told."""
    told: list[Any] = []
    session = await sign_in(session_json())
    clerk.addListener(told.append, skipInitialEmit=True)
    network.on(TOKENS, refusal(status, code))
    network.on("GET /client", SIGNED_OUT)
    assert await session.getToken() is None
    assert network.log == [TOKENS, "GET /client"]
    assert clerk.session is None
    assert [resources.session for resources in told] == [None]


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "authentication_invalid"), (404, "resource_not_found"), (403, "user_banned")],
)
async def test_session_is_kept(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, status: int, code: str
) -> None:
    """When the session is still there, the refusal is raised: 404 may be the template's."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(status, code))
    network.on("GET /client", SIGNED_IN)
    with pytest.raises(ClerkAPIResponseError) as caught:
        await session.getToken()
    assert (caught.value.status, caught.value.code) == (status, code)
    assert network.log == [TOKENS, "GET /client"]
    assert clerk.session == session


@pytest.mark.parametrize("status", [400, 403, 422])
async def test_other_refusals_are_final(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, status: int
) -> None:
    """Other refusals are raised at once, without another request, and sign nobody out."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(status))
    with pytest.raises(ClerkAPIResponseError):
        await session.getToken()
    assert network.log == [TOKENS]
    assert platform.slept == []
    assert clerk.session == session


@pytest.mark.parametrize(
    "answer",
    [ClerkOfflineError(), NEVER, refusal(500), refusal(403), proxy_page(502), proxy_page(200)],
)
async def test_question_that_fails(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, answer: Any
) -> None:
    """When it cannot be learned whether the session is over, it is not."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(401))
    network.on("GET /client", answer)
    assert isinstance(await outcome(session.getToken()), ClerkAPIResponseError | ClerkRuntimeError)
    assert clerk.session == session
    assert len(network.sent(TOKENS)) == 1


async def test_session_ends_while_its_token_is_awaited(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A getToken that fails after its session was ended elsewhere is None, not an error."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(422))
    gate = network.hold(TOKENS)
    token = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    network.on("GET /client", SIGNED_OUT)
    await clerk.reload()
    gate.open()
    assert await token is None


async def test_token_of_a_session_that_is_over(network: FakeNetwork, sign_in: SignIn) -> None:
    """A session object that was kept from before is no way to ask for tokens."""
    session = await sign_in(session_json())
    network.on("GET /client", SIGNED_OUT)
    await session.clerk.reload()
    network.forget()
    assert await session.getToken(skipCache=True) is None
    assert await session.getToken(template="x") is None
    assert network.log == []


async def test_unreadable_token_in_a_client(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A client with a token that is none is taken without it; the text of it is not logged."""
    network.on("GET /client", enveloped(client_json(session_json(token="qqqq.wwww"))))
    await clerk.load()
    assert clerk.isSignedIn
    [text] = platform.logged
    assert "cannot be read" in text
    assert "qqqq" not in text


async def test_failed_fetch_is_repeated_by_all_together(
    network: FakeNetwork, sign_in: SignIn
) -> None:
    """Many who all ask again after a refusal share the second request as well."""
    session = await sign_in(session_json())
    network.on(TOKENS, refusal(422), token_answer(NEW))

    async def insist() -> str | None:
        assert isinstance(await outcome(session.getToken()), ClerkAPIResponseError)
        token: str | None = await session.getToken()
        return token

    assert await asyncio.gather(*(insist() for _ in range(5))) == [NEW] * 5
    assert len(network.requests) == 2


async def test_machine_that_sleeps_between_two_tries(
    platform: FakePlatform, network: FakeNetwork, sign_in: Any
) -> None:
    """When it wakes the time for all tries is over; there is one more, with time of its own."""
    session = await sign_in(session_json())
    network.on(TOKENS, ClerkOfflineError(), token_answer(NEW))
    sleep = platform.sleep

    async def close_the_lid(seconds: float) -> None:
        await sleep(seconds + 3600)

    platform.sleep = close_the_lid  # type: ignore[method-assign]
    assert await session.getToken() == NEW
    assert network.requests[-1].timeout == TIMEOUTS[1]

"""What goes out: verbs, query, headers, bodies, and what a GET does without an answer."""

from __future__ import annotations

import pytest

from clerk.clerk import Clerk
from clerk.errors import (
    ClerkAPIResponseError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
)
from clerk.fapi import TIMEOUTS
from clerk.fapi import VERSIONS as SENT
from support.clerk_data import DEVICE, HOST, LIVE_HOST, LIVE_JWT_KEY, proxy_page, refusal
from support.coroutines import outcome
from support.platform import NEVER, Answer, FakeNetwork, FakePlatform, http_date

VERSIONS = list(SENT.items())
FORM = "application/x-www-form-urlencoded"


async def test_get_of_a_development_instance(clerk: Clerk, network: FakeNetwork) -> None:
    """The device goes into the query; there is no header, so that no preflight is needed."""
    network.on("GET /client", Answer({}))
    await clerk.fapi.request("GET", "/client", {"debug": "x"})
    [request] = network.requests
    assert request.url.startswith(f"https://{HOST}/v1/client?debug=x&__clerk_api_version=")
    assert request.pairs == [("debug", "x"), *VERSIONS, ("__clerk_db_jwt", DEVICE)]
    assert (request.method, request.headers, request.body) == ("GET", {}, None)


async def test_get_of_a_production_instance(live_clerk: Clerk, network: FakeNetwork) -> None:
    """The device goes into `Authorization`, and the query says that it does."""
    network.on("GET /client", Answer({}))
    await live_clerk.fapi.request("GET", "/client")
    [request] = network.requests
    assert request.host == LIVE_HOST
    assert request.pairs == [*VERSIONS, ("_is_native", "1")]
    assert request.headers == {"Authorization": f"Bearer {DEVICE}"}


async def test_first_request_of_a_production_instance(
    live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A device that is new says that it is native all the same, and asks for no dev browser."""
    del platform.local.values[LIVE_JWT_KEY]
    network.on("GET /client", Answer({}))
    await live_clerk.fapi.request("GET", "/client")
    [request] = network.requests
    assert request.pairs == [*VERSIONS, ("_is_native", "1")]
    assert request.headers == {}


@pytest.mark.parametrize("verb", ["DELETE", "PATCH", "PUT"])
async def test_other_verbs_are_posts(clerk: Clerk, network: FakeNetwork, verb: str) -> None:
    """The real verb is in the query, behind the versions and before the device."""
    network.on(f"{verb} /me", Answer({}))
    await clerk.fapi.request(verb, "/me", body={"firstName": "Ada"})
    [request] = network.requests
    assert request.method == "POST"
    assert request.pairs == [*VERSIONS, ("_method", verb), ("__clerk_db_jwt", DEVICE)]
    assert request.headers == {"Content-Type": FORM}
    assert request.body == "first_name=Ada"


@pytest.mark.parametrize(("body", "text"), [(None, None), ({}, "")])
async def test_empty_bodies(
    clerk: Clerk, network: FakeNetwork, body: dict[str, str] | None, text: str | None
) -> None:
    """No body is none, no fields are an empty one; the type is there in both cases."""
    network.on("POST /x", Answer({}))
    await clerk.fapi.request("POST", "/x", body=body)
    [request] = network.requests
    assert request.body == text
    assert request.headers == {"Content-Type": FORM}
    assert "_method" not in request.query


async def test_device_is_encoded_in_the_query(clerk: Clerk, network: FakeNetwork) -> None:
    """What the server gave as a token comes back as it was, whatever is in it."""
    token = "a+b/c=&d é"
    network.on("GET /client", Answer({}, headers={"Clerk-Db-Jwt": token}))
    await clerk.fapi.request("GET", "/client")
    await clerk.fapi.request("GET", "/client")
    assert network.requests[1].query["__clerk_db_jwt"] == token


async def test_get_without_an_answer_is_repeated(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A GET is sent three times when the network is gone, counting its tries in the query."""
    network.on("GET /client", ClerkOfflineError(), ClerkOfflineError(), Answer({"a": 1}))
    assert await clerk.fapi.request("GET", "/client") == {"a": 1}
    counted = [request.query.get("_clerk_retry_attempt") for request in network.requests]
    assert counted == [None, "1", "2"]
    assert network.requests[1].pairs[-1] == ("_clerk_retry_attempt", "1")
    assert platform.slept == [0.2, 0.6]


async def test_get_gives_up_on_a_dead_network(clerk: Clerk, network: FakeNetwork) -> None:
    """After three tries a GET says that it is offline."""
    network.on("GET /client", ClerkOfflineError())
    with pytest.raises(ClerkOfflineError):
        await clerk.fapi.request("GET", "/client")
    assert len(network.requests) == 3


async def test_post_is_never_repeated(clerk: Clerk, network: FakeNetwork) -> None:
    """A POST whose answer was lost may have been carried out: it is sent once."""
    network.on("POST /x", ClerkOfflineError())
    with pytest.raises(ClerkOfflineError):
        await clerk.fapi.request("POST", "/x")
    assert len(network.requests) == 1


async def test_hung_get_ends(clerk: Clerk, platform: FakePlatform, network: FakeNetwork) -> None:
    """A server that never answers costs a short try and a long one, and no more."""
    start = platform.now()
    network.on("GET /client", NEVER)
    with pytest.raises(ClerkTimeoutError):
        await clerk.fapi.request("GET", "/client")
    assert platform.now() - start == sum(TIMEOUTS[:2])
    assert len(network.requests) == 2


async def test_one_hung_get_holds_nobody_up(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """When one request hangs and the next does not, the answer is there within three seconds."""
    start = platform.now()
    network.on("GET /client", NEVER, Answer({}))
    await clerk.fapi.request("GET", "/client")
    assert platform.now() - start <= 3


async def test_get_of_a_refusal_is_not_repeated(clerk: Clerk, network: FakeNetwork) -> None:
    """A status is an answer, so a GET that fails with one is sent once."""
    network.on("GET /client", refusal(503))
    with pytest.raises(ClerkAPIResponseError):
        await clerk.fapi.request("GET", "/client")
    assert len(network.requests) == 1


async def test_what_a_refusal_says(clerk: Clerk, network: FakeNetwork) -> None:
    """Status, errors, trace id and what came beside them are on the exception."""
    network.on("POST /x", refusal(422, "form_code_incorrect", meta={"client": None}))
    error = await outcome(clerk.fapi.request("POST", "/x"))
    assert isinstance(error, ClerkAPIResponseError)
    assert (error.status, error.code, error.clerkTraceId) == (
        422,
        "form_code_incorrect",
        "trace_1",
    )
    assert str(error) == "long form_code_incorrect"
    assert error.meta == {"client": None}
    assert error.retryAfter is None


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(proxy_page(502), id="HTML"),
        pytest.param(Answer("", 502), id="nothing"),
        pytest.param(Answer([], 502), id="list"),
        pytest.param(Answer({"errors": None}, 502), id="null errors"),
        pytest.param(Answer({"errors": ["text"]}, 502), id="errors that are no objects"),
        pytest.param(Answer({"errors": {}, "meta": 5}, 502), id="errors that are no list"),
    ],
)
async def test_errors_that_are_not_clerks(
    clerk: Clerk, network: FakeNetwork, answer: Answer
) -> None:
    """A status of somebody between is an error with that status, whatever the body is."""
    network.on("POST /x", answer)
    error = await outcome(clerk.fapi.request("POST", "/x"))
    assert isinstance(error, ClerkAPIResponseError)
    assert (error.status, error.code, len(error.errors)) == (502, "unknown_error", 1)
    assert "502" in str(error)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        (" 7 ", 7),
        ("0", 0),
        ("", None),
        ("soon", None),
        ("²", None),
        ("-3", None),
        (http_date(1_800_000_090), 90),
        (http_date(1_700_000_000), 0),
    ],
)
async def test_retry_after(
    clerk: Clerk, network: FakeNetwork, header: str, seconds: int | None
) -> None:
    """`Retry-After` is read as seconds or as a date, and is never negative."""
    network.on("POST /x", refusal(429, Retry_After=header))
    error = await outcome(clerk.fapi.request("POST", "/x"))
    assert isinstance(error, ClerkAPIResponseError)
    assert error.retryAfter == seconds


async def test_empty_answer_is_none(clerk: Clerk, network: FakeNetwork) -> None:
    """An answer without a body gives None."""
    network.on("POST /x", Answer("", 204))
    assert await clerk.fapi.request("POST", "/x") is None


async def test_own_errors_have_codes(clerk: Clerk, network: FakeNetwork) -> None:
    """Programs tell the failures apart by `code`."""
    network.on("POST /x", ClerkOfflineError(), NEVER)
    codes = [
        getattr(await outcome(clerk.fapi.request("POST", "/x")), "code", None) for _ in range(2)
    ]
    assert codes == ["clerk_offline", "clerk_timeout"]
    assert issubclass(ClerkOfflineError, ClerkRuntimeError)

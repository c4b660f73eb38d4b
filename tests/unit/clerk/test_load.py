"""Loading: from the API, from what was kept, and after failures."""

from __future__ import annotations

import asyncio
import copy
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkError, ClerkOfflineError, ClerkRuntimeError
from clerk.publishable_key import parse_publishable_key
from support.clerk_data import (
    LIVE_HOST,
    SNAPSHOT_KEY,
    client_json,
    enveloped,
    make_jwt,
    make_key,
    proxy_page,
    refusal,
    session_json,
)
from support.coroutines import outcome
from support.platform import NEVER, Answer, FakeNetwork, FakePlatform

SIGNED_IN = client_json(session_json(token=make_jwt()))


def another(platform: FakePlatform) -> Clerk:
    """The client of a page that opened again, or of a background that was closed."""
    return Clerk(parse_publishable_key(make_key()), platform)


async def test_load_asks_once(clerk: Clerk, network: FakeNetwork) -> None:
    """Loading is one request, which says who is signed in."""
    network.on("GET /client", enveloped(SIGNED_IN))
    assert (clerk.loaded, clerk.status, clerk.session) == (False, "loading", None)
    await clerk.load()
    await clerk.load()
    assert network.log == ["GET /client"]
    assert (clerk.loaded, clerk.status) == (True, "ready")
    assert clerk.session is not None
    assert clerk.user is not None
    assert (clerk.session.id, clerk.user.id, clerk.isSignedIn) == ("sess_1", "user_1", True)


async def test_many_load_together(clerk: Clerk, network: FakeNetwork) -> None:
    """Calls that overlap share the request, and all end loaded."""
    network.on("GET /client", enveloped(SIGNED_IN))
    await asyncio.gather(*(clerk.load() for _ in range(20)))
    assert network.log == ["GET /client"]
    assert clerk.loaded


@pytest.mark.parametrize("client", [None, client_json()])
async def test_nobody_is_signed_in(clerk: Clerk, network: FakeNetwork, client: Any) -> None:
    """A device without a client, or without sessions, is ready and signed out."""
    network.on("GET /client", enveloped(client))
    await clerk.load()
    assert (clerk.status, clerk.session, clerk.user) == ("ready", None, None)
    assert clerk.isSignedIn is False


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(ClerkOfflineError(), ClerkOfflineError, id="offline"),
        pytest.param(refusal(500), ClerkAPIResponseError, id="500"),
        pytest.param(refusal(401), ClerkAPIResponseError, id="401"),
        pytest.param(proxy_page(502), ClerkAPIResponseError, id="proxy"),
        pytest.param(proxy_page(200), ClerkRuntimeError, id="portal"),
        pytest.param(Answer("", 204), ClerkRuntimeError, id="nothing"),
        pytest.param(Answer({}), ClerkRuntimeError, id="empty object"),
        pytest.param(Answer({"response": "x"}), ClerkRuntimeError, id="text"),
        pytest.param(NEVER, ClerkRuntimeError, id="hung"),
    ],
)
async def test_failure_is_not_signed_out(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, answer: Any, kind: type
) -> None:
    """A load that fails raises, for all who wait, and keeps nothing; the next one may succeed."""
    network.on("GET /client", answer)
    errors = await asyncio.gather(*(outcome(clerk.load()) for _ in range(3)))
    assert all(isinstance(error, kind) and isinstance(error, ClerkError) for error in errors)
    assert (clerk.status, clerk.loaded) == ("error", False)
    assert platform.session.values == {}
    network.on("GET /client", enveloped(SIGNED_IN))
    await clerk.load()
    assert clerk.status == "ready"
    assert clerk.isSignedIn


async def test_load_is_bounded(clerk: Clerk, platform: FakePlatform, network: FakeNetwork) -> None:
    """Whatever the API does not do, a load ends within seconds."""
    start = platform.now()
    network.on("GET /client", NEVER)
    await outcome(clerk.load())
    assert platform.now() - start <= 10


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [(refusal(500), 0.5), (proxy_page(502), 0.5), (refusal(429, Retry_After="2"), 2)],
)
async def test_one_bad_answer_is_waited_out(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, answer: Answer, seconds: float
) -> None:
    """A load asks an API once more that refuses for the moment, when it says that it may."""
    start = platform.now()
    network.on("GET /client", answer, enveloped(SIGNED_IN))
    await clerk.load()
    assert clerk.isSignedIn
    assert platform.now() - start == pytest.approx(seconds, abs=0.1)


@pytest.mark.parametrize("answer", [refusal(503), refusal(429, Retry_After="9")])
async def test_refusals_end_a_load(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, answer: Answer
) -> None:
    """An API that goes on refusing ends a load within seconds."""
    start = platform.now()
    network.on("GET /client", answer)
    assert isinstance(await outcome(clerk.load()), ClerkAPIResponseError)
    assert platform.now() - start <= 6


@pytest.mark.parametrize("client", [SIGNED_IN, client_json(), None])
async def test_second_life_makes_no_request(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, client: Any
) -> None:
    """What was learned is kept for the next background, be somebody signed in or not."""
    network.on("GET /client", enveloped(client))
    await clerk.load()
    network.forget()
    second = another(platform)
    await second.load()
    assert network.log == []
    assert second.client == clerk.client
    assert second.isSignedIn == clerk.isSignedIn


async def test_tokens_survive(clerk: Clerk, platform: FakePlatform, network: FakeNetwork) -> None:
    """Tokens that live are kept for the next background, those of templates too."""
    network.on("GET /client", enveloped(SIGNED_IN))
    template = make_jwt(lifetime=300, name="supabase")
    network.on("POST /client/sessions/sess_1/tokens/supabase", Answer({"jwt": template}))
    await clerk.load()
    assert clerk.session
    await clerk.session.getToken(template="supabase")
    network.forget()
    second = another(platform)
    await second.load()
    assert second.session
    assert await second.session.getToken(template="supabase") == template
    assert await second.session.getToken() == make_jwt()
    assert network.log == []


async def test_expired_tokens_are_not_kept(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """What is put into storage holds no token that has expired."""
    network.on("GET /client", enveloped(client_json(session_json(token=make_jwt(jti="old")))))
    await clerk.load()
    platform.move(61)
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert platform.session.values[SNAPSHOT_KEY]["tokens"] == []


def valid_snapshot() -> dict[str, Any]:
    return {
        "version": 2,
        "revision": ["1800000000.0", 7],
        "passed_over": None,
        "visit": None,
        "saved_at": 1_800_000_000.0,
        "clock_offset": 0.0,
        "client": SIGNED_IN,
        "tokens": [["sess_1", None, None, make_jwt(jti="kept")]],
    }


async def test_valid_snapshot_is_one(clerk: Clerk, platform: FakePlatform) -> None:
    """The snapshot that the next test spoils is taken as it is."""
    platform.session.values[SNAPSHOT_KEY] = valid_snapshot()
    await clerk.load()
    assert clerk.isSignedIn


@pytest.mark.parametrize(
    "spoiled",
    [
        pytest.param("text", id="text"),
        pytest.param([], id="list"),
        pytest.param({}, id="empty"),
        pytest.param({**valid_snapshot(), "version": 0}, id="old version"),
        pytest.param({**valid_snapshot(), "version": 3}, id="newer version"),
        pytest.param({**valid_snapshot(), "revision": 7}, id="revision"),
        pytest.param({**valid_snapshot(), "revision": ["x", "y"]}, id="revision in words"),
        pytest.param({**valid_snapshot(), "saved_at": None}, id="no time"),
        pytest.param({**valid_snapshot(), "saved_at": "soon"}, id="time in words"),
        pytest.param({**valid_snapshot(), "clock_offset": "x"}, id="clock"),
        pytest.param({**valid_snapshot(), "clock_offset": None}, id="no clock"),
        pytest.param({**valid_snapshot(), "tokens": None}, id="no tokens"),
        pytest.param({**valid_snapshot(), "tokens": [["sess_1"]]}, id="short token"),
        pytest.param({**valid_snapshot(), "tokens": [["s", None, None, "a.b.c"]]}, id="bad token"),
        pytest.param({**valid_snapshot(), "tokens": [["s", None, None, 5]]}, id="number token"),
        pytest.param({**valid_snapshot(), "client": "x"}, id="text client"),
        pytest.param({**valid_snapshot(), "client": {"sessions": ["x"]}}, id="text session"),
        pytest.param({**valid_snapshot(), "client": {"sessions": [{}]}}, id="empty session"),
        *(
            pytest.param({k: v for k, v in valid_snapshot().items() if k != name}, id=f"-{name}")
            for name in valid_snapshot()
        ),
    ],
)
async def test_spoiled_snapshot_is_ignored(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, spoiled: Any
) -> None:
    """What cannot be read is as good as nothing: the API is asked, and its word counts."""
    platform.session.values[SNAPSHOT_KEY] = spoiled
    network.on("GET /client", ClerkOfflineError())
    assert isinstance(await outcome(clerk.load()), ClerkOfflineError)
    assert (clerk.client.sessions, clerk.session, clerk.saved_at) == ([], None, 0.0)
    assert clerk.fapi.clock_offset == 0
    network.on("GET /client", enveloped(SIGNED_IN))
    await clerk.load()
    assert clerk.isSignedIn


async def test_older_snapshot_is_not_taken(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A snapshot that was overtaken on its way changes nothing."""
    network.on("GET /client", enveloped(client_json()), enveloped(SIGNED_IN))
    await clerk.load()
    signed_out = clerk.snapshot()
    platform.move(-3600)  # the user sets the clock back
    await clerk.reload()
    signed_in = clerk.snapshot()
    assert clerk.restore(signed_out) is False
    page = another(platform)
    assert page.restore(signed_out)
    assert page.restore(signed_in)
    assert page.isSignedIn
    assert clerk.isSignedIn


async def test_storage_that_cannot_be_written(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """State that cannot be kept is state all the same; the developer is told."""
    platform.session.failure = RuntimeError("quota")
    network.on("GET /client", enveloped(SIGNED_IN))
    await clerk.reload()
    assert clerk.isSignedIn
    assert any("quota" in text for text in platform.logged)


@pytest.mark.parametrize(
    ("statuses", "last", "chosen"),
    [
        (["active", "active"], "sess_2", "sess_2"),
        (["active", "active"], None, "sess_1"),
        (["active", "active"], "sess_9", "sess_1"),
        (["ended", "active"], "sess_1", "sess_2"),
        (["ended", "removed"], "sess_1", None),
        (["pending"], "sess_1", "sess_1"),
    ],
)
async def test_active_session(
    clerk: Clerk, network: FakeNetwork, statuses: list[str], last: str | None, chosen: str | None
) -> None:
    """The last active session is the active one, if it lives; else the first that does."""
    sessions = [session_json(n, status=status) for n, status in enumerate(statuses, 1)]
    network.on("GET /client", enveloped(client_json(*sessions, last_active_session_id=last)))
    await clerk.load()
    assert (clerk.session.id if clerk.session else None) == chosen
    assert clerk.isSignedIn == (chosen is not None and statuses != ["pending"])


async def test_what_resources_show(clerk: Clerk, network: FakeNetwork) -> None:
    """Resources have Clerk's camelCase names, and say so when there is no such field."""
    network.on("GET /client", enveloped(SIGNED_IN))
    await clerk.load()
    user, session = clerk.user, clerk.session
    assert user is not None
    assert session is not None
    assert (user.firstName, user.fullName, user.username) == ("Ada", "Ada Lovelace", None)
    assert user.primaryEmailAddress is not None
    assert user.primaryEmailAddress.emailAddress == "ada@example.com"
    assert [address.id for address in user.emailAddresses] == ["idn_1", "idn_2"]
    assert session.expireAt == 1_900_000_000_000
    assert session.lastActiveToken is not None
    assert session.lastActiveToken.getRawString() == make_jwt()
    with pytest.raises(AttributeError, match="User has no 'shoeSize'"):
        _ = user.shoeSize
    assert repr(session) == "<Session sess_1>"


async def test_failed_load_is_repeated_by_all_together(clerk: Clerk, network: FakeNetwork) -> None:
    """Many who all try again after a failure share the second request as well."""
    network.on("GET /client", refusal(403), enveloped(SIGNED_IN))

    async def insist() -> None:
        assert isinstance(await outcome(clerk.load()), ClerkAPIResponseError)
        await clerk.load()

    await asyncio.gather(*(insist() for _ in range(5)))
    assert len(network.requests) == 2


async def test_what_the_client_says_of_itself(clerk: Clerk, live_clerk: Clerk) -> None:
    """A client names its key, its host and the kind of its instance."""
    assert (clerk.publishableKey, clerk.instanceType) == (make_key(), "development")
    assert (live_clerk.frontendApi, live_clerk.instanceType) == (LIVE_HOST, "production")


async def test_reload_of_the_client(clerk: Clerk, network: FakeNetwork) -> None:
    """`client.reload()` asks the API and returns what is true then."""
    network.on("GET /client", enveloped(SIGNED_IN), enveloped(client_json()))
    await clerk.load()
    client = await clerk.client.reload()
    assert client is clerk.client
    assert clerk.session is None


async def test_client_beside_an_answer(clerk: Clerk, network: FakeNetwork) -> None:
    """The client that comes with the answer to a change is the state; that to a GET is not."""
    network.on("GET /client", enveloped(client_json()))
    await clerk.load()
    network.on("GET /me", enveloped({}, SIGNED_IN))
    network.on("PATCH /me", enveloped({}, SIGNED_IN))
    await clerk.request("GET", "/me")
    assert clerk.session is None
    await clerk.request("PATCH", "/me")
    assert clerk.session is not None


async def test_resources_can_be_copied(clerk: Clerk, network: FakeNetwork) -> None:
    """Python's own protocols find what they look for, or nothing, and equal data is equal."""
    network.on("GET /client", enveloped(SIGNED_IN))
    await clerk.load()
    assert clerk.user is not None
    assert copy.copy(clerk.user) == clerk.user
    assert hash(copy.copy(clerk.user)) == hash(clerk.user)
    assert clerk.user != clerk.session
    assert not hasattr(clerk.user, "_repr_html_")

"""The client token: where it comes from, where it is kept, and what takes it away."""

from __future__ import annotations

import asyncio

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError
from support.clerk_data import (
    DEVICE,
    HOST,
    JWT_KEY,
    LIVE_JWT_KEY,
    client_json,
    enveloped,
    make_jwt,
    proxy_page,
    refusal,
    session_json,
)
from support.coroutines import outcome
from support.platform import Answer, FakeNetwork, FakePlatform, Gate

FORGOTTEN = refusal(401, "dev_browser_unauthenticated")


@pytest.fixture
def new_device(platform: FakePlatform, network: FakeNetwork) -> None:
    """Nothing is stored; the API gives `device-2`, then `device-3`."""
    platform.local.values.clear()
    network.on("POST /dev_browser", Answer({"id": "device-2"}), Answer({"id": "device-3"}))


def test_key_is_that_of_clerks_sdk(clerk: Clerk) -> None:
    """The token is kept where Clerk's own extension SDK keeps it."""
    assert clerk.fapi.client_token.key == f"{HOST}|__clerk_client_jwt|v2"


@pytest.mark.usefixtures("new_device")
async def test_new_device_gets_a_token_first(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A development instance is asked for a device before all else, once, without a body."""
    network.on("GET /client", enveloped(None))
    await clerk.fapi.request("GET", "/client")
    await clerk.fapi.request("GET", "/client")
    assert network.log == ["POST /dev_browser", "GET /client", "GET /client"]
    assert "__clerk_db_jwt" not in network.requests[0].query
    assert network.requests[0].body is None
    assert network.requests[1].query["__clerk_db_jwt"] == "device-2"
    assert platform.local.values == {JWT_KEY: "device-2"}


@pytest.mark.usefixtures("new_device")
async def test_device_is_created_once_for_many(clerk: Clerk, network: FakeNetwork) -> None:
    """Requests that begin together on a new device share one device."""
    network.on("GET /a", Answer({}))
    await asyncio.gather(*(clerk.fapi.request("GET", "/a") for _ in range(20)))
    assert len(network.sent("POST /dev_browser")) == 1
    assert {r.query["__clerk_db_jwt"] for r in network.sent("GET /a")} == {"device-2"}


@pytest.mark.usefixtures("new_device")
async def test_device_that_could_not_be_created_is_tried_again(
    clerk: Clerk, network: FakeNetwork
) -> None:
    """A failure to get a device is told to all who wait and not remembered."""
    network.on("POST /dev_browser", ClerkOfflineError(), Answer({}), Answer({"id": "device-2"}))
    network.on("GET /a", Answer({}))
    together = (outcome(clerk.fapi.request("GET", "/a")) for _ in range(3))
    errors = await asyncio.gather(*together)
    assert [type(error) for error in errors] == [ClerkOfflineError] * 3
    with pytest.raises(ClerkRuntimeError) as caught:
        await clerk.fapi.request("GET", "/a")
    assert caught.value.code == "dev_browser"
    assert network.sent("GET /a") == []
    assert await clerk.fapi.request("GET", "/a") == {}


async def test_token_that_is_no_text_is_no_token(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """What else may stand in storage under the key is not sent."""
    platform.local.values[JWT_KEY] = {"jwt": 1}
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    network.on("GET /a", Answer({}))
    await clerk.fapi.request("GET", "/a")
    assert network.requests[-1].query["__clerk_db_jwt"] == "device-2"


@pytest.mark.parametrize("status", [200, 422, 500])
async def test_development_header_replaces_the_token(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, status: int
) -> None:
    """A new token is kept and used from then on, also one that an error brings."""
    network.on("GET /a", Answer({}, status, {"Clerk-Db-Jwt": "device-9"}))
    await outcome(clerk.fapi.request("GET", "/a"))
    await outcome(clerk.fapi.request("GET", "/a"))
    assert platform.local.values[JWT_KEY] == "device-9"
    assert network.requests[1].query["__clerk_db_jwt"] == "device-9"


@pytest.mark.parametrize("status", [200, 401, 500])
async def test_missing_header_keeps_the_token(
    clerk: Clerk, live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork, status: int
) -> None:
    """An answer without the header signs nobody out, whatever its status."""
    network.on("POST /a", Answer({}, status))
    await outcome(clerk.fapi.request("POST", "/a"))
    await outcome(live_clerk.fapi.request("POST", "/a"))
    assert platform.local.values == {JWT_KEY: DEVICE, LIVE_JWT_KEY: DEVICE}


async def test_empty_header_drops_the_token(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """An empty header is the API's word that the device is gone; the next request makes one."""
    network.on("GET /a", Answer({}, headers={"Clerk-Db-Jwt": ""}), Answer({}))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    await clerk.fapi.request("GET", "/a")
    assert JWT_KEY not in platform.local.values
    await clerk.fapi.request("GET", "/a")
    assert network.requests[-1].query["__clerk_db_jwt"] == "device-2"


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("Bearer device-9", "device-9"),
        ("device-9", "device-9"),
        ("Bearer", None),
        ("Bearer ", None),
        ("", None),
    ],
)
async def test_production_header(
    live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork, header: str, kept: str | None
) -> None:
    """`Authorization` brings a token with or without `Bearer`, or takes the token away."""
    network.on("GET /a", Answer({}, headers={"Authorization": header}), Answer({}))
    await live_clerk.fapi.request("GET", "/a")
    assert platform.local.values.get(LIVE_JWT_KEY) == kept
    await live_clerk.fapi.request("GET", "/a")
    expected = None if kept is None else f"Bearer {kept}"
    assert network.requests[1].headers.get("Authorization") == expected


async def test_each_instance_reads_its_own_header(
    clerk: Clerk, live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """The header of the other kind of instance changes nothing."""
    headers = {"Clerk-Db-Jwt": "development", "Authorization": "Bearer production"}
    network.on("GET /a", Answer({}, headers=headers))
    await clerk.fapi.request("GET", "/a")
    await live_clerk.fapi.request("GET", "/a")
    assert platform.local.values == {JWT_KEY: "development", LIVE_JWT_KEY: "production"}


@pytest.mark.parametrize("status", [200, 502])
async def test_proxy_page_keeps_the_token(
    clerk: Clerk, live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork, status: int
) -> None:
    """Headers of a page that is no JSON are not the API's: they take no token away."""
    network.on("POST /a", proxy_page(status))
    await outcome(clerk.fapi.request("POST", "/a"))
    await outcome(live_clerk.fapi.request("POST", "/a"))
    assert platform.local.values == {JWT_KEY: DEVICE, LIVE_JWT_KEY: DEVICE}


async def test_same_token_is_not_written_again(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A server that repeats the token in every answer causes no writing."""
    network.on("GET /a", Answer({}, headers={"Clerk-Db-Jwt": DEVICE}))
    await clerk.fapi.request("GET", "/a")
    await clerk.fapi.request("GET", "/a")
    assert platform.local.written == []
    assert platform.local.reads == 1


async def test_forgotten_device_is_replaced(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """When the server does not know the device any more, a new one sends the request again."""
    network.on("POST /a", FORGOTTEN, Answer({"done": True}))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    assert await clerk.fapi.request("POST", "/a", body={"x": "1"}) == {"done": True}
    assert network.log == ["POST /a", "POST /dev_browser", "POST /a"]
    assert network.requests[2].query["__clerk_db_jwt"] == "device-2"
    assert network.requests[2].form == {"x": "1"}
    assert platform.local.values[JWT_KEY] == "device-2"


async def test_forgotten_device_is_replaced_once(clerk: Clerk, network: FakeNetwork) -> None:
    """A server that knows no device at all is not asked for ever."""
    network.on("POST /a", FORGOTTEN)
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    with pytest.raises(ClerkAPIResponseError) as caught:
        await clerk.fapi.request("POST", "/a")
    assert caught.value.status == 401
    assert network.log == ["POST /a", "POST /dev_browser", "POST /a"]


async def test_get_token_replaces_the_device_once(
    clerk: Clerk, network: FakeNetwork, platform: FakePlatform
) -> None:
    """The whole of getToken makes one new device at the most, and nobody is signed out."""
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.load()
    network.forget()
    network.on("POST /client/sessions/sess_1/tokens", FORGOTTEN)
    network.on("GET /client", FORGOTTEN)
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    assert clerk.session
    error = await outcome(clerk.session.getToken())
    assert isinstance(error, ClerkAPIResponseError)
    assert len(network.sent("POST /dev_browser")) == 1
    assert clerk.session is not None


async def test_forgotten_device_ends_its_sessions(clerk: Clerk, network: FakeNetwork) -> None:
    """On a new device nobody is signed in: getToken finds that out and says None."""
    network.on("GET /client", enveloped(client_json(session_json())), enveloped(None))
    await clerk.load()
    tokens = "POST /client/sessions/sess_1/tokens"
    network.on(tokens, FORGOTTEN, refusal(401, "authentication_invalid"))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    assert clerk.session
    assert await clerk.session.getToken() is None
    assert clerk.session is None


async def test_forgotten_device_fails_no_request_beside_the_first(
    clerk: Clerk, network: FakeNetwork
) -> None:
    """Of two requests under way the later refusal too leads to the new device, and to no error."""
    network.on("GET /a", FORGOTTEN, Answer(["a"]))
    network.on("GET /b", FORGOTTEN, Answer(["b"]))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    gate = network.hold("GET /b")
    late = asyncio.ensure_future(outcome(clerk.fapi.request("GET", "/b")))
    await gate.arrival()
    assert await clerk.fapi.request("GET", "/a") == ["a"]
    gate.open()
    assert await late == ["b"]
    assert len(network.sent("POST /dev_browser")) == 1


async def test_slow_storage_fails_no_request_of_the_new_device(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """What begins with the new device while the old one is still being removed is not late."""
    await clerk.fapi.client_token.get()
    network.on("GET /a", FORGOTTEN, Answer(["a"]))
    network.on("GET /b", Answer(["b"]))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    platform.local.gate = removing = Gate()
    first = asyncio.ensure_future(outcome(clerk.fapi.request("GET", "/a")))
    await removing.arrival()
    platform.local.gate = None
    answer = network.hold("GET /b")
    second = asyncio.ensure_future(outcome(clerk.fapi.request("GET", "/b")))
    await answer.arrival()
    removing.open()
    assert await first == ["a"]
    answer.open()
    assert await second == ["b"]


async def test_late_answer_of_an_old_device_is_not_read(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A token that comes with an answer to a dropped device does not replace the new one."""
    network.on("POST /slow", Answer({}, headers={"Clerk-Db-Jwt": "device-old"}))
    gate = network.hold("POST /slow")
    slow = asyncio.ensure_future(outcome(clerk.fapi.request("POST", "/slow")))
    await gate.arrival()
    network.on("POST /a", FORGOTTEN, Answer({}))
    network.on("POST /dev_browser", Answer({"id": "device-2"}))
    await clerk.fapi.request("POST", "/a")
    gate.open()
    assert getattr(await slow, "code", None) == "stale_answer"
    assert platform.local.values[JWT_KEY] == "device-2"


async def test_only_the_client_token_goes_to_disk(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """Storage that outlives the browser gets the client token and nothing else, ever."""
    token = make_jwt()
    client = client_json(session_json(token=token))
    headers = {"Clerk-Db-Jwt": "device-9"}
    network.on("GET /client", enveloped(client, headers=headers))
    network.on("POST /client/sessions/sess_1/tokens", Answer({"jwt": make_jwt(jti="2")}))
    network.on("DELETE /client/sessions", enveloped(client_json()))
    await clerk.load()
    assert clerk.session
    await clerk.session.getToken(skipCache=True)
    await clerk.signOut()
    assert platform.local.written == [(JWT_KEY, "device-9")]
    assert platform.local.values[JWT_KEY] == "device-9"  # sign-out keeps the device


async def test_two_clients_do_not_mix(
    clerk: Clerk, live_clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """Clients of two instances on one platform share no session, token, device or snapshot."""
    network.on("GET /client", enveloped(client_json(session_json(token=make_jwt()))))
    await clerk.load()
    network.on("GET /client", enveloped(client_json()))
    await live_clerk.load()
    assert clerk.session is not None
    assert clerk.user is not None
    assert live_clerk.session is None
    assert all(resource.clerk is clerk for resource in (clerk.client, clerk.session, clerk.user))
    assert len(platform.session.values) == 2
    network.on("DELETE /client/sessions", enveloped(client_json()))
    await clerk.signOut()
    assert network.requests[-1].host == HOST
    assert set(platform.local.values) == {JWT_KEY, LIVE_JWT_KEY}


async def test_newer_token_is_not_dropped(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """A refusal of a token that was replaced meanwhile drops nothing; the newer one is tried."""
    network.on("POST /slow", FORGOTTEN, Answer({"done": True}))
    gate = network.hold("POST /slow")
    slow = asyncio.ensure_future(clerk.fapi.request("POST", "/slow"))
    await gate.arrival()
    network.on("GET /a", Answer({}, headers={"Clerk-Db-Jwt": "device-9"}))
    await clerk.fapi.request("GET", "/a")
    gate.open()
    assert await slow == {"done": True}
    assert network.requests[-1].query["__clerk_db_jwt"] == "device-9"
    assert platform.local.values[JWT_KEY] == "device-9"


@pytest.mark.usefixtures("new_device")
async def test_failed_device_is_created_again_by_all_together(
    clerk: Clerk, network: FakeNetwork
) -> None:
    """Many who all try again after a failure share the second device as well."""
    network.on("POST /dev_browser", ClerkOfflineError(), Answer({"id": "device-2"}))
    network.on("GET /a", Answer({}))

    async def insist() -> None:
        assert isinstance(await outcome(clerk.fapi.request("GET", "/a")), ClerkOfflineError)
        await clerk.fapi.request("GET", "/a")

    await asyncio.gather(*(insist() for _ in range(5)))
    assert len(network.sent("POST /dev_browser")) == 2

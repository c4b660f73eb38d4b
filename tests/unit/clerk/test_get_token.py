"""getToken while the API works: when it asks, for what, and whose answer counts."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.resources.session import Session
from support.clerk_data import client_json, enveloped, make_jwt, session_json, token_answer
from support.coroutines import settle
from support.platform import START, FakeNetwork, FakePlatform, Gate, http_date

from .conftest import SignIn

TOKENS = "POST /client/sessions/sess_1/tokens"
OLD = make_jwt(jti="old")
NEW = make_jwt(jti="new")


async def test_token_comes_with_the_client(clerk: Clerk, network: FakeNetwork) -> None:
    """The first call after loading needs no request: the client brought the token."""
    network.on("GET /client", enveloped(client_json(session_json(token=OLD))))
    await clerk.load()
    assert clerk.session
    assert await clerk.session.getToken() == OLD
    assert network.log == ["GET /client"]


async def test_request_for_a_token(network: FakeNetwork, sign_in: SignIn) -> None:
    """Without a token at hand one is asked for, with the organization even where it is none."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer(NEW))
    assert await session.getToken() == NEW
    [request] = network.requests
    assert (request.method, request.body) == ("POST", "organization_id=")
    assert "debug" not in request.query
    assert await session.getToken() == NEW
    assert len(network.requests) == 1


@pytest.mark.parametrize(
    ("age", "lifetime", "leeway", "asks"),
    [
        pytest.param(0, 60, None, False, id="new"),
        pytest.param(49, 60, None, False, id="eleven seconds left"),
        pytest.param(50, 60, None, True, id="ten seconds left"),
        pytest.param(60, 60, None, True, id="expired"),
        pytest.param(3600, 60, None, True, id="long expired"),
        pytest.param(2, 3, None, False, id="young, with a short life"),
        pytest.param(2.25, 3, None, True, id="three quarters of a short life"),
        pytest.param(3590, 3600, None, True, id="long life, ten seconds left"),
        pytest.param(55, 60, 4, False, id="enough for a small leeway"),
        pytest.param(55, 60, 5, True, id="no more than a small leeway"),
        pytest.param(20, 60, 40, True, id="no more than a large leeway"),
        pytest.param(20, 60, 39, False, id="enough for a large leeway"),
        pytest.param(59, 60, 0, False, id="no leeway"),
        pytest.param(60, 60, 0, True, id="expired, no leeway"),
        pytest.param(0, 60, 600, True, id="leeway beyond the life"),
    ],
)
async def test_when_a_token_is_good_enough(
    platform: FakePlatform,
    network: FakeNetwork,
    sign_in: SignIn,
    age: float,
    lifetime: float,
    leeway: float | None,
    asks: bool,
) -> None:
    """A token is handed out while it has more life left than the leeway."""
    old = make_jwt(lifetime=lifetime, jti="old")
    session = await sign_in(session_json(token=old))
    platform.move(age)
    new = make_jwt(START + age)
    network.on(TOKENS, token_answer(new))
    assert await session.getToken(leewayInSeconds=leeway) == (new if asks else old)
    assert len(network.requests) == int(asks)


async def test_many_share_one_request(network: FakeNetwork, sign_in: SignIn) -> None:
    """Fifty calls at once are one request, and the next one none."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer(NEW))
    tokens = await asyncio.gather(*(session.getToken() for _ in range(50)))
    assert set(tokens) == {NEW}
    assert network.log == [TOKENS]
    await session.getToken()
    assert network.log == [TOKENS]


async def test_different_tokens_are_not_shared(network: FakeNetwork, sign_in: SignIn) -> None:
    """Calls at once for different templates, organizations and sessions get each their own."""
    session = await sign_in(session_json(), session_json(2))
    second = session.clerk.client.sessions[1]
    one, two = "POST /client/sessions/sess_1/tokens", "POST /client/sessions/sess_2/tokens"
    network.on(one, lambda r: token_answer(make_jwt(org=r.form["organization_id"])))
    network.on(f"{one}/a", token_answer(make_jwt(template="a")))
    network.on(f"{one}/b", token_answer(make_jwt(template="b")))
    network.on(two, token_answer(make_jwt(sid="sess_2")))
    calls = [
        session.getToken(),
        session.getToken(organizationId="org_1"),
        session.getToken(template="a"),
        session.getToken(template="b"),
        second.getToken(),
    ]
    expected = [
        make_jwt(org=""),
        make_jwt(org="org_1"),
        make_jwt(template="a"),
        make_jwt(template="b"),
        make_jwt(sid="sess_2"),
    ]
    assert await asyncio.gather(*calls) == expected
    assert await session.getToken(template="b") == expected[3]
    assert await session.getToken(organizationId="org_1") == expected[1]
    assert len(network.requests) == 5


async def test_skip_cache(network: FakeNetwork, sign_in: SignIn) -> None:
    """`skipCache` asks although a token is there, says so, and what it gets is kept."""
    session = await sign_in(session_json(token=OLD))
    network.on(TOKENS, token_answer(NEW))
    assert await session.getToken(skipCache=True) == NEW
    [request] = network.requests
    assert request.pairs[0] == ("debug", "skip_cache")
    assert await session.getToken() == NEW
    assert len(network.requests) == 1


async def test_skip_cache_joins_nobody(network: FakeNetwork, sign_in: SignIn) -> None:
    """Each call with `skipCache` is a request of its own; a plain call shares the latest."""
    session = await sign_in(session_json())
    texts = [make_jwt(jti=str(number)) for number in range(3)]
    network.on(TOKENS, *(token_answer(text) for text in texts))
    gates = [network.hold(TOKENS) for _ in texts]
    tasks = []
    for number, skip in enumerate((False, True, True)):
        tasks.append(asyncio.ensure_future(session.getToken(skipCache=skip)))
        await gates[number].arrival()
    tasks.append(asyncio.ensure_future(session.getToken()))
    await settle()
    assert len(network.requests) == 3
    for gate in gates:
        gate.open()
    assert await asyncio.gather(*tasks) == [*texts, texts[2]]


async def ask_early(
    network: FakeNetwork, session: Session
) -> tuple[Gate, asyncio.Future[str | None]]:
    """Ask for a token whose answer, `OLD`, is held back; who asks next gets `NEW`."""
    network.on(TOKENS, token_answer(OLD), token_answer(NEW))
    gate = network.hold(TOKENS)
    early = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    return gate, early


async def test_token_that_skip_cache_overtook(network: FakeNetwork, sign_in: SignIn) -> None:
    """An answer that was asked for before is given to who asked, and not kept."""
    session = await sign_in(session_json())
    gate, early = await ask_early(network, session)
    assert await session.getToken(skipCache=True) == NEW
    gate.open()
    assert await early == OLD
    assert await session.getToken() == NEW
    assert len(network.requests) == 2


async def test_token_that_was_under_way_when_the_cache_was_cleared(
    network: FakeNetwork, sign_in: SignIn
) -> None:
    """After `clearCache` nobody gets what was asked for before, and it is not kept."""
    session = await sign_in(session_json())
    gate, early = await ask_early(network, session)
    session.clearCache()
    late = asyncio.ensure_future(session.getToken())
    await settle()
    gate.open()
    assert (await early, await late) == (OLD, NEW)
    assert await session.getToken() == NEW


async def test_failed_fetch_is_not_joined_later(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A call that comes after a failure makes a request of its own."""
    session = await sign_in(session_json())
    network.on(TOKENS, token_answer("no.token"))
    with pytest.raises(Exception, match="token"):
        await session.getToken()
    network.on(TOKENS, token_answer(NEW))
    assert await session.getToken() == NEW


async def test_template(network: FakeNetwork, sign_in: SignIn) -> None:
    """A template has a path and a slot of its own; its request carries no fields."""
    session = await sign_in(session_json(token=OLD, last_active_organization_id="org_1"))
    text = make_jwt(template="supabase")
    network.on(f"{TOKENS}/supabase", token_answer(text))
    assert await session.getToken(template="supabase") == text
    [request] = network.requests
    assert request.body == ""
    assert await session.getToken(template="supabase") == text
    assert await session.getToken() == OLD
    assert len(network.requests) == 1


async def test_template_is_encoded(network: FakeNetwork, sign_in: SignIn) -> None:
    """No template's name reaches another path or the query."""
    session = await sign_in(session_json())
    network.on(f"{TOKENS}/a%20b%2F..%3Fc%C3%A9", token_answer(NEW))
    assert await session.getToken(template="a b/..?cé") == NEW


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        pytest.param({}, "org_active", id="active one"),
        pytest.param({"organizationId": "org_2"}, "org_2", id="another"),
        pytest.param({"organizationId": None}, "", id="None"),
        pytest.param({"organizationId": ""}, "", id="empty"),
    ],
)
async def test_organization(
    network: FakeNetwork, sign_in: SignIn, options: dict[str, Any], sent: str
) -> None:
    """Without the option it is the active organization; None and empty are the personal one."""
    session = await sign_in(session_json(last_active_organization_id="org_active"))
    network.on(TOKENS, token_answer(NEW))
    assert await session.getToken(**options) == NEW
    assert network.requests[0].form == {"organization_id": sent}
    assert await session.getToken(**options) == NEW
    assert len(network.requests) == 1


async def test_organization_is_part_of_the_slot(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token of the active organization is not handed out for the personal account."""
    session = await sign_in(session_json(token=OLD, last_active_organization_id="org_1"))
    network.on(TOKENS, token_answer(NEW))
    assert await session.getToken(organizationId="org_1") == OLD
    assert await session.getToken() == OLD
    assert await session.getToken(organizationId=None) == NEW
    assert await session.getToken(organizationId="") == NEW
    assert len(network.requests) == 1
    other = session_json(last_active_organization_id="org_2")
    network.on("GET /client", enveloped(client_json(other)))
    await clerk.reload()
    await clerk.session.getToken()  # type: ignore[union-attr]
    assert network.requests[-1].form == {"organization_id": "org_2"}


async def test_last_active_token(network: FakeNetwork, sign_in: SignIn) -> None:
    """`lastActiveToken` follows what getToken fetches, expired or not."""
    session = await sign_in(session_json())
    before = session.lastActiveToken
    network.on(TOKENS, token_answer(make_jwt(START - 100)))
    await session.getToken()
    assert before is None
    assert session.lastActiveToken
    assert session.lastActiveToken.getRawString() == make_jwt(START - 100)


async def test_late_answer_does_not_roll_back(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token of older data, that arrives later, is given to who asked and not kept."""
    session = await sign_in(session_json())
    stale, fresh = make_jwt(oiat=100, jti="stale"), make_jwt(oiat=200, jti="fresh")
    network.on(TOKENS, token_answer(stale))
    gate = network.hold(TOKENS)
    late = asyncio.ensure_future(session.getToken())
    await gate.arrival()
    network.on("GET /client", enveloped(client_json(session_json(token=fresh))))
    await clerk.reload()
    gate.open()
    assert await late == stale
    assert await session.getToken() == fresh
    assert network.log == [TOKENS, "GET /client"]


async def test_old_client_does_not_roll_back(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A client with an older token, as an answer of another endpoint may bring, is no harm."""
    fresh, stale = make_jwt(START, oiat=200), make_jwt(START - 30, oiat=200)
    session = await sign_in(session_json(token=fresh))
    network.on("GET /client", enveloped(client_json(session_json(token=stale))))
    await clerk.reload()
    assert await session.getToken() == fresh


async def test_expired_token_of_fresher_data_gives_way(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An expired token does not keep one that lives out, or every call would be a request."""
    session = await sign_in(session_json(token=make_jwt(oiat=200)))
    platform.move(120)
    new = make_jwt(START + 120, oiat=100)
    network.on(TOKENS, token_answer(new))
    assert await session.getToken() == new
    assert await session.getToken() == new
    assert len(network.requests) == 1


@pytest.mark.parametrize("ahead", [-7200, -120, 120, 7200])
async def test_wrong_local_clock(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, ahead: float
) -> None:
    """With a clock that is wrong, either way, a token is kept as long as it lives and no longer."""
    platform.move(ahead)

    def date() -> dict[str, str]:
        return {"Date": http_date(platform.now() - ahead)}

    old = make_jwt(jti="old")
    network.on("GET /client", enveloped(client_json(session_json(token=old)), headers=date()))
    await clerk.load()
    network.forget()
    assert clerk.session
    assert clerk.fapi.clock_offset == -ahead
    assert await clerk.session.getToken() == old
    platform.move(45)
    assert await clerk.session.getToken() == old
    assert network.log == []
    platform.move(10)
    new = make_jwt(START + 55)
    network.on(TOKENS, token_answer(new, headers=date()))
    assert await clerk.session.getToken() == new
    assert await clerk.session.getToken() == new
    assert network.log == [TOKENS]


async def test_clock_that_is_set_back_keeps_no_token_alive(
    platform: FakePlatform, network: FakeNetwork, sign_in: Any
) -> None:
    """Where the clock says that more than a token's whole life is left, a new one is asked for."""
    session = await sign_in(session_json(token=make_jwt(iat=platform.now())))
    later = platform.now() + 120
    network.on(TOKENS, token_answer(make_jwt(later), headers={"Date": http_date(later)}))
    platform.move(120 - 3600)
    assert await session.getToken() == await session.getToken() == make_jwt(later)
    assert network.log == [TOKENS]


@pytest.mark.parametrize("header", [{}, {"Date": ""}, {"Date": "today"}])
async def test_answer_without_a_date(
    clerk: Clerk, network: FakeNetwork, header: dict[str, str]
) -> None:
    """An answer whose `Date` cannot be read leaves what is known about the clock."""
    clerk.fapi.clock_offset = 7.0
    network.on("GET /client", enveloped(client_json(), headers=header))
    await clerk.load()
    assert clerk.fapi.clock_offset == 7.0


async def test_clock_is_known_in_the_next_life(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork
) -> None:
    """What was learned about the clock is kept with the tokens that are measured by it."""
    platform.move(600)
    answer = enveloped(
        client_json(session_json(token=OLD)), headers={"Date": http_date(platform.now() - 600)}
    )
    network.on("GET /client", answer)
    await clerk.load()
    network.forget()
    second = Clerk(clerk.fapi.key, platform)
    await second.load()
    assert second.session
    assert await second.session.getToken() == OLD
    assert network.log == []
    assert second.saved_at == clerk.saved_at


async def test_template_knows_no_organization(network: FakeNetwork, sign_in: SignIn) -> None:
    """The API is not told an organization for a template, so one token serves for all."""
    session = await sign_in(session_json(last_active_organization_id="org_1"))
    network.on(f"{TOKENS}/t", token_answer(NEW))
    for organization in ("org_1", "org_2", None):
        assert await session.getToken(template="t", organizationId=organization) == NEW
    assert len(network.requests) == 1


async def test_template_is_for_the_active_organization(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: Any
) -> None:
    """Its token is not handed out when another organization has become active, nor kept for it."""

    async def activate(organization: str) -> None:
        session = session_json(last_active_organization_id=organization)
        network.on("GET /client", enveloped(client_json(session)))
        await clerk.reload()

    async def get_token() -> str | None:
        assert clerk.session
        return await clerk.session.getToken(template="t")

    await sign_in(session_json(last_active_organization_id="org_1"))
    network.on(f"{TOKENS}/t", token_answer(OLD), token_answer(NEW))
    assert [await get_token(), await get_token()] == [OLD, OLD]
    await activate("org_2")
    assert [await get_token(), await get_token()] == [NEW, NEW]
    assert len(network.sent(f"{TOKENS}/t")) == 2
    await activate("org_1")
    assert await get_token() == OLD
    await activate("org_2")
    network.forget()
    await platform.pass_time(55)  # what was asked for twice would be replaced ahead of time
    assert network.log == [f"{TOKENS}/t"]


async def test_template_that_is_minted_while_the_organization_changes(
    clerk: Clerk, network: FakeNetwork, sign_in: Any
) -> None:
    """For which of the two its token is cannot be told: it is given to who waits, and not kept."""
    session = await sign_in(session_json(last_active_organization_id="org_1"))
    network.on(f"{TOKENS}/t", token_answer(OLD), token_answer(NEW))
    gate = network.hold(f"{TOKENS}/t")
    early = asyncio.ensure_future(session.getToken(template="t"))
    await gate.arrival()
    network.on("GET /client", enveloped(client_json(session_json(last_active_organization_id="x"))))
    await clerk.reload()
    gate.open()
    assert await early == OLD
    network.on("GET /client", enveloped(client_json(session.data)))
    await clerk.reload()
    assert await session.getToken(template="t") == NEW

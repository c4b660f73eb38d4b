"""Choosing the active session and the active organization."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError
from support.clerk_data import (
    client_json,
    enveloped,
    make_jwt,
    refusal,
    session_json,
    user_json,
)
from support.coroutines import outcome, settle
from support.platform import Answer, FakeNetwork, FakePlatform, Request

from .conftest import SignIn

TOUCH = "POST /client/sessions/sess_1/touch"
TOKENS = "POST /client/sessions/sess_1/tokens"
ACME = {"id": "org_1", "name": "Acme", "slug": "acme"}
MEMBER = user_json(organization_memberships=[{"id": "m", "role": "r", "organization": ACME}])


def member(organization: str | None = None, **more: Any) -> dict[str, Any]:
    """A session of a member of Acme, with a token of its own for each organization."""
    token = make_jwt(org=organization)
    return session_json(token=token, user=MEMBER, last_active_organization_id=organization, **more)


def touched(organization: str | None) -> Answer:
    session = member(organization)
    return enveloped(session, client_json(session))


@pytest.mark.parametrize("by_id", [True, False])
async def test_set_active(clerk: Clerk, network: FakeNetwork, sign_in: SignIn, by_id: bool) -> None:
    """Another session becomes the active one, by its id or itself, with the answer's token."""
    first, second = session_json(1), session_json(2, last_active_organization_id="org_2")
    await sign_in(first, second)
    token = make_jwt(sid="sess_2")
    touched = session_json(2, token, last_active_organization_id="org_2")
    client = client_json(first, touched, last_active_session_id="sess_2")
    network.on("POST /client/sessions/sess_2/touch", enveloped(touched, client))
    await clerk.setActive("sess_2" if by_id else clerk.client.sessions[1])
    [request] = network.requests
    assert request.form == {"active_organization_id": "org_2", "intent": "select_session"}
    assert clerk.session is not None
    assert clerk.session.id == "sess_2"
    assert await clerk.session.getToken() == token
    assert len(network.requests) == 1


async def test_set_active_without_an_organization(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """The personal account is sent as an empty organization."""
    session = await sign_in(session_json(token=make_jwt()))
    network.on("POST /client/sessions/sess_1/touch", enveloped(session.data))
    await clerk.setActive(session)
    assert network.requests[0].body == "active_organization_id=&intent=select_session"


@pytest.mark.parametrize("loaded", [True, False])
async def test_set_active_of_an_unknown_session(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, loaded: bool
) -> None:
    """A session that is not here is refused with its id; that it is not is learned first."""
    network.on("GET /client", enveloped(client_json()))
    if loaded:
        await sign_in(session_json())
    with pytest.raises(ClerkRuntimeError, match="sess_9") as caught:
        await clerk.setActive("sess_9")
    assert caught.value.code == "session_not_found"
    assert network.log == ([] if loaded else ["GET /client"])


async def test_set_active_that_fails(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """A refusal leaves the active session as it was."""
    await sign_in(session_json(1), session_json(2))
    network.on("POST /client/sessions/sess_2/touch", refusal(500))
    assert isinstance(await outcome(clerk.setActive("sess_2")), ClerkAPIResponseError)
    assert clerk.session is not None
    assert clerk.session.id == "sess_1"


async def test_organization_reaches_everything(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """After a switch the organization, the session, the token and listeners agree."""
    await sign_in(member())
    told: list[Any] = []
    clerk.addListener(lambda resources: told.append(resources.organization), skipInitialEmit=True)
    network.on(TOUCH, touched("org_1"))
    await clerk.setActive(organization="org_1")
    assert network.requests[0].form == {"active_organization_id": "org_1", "intent": "select_org"}
    assert clerk.organization
    assert clerk.session
    assert (clerk.organization.name, clerk.session.lastActiveOrganizationId) == ("Acme", "org_1")
    assert await clerk.session.getToken() == make_jwt(org="org_1")
    assert [organization.id for organization in told] == ["org_1"]
    assert network.log == [TOUCH]


async def test_ways_to_name_an_organization(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """By id, slug, the organization itself or the membership in it: the id goes out."""
    await sign_in(member())
    assert clerk.user
    [membership] = clerk.user.organizationMemberships
    network.on(TOUCH, touched("org_1"))
    for name in ("org_1", "acme", membership.organization, membership):
        await clerk.setActive(organization=name)
    assert {request.form["active_organization_id"] for request in network.requests} == {"org_1"}


@pytest.mark.parametrize("name", [None, ""])
async def test_personal_account(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, name: str | None
) -> None:
    """None and an empty text mean the personal account."""
    await sign_in(member("org_1"))
    assert clerk.organization
    network.on(TOUCH, touched(None))
    await clerk.setActive(organization=name)
    assert network.requests[0].form == {"active_organization_id": "", "intent": "select_org"}
    assert clerk.organization is None


@pytest.mark.parametrize("name", ["org_9", "unknown-slug"])
async def test_unknown_organization_is_asked_for_and_refused(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, name: str
) -> None:
    """The user's list may be cut off, so the API decides; its refusal changes nothing."""
    await sign_in(member("org_1"))
    network.on(TOUCH, refusal(404, "organization_not_found_or_unauthorized"))
    error = await outcome(clerk.setActive(organization=name))
    assert isinstance(error, ClerkAPIResponseError)
    assert network.requests[0].form["active_organization_id"] == name
    assert clerk.organization
    assert clerk.organization.id == "org_1"


@pytest.mark.parametrize(
    ("asked", "answered", "code"),
    [
        ("org_9", "org_1", "organization_not_found"),
        ("org_9", None, "organization_not_found"),
        ("unknown-slug", None, "organization_not_found"),
        (None, "org_1", "organization_required"),
    ],
)
async def test_another_organization_than_asked_for(
    clerk: Clerk,
    network: FakeNetwork,
    sign_in: SignIn,
    asked: str | None,
    answered: str | None,
    code: str,
) -> None:
    """An API that takes another organization, or none, is not taken for a success."""
    await sign_in(member("org_1"))
    network.on(TOUCH, touched(answered))
    with pytest.raises(ClerkRuntimeError) as caught:
        await clerk.setActive(organization=asked)
    assert caught.value.code == code


async def test_organization_that_the_list_lacks(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A slug that only the API knows is a success when it says so."""
    await sign_in(member())
    network.on(TOUCH, touched("org_200"))
    await clerk.setActive(organization="far-down")
    assert clerk.session
    assert clerk.session.lastActiveOrganizationId == "org_200"


async def test_forced_organization_is_known(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Where the settings are known to force an organization, none is refused without a request."""
    await sign_in(member("org_1"))
    forced = {"organization_settings": {"force_organization_selection": True}}
    network.on("GET /environment", Answer(forced))
    await clerk.getEnvironment()
    network.forget()
    with pytest.raises(ClerkRuntimeError) as caught:
        await clerk.setActive(organization=None)
    assert caught.value.code == "organization_required"
    assert network.log == []


async def test_one_after_the_other(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Of two switches at once the second waits for the first, even if that fails."""
    await sign_in(member())
    network.on(TOUCH, refusal(500), touched("org_1"))
    gate = network.hold(TOUCH)
    first = asyncio.ensure_future(outcome(clerk.setActive(organization=None)))
    second = asyncio.ensure_future(clerk.setActive(organization="org_1"))
    await gate.arrival()
    await settle()
    assert len(network.requests) == 1
    gate.open()
    assert isinstance(await first, ClerkAPIResponseError)
    await second
    assert clerk.organization


async def test_session_and_organization_together(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Both may be chosen in one request."""
    other = session_json(2, make_jwt(sid="sess_2"))
    await sign_in(other, member(), last_active_session_id="sess_2")
    session = member("org_1")
    client = client_json(other, session, last_active_session_id="sess_1")
    network.on(TOUCH, enveloped(session, client))
    await clerk.setActive(session="sess_1", organization="acme")
    assert clerk.session
    assert clerk.session.id == "sess_1"
    assert clerk.organization
    assert network.log == [TOUCH]


async def test_nobody_active(clerk: Clerk, platform: FakePlatform, sign_in: SignIn) -> None:
    """With None nobody is active although sessions are there, without a request, until chosen."""
    session = await sign_in(member(), session_json(2))
    await clerk.setActive(session=None)
    assert (clerk.session, clerk.user, len(clerk.client.sessions)) == (None, None, 2)
    assert platform.network.log == []
    later = Clerk(clerk.fapi.key, platform)
    await later.load()
    assert later.session is None
    with pytest.raises(ClerkRuntimeError) as caught:
        await clerk.setActive(organization="org_1")
    assert caught.value.code == "no_active_session"
    platform.network.on(TOUCH, touched(None))
    await clerk.setActive(session=session)
    assert clerk.session == session


async def test_answer_without_a_client(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Where the answer carries the session alone, that becomes the state, with its token."""
    await sign_in(member())
    network.on(TOUCH, enveloped(member("org_1")))
    await clerk.setActive(organization="org_1")
    assert clerk.organization
    assert clerk.session
    assert await clerk.session.getToken() == make_jwt(org="org_1")


async def test_token_after_the_switch(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """An answer without a token is followed by a request for one, of the new organization."""
    await sign_in(member())
    session = {**member("org_1"), "last_active_token": None}
    network.on(TOUCH, enveloped(session, client_json(session)))
    network.on(TOKENS, Answer({"jwt": make_jwt(org="org_1")}))
    await clerk.setActive(organization="org_1")
    assert network.requests[1].form == {"organization_id": "org_1"}


async def test_offline_after_the_switch(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A switch that was carried out is one, although no token can be had yet."""
    await sign_in(member())
    session = {**member("org_1"), "last_active_token": None}
    network.on(TOUCH, enveloped(session, client_json(session)))
    network.on(TOKENS, ClerkOfflineError())
    await clerk.setActive(organization="org_1")
    assert clerk.organization


async def test_late_answer_of_the_old_organization(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token that was asked for before the switch is not the new organization's."""
    session = await sign_in(member())
    network.on(TOKENS, lambda request: Answer({"jwt": token_for(request)}))
    gate = network.hold(TOKENS)
    late = asyncio.ensure_future(session.getToken(skipCache=True))
    await gate.arrival()
    network.on(TOUCH, touched("org_1"))
    await clerk.setActive(organization="org_1")
    gate.open()
    assert await late == make_jwt(org="", jti="late")
    assert clerk.session
    assert await clerk.session.getToken() == make_jwt(org="org_1")


def token_for(request: Request) -> str:
    return make_jwt(org=request.form["organization_id"], jti="late")

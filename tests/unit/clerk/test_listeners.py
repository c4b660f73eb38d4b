"""Who listens is told when something changed, and only then."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.events import Resources
from support.clerk_data import client_json, enveloped, make_jwt, session_json, token_answer
from support.platform import FakeNetwork, FakePlatform

from .conftest import SignIn


class Listener:
    def __init__(self) -> None:
        self.calls: list[Resources] = []

    def __call__(self, resources: Resources) -> None:
        self.calls.append(resources)

    @property
    def users(self) -> list[str | None]:
        return [call.user.id if call.user else None for call in self.calls]


@pytest.fixture
def listener() -> Listener:
    return Listener()


async def test_first_call(clerk: Clerk, sign_in: SignIn, listener: Listener) -> None:
    """A listener hears at once what is known already, unless it wants not to."""
    await sign_in(session_json())
    silent = Listener()
    clerk.addListener(listener)
    clerk.addListener(silent, skipInitialEmit=True)
    [call] = listener.calls
    assert (call.client, call.session, call.user) == (clerk.client, clerk.session, clerk.user)
    assert silent.calls == []


async def test_listener_before_loading(
    clerk: Clerk, network: FakeNetwork, listener: Listener
) -> None:
    """Nothing is told before it is known; then who is signed in is."""
    clerk.addListener(listener)
    assert listener.calls == []
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.load()
    assert listener.users == ["user_1"]


async def test_changes_are_told(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """Signing in, changing and signing out are told once each, with the state after it."""
    await sign_in()
    clerk.addListener(listener, skipInitialEmit=True)
    renamed = session_json()
    renamed["user"]["first_name"] = "Grace"
    for client in (client_json(session_json()), client_json(renamed), client_json()):
        network.on("GET /client", enveloped(client))
        await clerk.reload()
    assert listener.users == ["user_1", "user_1", None]
    assert listener.calls[1].user is not None
    assert listener.calls[1].user.firstName == "Grace"


async def test_no_change_is_not_told(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """An answer that says what is known, and a template's token, are no news."""
    session = await sign_in(session_json())
    clerk.addListener(listener, skipInitialEmit=True)
    await clerk.reload()
    network.on("POST /client/sessions/sess_1/tokens/t", token_answer(make_jwt()))
    await session.getToken(template="t")
    assert listener.calls == []


async def test_last_active_token_is_told(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """A new token of the active session is told, once however many asked for it."""
    session = await sign_in(session_json())
    clerk.addListener(listener, skipInitialEmit=True)
    network.on("POST /client/sessions/sess_1/tokens", token_answer(make_jwt()))
    await asyncio.gather(session.getToken(), session.getToken())
    await session.getToken()
    assert listener.users == ["user_1"]


async def test_unsubscribing(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """Who has left hears nothing; leaving twice is no error and others stay."""
    await sign_in()
    other = Listener()
    leave = clerk.addListener(listener, skipInitialEmit=True)
    clerk.addListener(other, skipInitialEmit=True)
    leave()
    leave()
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert (listener.users, other.users) == ([], ["user_1"])


async def test_leaving_while_being_told(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """A listener that leaves when it is called takes no call from those behind it."""
    await sign_in()
    leave: list[Any] = []
    leave.append(clerk.addListener(lambda resources: leave[0](), skipInitialEmit=True))
    clerk.addListener(listener, skipInitialEmit=True)
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert listener.users == ["user_1"]


async def test_listener_that_raises(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, listener: Listener
) -> None:
    """What a listener raises spoils neither the operation nor the others; it is logged."""
    await sign_in()

    def fail(resources: Resources) -> None:
        raise ZeroDivisionError("oops")

    clerk.addListener(fail, skipInitialEmit=True)
    clerk.addListener(listener, skipInitialEmit=True)
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert clerk.isSignedIn
    assert listener.users == ["user_1"]
    assert platform.logged == ["clerk: a listener raised ZeroDivisionError: oops"]


async def test_state_is_kept_before_it_is_told(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A listener sees the new state in the client and in storage."""
    await sign_in()
    seen: list[Any] = []

    def look(resources: Resources) -> None:
        kept = platform.session.values[clerk.snapshot_key]["client"]["sessions"]
        seen.append((clerk.session is not None, len(kept)))

    clerk.addListener(look, skipInitialEmit=True)
    network.on("GET /client", enveloped(client_json(session_json())))
    await clerk.reload()
    assert seen == [(True, 1)]

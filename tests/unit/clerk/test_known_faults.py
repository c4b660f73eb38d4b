"""Faults that Clerk's own SDKs had, or have: each is kept away by a test, or cannot happen here.

The first table is of faults that Clerk's changelogs say were mended; the second of those that its
extension SDK still shows. Tests for which no better place exists are below.
"""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkOfflineError
from clerk.publishable_key import parse_publishable_key
from support.clerk_data import (
    JWT_KEY,
    client_json,
    enveloped,
    make_jwt,
    make_key,
    proxy_page,
    refusal,
    session_json,
    token_answer,
)
from support.coroutines import outcome
from support.platform import NEVER, FakeNetwork, FakePlatform

from .conftest import SignIn

TESTS = Path(__file__).resolve().parents[2]
SOURCES = TESTS.parent / "src" / "clerk"
TOKENS = "POST /client/sessions/sess_1/tokens"
ATTEMPT = {"id": "sia_1", "status": "needs_first_factor"}

HERE = "unit/clerk/test_known_faults.py"
FAILURES = "unit/clerk/test_get_token_failures.py"
TOKEN = "unit/clerk/test_get_token.py"
REFRESH = "unit/clerk/test_token_refresh.py"
ACTIVE = "unit/clerk/test_set_active.py"
DEVICE = "unit/clerk/test_client_token.py"
LOAD = "unit/clerk/test_load.py"
SYNC = "unit/clerk/test_sync_host.py"

# The fault, and the tests that would catch it or the reason why it cannot happen.
MENDED: list[tuple[str, str | list[str]]] = [
    ("a service worker took itself for offline", [f"{HERE}::test_nobody_asks_if_it_is_online"]),
    ("an offline getToken returned null", [f"{FAILURES}::test_failure_is_raised"]),
    ("a short network loss signed users out", [f"{HERE}::test_network_signs_nobody_out"]),
    ("429 and other 4xx signed users out", [f"{HERE}::test_refusals_sign_nobody_out"]),
    ("a banned user stayed signed in", [f"{FAILURES}::test_session_is_gone"]),
    ("a late refresh destroyed a valid session",
     [f"{REFRESH}::test_failure_ahead_of_time_concerns_nobody"]),
    ("a stale token overwrote a fresher one", [f"{TOKEN}::test_late_answer_does_not_roll_back"]),
    ("a token minted at an edge overwrote a fresher one",
     ["unit/clerk/test_tokens.py::test_freshness",
      "unit/clerk/test_tokens.py::test_order_of_arrival_does_not_matter"]),
    ("a slow answer rolled lastActiveToken back", [f"{TOKEN}::test_old_client_does_not_roll_back"]),
    ("a failed broadcast evicted a token", [f"{HERE}::test_token_survives_a_broken_storage"]),
    ("timers leaked after touch and organization switch",
     [f"{REFRESH}::test_one_timer_for_a_token",
      f"{REFRESH}::test_replaced_token_is_not_replaced_again"]),
    ("a token was read with the old organization",
     [f"{TOKEN}::test_organization_is_part_of_the_slot"]),
    ("a token of the wrong session was told while switching",
     [f"{HERE}::test_listener_gets_the_token_of_its_session"]),
    ("the token was not updated right after touch", [f"{ACTIVE}::test_set_active"]),
    ("setActive outside a page did not refresh the token",
     [f"{ACTIVE}::test_token_after_the_switch"]),
    ("setActive raced with itself", [f"{ACTIVE}::test_one_after_the_other"]),
    ("an instance that forces an organization could be left without one",
     [f"{ACTIVE}::test_forced_organization_is_known",
      f"{ACTIVE}::test_another_organization_than_asked_for"]),
    ("polls overlapped and looped on 500", [f"{FAILURES}::test_no_hammering"]),
    ("a forgotten device looped", [f"{DEVICE}::test_forgotten_device_is_replaced_once",
                                   f"{DEVICE}::test_get_token_replaces_the_device_once"]),
    ("a scheduler paused for ever when offline", [f"{HERE}::test_nobody_asks_if_it_is_online"]),
    ("loading hung when the API was slow",
     [f"{LOAD}::test_load_is_bounded",
      "unit/clerk/test_requests.py::test_one_hung_get_holds_nobody_up"]),
    ("a network error was masked by a captcha", [f"{HERE}::test_captcha_is_the_errors_own"]),
    ("Retry-After was not to be seen", ["unit/clerk/test_requests.py::test_retry_after",
                                        f"{FAILURES}::test_passing_failure_is_waited_out"]),
    ("overlapping calls sent two codes", [f"{HERE}::test_code_is_sent_once"]),
    ("a sign-out did not reach other pages",
     ["browser/test_popup.py::test_sign_out_reaches_other_pages"]),
    ("has() could be passed by mixing questions",
     ["unit/clerk/test_authorization.py::test_all_that_is_asked_for",
      "unit/clerk/test_authorization.py::test_asking_for_more_never_allows_more"]),
    ("an expired token was replayed to a session minter",
     ["unit/clerk/test_environment.py::test_session_minter",
      f"{REFRESH}::test_expired_token_is_sent_on_demand"]),
    ("a stale development device was chosen", [f"{DEVICE}::test_only_the_client_token_goes_to_disk",
                                               f"{DEVICE}::test_newer_token_is_not_dropped"]),
    ("resources could not be written as JSON", [f"{HERE}::test_state_is_json"]),
    ("addresses of extensions were refused as redirects",
     "there are no redirects: no page is left to sign in or out"),
    ("a missing cookie crashed", [f"{SYNC}::test_nobody_has_been_there"]),
    ("the sync host's address was misread",
     [f"{SYNC}::test_hosts_may_be_written_in_several_ways"]),
    ("the development device in a header broke CORS",
     ["unit/clerk/test_requests.py::test_get_of_a_development_instance"]),
    ("Origin was stripped from all requests",
     ["browser/test_production.py::test_live_instance"]),
    ("remote code was in the bundle", ["unit/toolchain/test_builder.py::test_remote_script"]),
    ("a new sign-in was not noticed", [f"{SYNC}::test_sign_in_there"]),
    ("odd navigators were taken for offline", [f"{HERE}::test_nobody_asks_if_it_is_online"]),
    ("the token of getToken was not that of the cookie",
     [f"{TOKEN}::test_last_active_token"]),
]  # fmt: skip

STILL_THERE: list[tuple[str, list[str]]] = [
    ("signOut in a worker succeeds and raises", ["unit/clerk/test_sign_out.py::test_sign_out"]),
    ("the sync listener raises when signed out",
     [f"{SYNC}::test_sign_out_there_with_the_same_device"]),
    ("an answer without its header deletes the device",
     [f"{DEVICE}::test_missing_header_keeps_the_token",
      f"{DEVICE}::test_proxy_page_keeps_the_token"]),
    ("loading offline looks signed out", [f"{LOAD}::test_failure_is_not_signed_out"]),
    ("an unknown organization is the personal account",
     [f"{ACTIVE}::test_unknown_organization_is_asked_for_and_refused"]),
    ("Retry-After is ignored", [f"{FAILURES}::test_passing_failure_is_waited_out",
                                f"{FAILURES}::test_retry_after_beyond_the_budget"]),
    ("a malformed key is called missing",
     ["unit/clerk/test_publishable_key.py::test_missing_key_has_its_code",
      "unit/clerk/test_publishable_key.py::test_malformed_key_is_refused",
      "unit/clerk/test_publishable_key.py::test_secret_key_is_named_and_not_repeated"]),
    ("each client adds listeners to all", [f"{HERE}::test_clients_do_not_tell_each_other"]),
    ("a popup's sign-in is not the background's",
     ["browser/clerk/test_client.py::test_sign_up_across_a_closed_popup"]),
    ("the local clock is believed", [f"{TOKEN}::test_wrong_local_clock"]),
    ("a template's name is not encoded", [f"{TOKEN}::test_template_is_encoded"]),
    ("retries go on for 162 s", [f"{FAILURES}::test_all_tries_end_in_the_budget"]),
    ("a captcha blocks all later requests", [f"{HERE}::test_captcha_is_the_errors_own"]),
    ("Origin and Authorization conflict in production",
     ["browser/test_production.py::test_live_instance"]),
    ("getToken is null right after signing in", [f"{HERE}::test_token_right_after_signing_in"]),
]  # fmt: skip

NAMED = [name for _, told in [*MENDED, *STILL_THERE] if isinstance(told, list) for name in told]


def test_each_fault_is_told_once() -> None:
    """The tables hold every fault that is known, and no two by one name."""
    faults = [fault for fault, _ in [*MENDED, *STILL_THERE]]
    assert (len(MENDED), len(STILL_THERE)) == (38, 15)
    assert len(set(faults)) == len(faults)


@pytest.mark.parametrize("name", sorted(set(NAMED)))
def test_named_test_is_there(name: str) -> None:
    """What a table names is a test."""
    path, _, function = name.partition("::")
    text = (TESTS / path).read_text("utf-8")
    assert re.search(rf"^(async )?def {function}\(", text, re.MULTILINE)


def test_nobody_asks_if_it_is_online() -> None:
    """Whether there is a network follows from requests alone, never from what a browser says."""
    texts = [path.read_text("utf-8") for path in SOURCES.rglob("*.py")]
    assert len(texts) > 20
    assert not [text for text in texts if "is_online" in text or "onLine" in text]


FAILED = [ClerkOfflineError(), NEVER, proxy_page(502), proxy_page(200), refusal(500)]


@pytest.mark.parametrize("answer", FAILED)
async def test_network_signs_nobody_out(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn, answer: Any
) -> None:
    """Whatever is asked while the network fails, the session, its user and the device stay."""
    session = await sign_in(session_json())
    assert session.user
    told: list[Any] = []
    clerk.addListener(told.append, skipInitialEmit=True)
    for route in (TOKENS, "GET /client", "GET /me", "POST /client/sessions/sess_1/touch"):
        network.on(route, answer)
    for call in (
        session.getToken(),
        clerk.reload(),
        session.user.reload(),
        clerk.setActive(session=session),
    ):
        assert isinstance(await outcome(call), Exception)
    assert (clerk.session, told) == (session, [])
    assert platform.local.values[JWT_KEY] == "device-token-1"


@pytest.mark.parametrize("status", [400, 402, 403, 409, 422, 429])
async def test_refusals_sign_nobody_out(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, status: int
) -> None:
    """A refusal that says nothing of the session is the caller's, and asks no further."""
    session = await sign_in(session_json())
    assert session.user
    for route in (TOKENS, "GET /me"):
        network.on(route, refusal(status, Retry_After="99"))
        assert isinstance(await outcome(session.getToken()), ClerkAPIResponseError)
    assert isinstance(await outcome(session.user.reload()), ClerkAPIResponseError)
    assert clerk.session == session
    assert "GET /client" not in network.log


@pytest.mark.parametrize(
    ("answer", "stays"),
    [
        (enveloped(client_json(session_json())), True),
        (enveloped(client_json()), False),
        (refusal(500), True),
        (ClerkOfflineError(), True),
    ],
)
async def test_refusal_of_a_resource(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, answer: Any, stays: bool
) -> None:
    """After a 401 the API is asked once who is there; the caller gets the 401 in any case."""
    session = await sign_in(session_json())
    assert session.user
    network.on("GET /me", refusal(401, "authentication_invalid"))
    network.on("GET /client", answer)
    error = await outcome(session.user.reload())
    assert isinstance(error, ClerkAPIResponseError)
    assert (error.status, clerk.session is not None) == (401, stays)


async def test_captcha_is_the_errors_own(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A demand for a captcha is told by its name each time, and blocks no other request."""
    session = await sign_in(session_json())
    network.on("POST /client/sign_ups", refusal(401, "requires_captcha"))
    network.on(TOKENS, token_answer())
    for _ in range(5):
        error = await outcome(clerk.client.signUp.create(emailAddress="a@b.c"))
        assert isinstance(error, ClerkAPIResponseError)
        assert error.code == "requires_captcha"
    assert await session.getToken()
    assert "GET /client" not in network.log


async def test_token_survives_a_broken_storage(
    platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A token that cannot be kept for others is there for who asked, and the next one."""
    session = await sign_in(session_json())
    platform.session.failure = RuntimeError("broken")
    network.on(TOKENS, token_answer())
    assert await session.getToken() == await session.getToken()
    assert network.log == [TOKENS]


async def test_listener_gets_the_token_of_its_session(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """Whenever listeners are told, the token is of the session that is told with it."""
    first, second = session_json(1, make_jwt(sid="sess_1")), session_json(2)
    await sign_in(first, second)
    told: list[tuple[str, str | None]] = []

    def listen(resources: Any) -> None:
        token = resources.session.lastActiveToken
        told.append((resources.session.id, token.claims["sid"] if token else None))

    clerk.addListener(listen)
    touched = session_json(2, make_jwt(sid="sess_2"))
    client = client_json(first, touched, last_active_session_id="sess_2")
    network.on("POST /client/sessions/sess_2/touch", enveloped(touched, client))
    network.on(TOKENS, token_answer(make_jwt(sid="sess_1", jti="late")))
    gate = network.hold(TOKENS)
    late = asyncio.ensure_future(clerk.client.sessions[0].getToken(skipCache=True))
    await gate.arrival()
    await clerk.setActive(session="sess_2")
    gate.open()
    await late
    assert told == [("sess_1", "sess_1"), ("sess_2", "sess_2")]


async def test_code_is_sent_once(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Calls at once for the same code are one request; for another, or later, they are not."""
    await sign_in(sign_in=ATTEMPT)
    route = "POST /client/sign_ins/sia_1/prepare_first_factor"
    network.on(route, enveloped(ATTEMPT, client_json(sign_in=ATTEMPT)))
    prepare = clerk.client.signIn.prepareFirstFactor
    await asyncio.gather(
        *(prepare("email_code", emailAddressId="idn_1") for _ in range(3)),
        prepare("email_code", emailAddressId="idn_2"),
    )
    assert len(network.requests) == 2
    await prepare("email_code", emailAddressId="idn_1")
    assert len(network.requests) == 3


async def test_state_is_json(clerk: Clerk, sign_in: SignIn) -> None:
    """All that is known can be written as JSON, and read as the same."""
    await sign_in(session_json(token=make_jwt()), sign_in=ATTEMPT)
    snapshot = clerk.snapshot()
    assert json.loads(json.dumps(snapshot)) == snapshot


async def test_clients_do_not_tell_each_other(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A change of one client is told to its own listeners, once, however many clients there are."""
    told: list[str] = []
    others = [Clerk(parse_publishable_key(make_key()), platform) for _ in range(3)]
    for other in others:
        other.addListener(lambda _: told.append("other"))
    session = await sign_in(session_json())
    clerk.addListener(lambda _: told.append("own"), skipInitialEmit=True)
    network.on(TOKENS, token_answer())
    await session.getToken()
    assert told == ["own"]


async def test_token_right_after_signing_in(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """The session that a sign-in created has a token at once, before it is made the active one."""
    await sign_in()
    done = {**ATTEMPT, "status": "complete", "created_session_id": "sess_1"}
    network.on("POST /client/sign_ins", enveloped(done, client_json(session_json())))
    network.on(TOKENS, token_answer())
    await clerk.client.signIn.create(identifier="a", strategy="password", password="b")
    assert clerk.session
    assert await clerk.session.getToken() == make_jwt()

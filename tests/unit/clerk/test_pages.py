"""The client of a page beside the background's: one state, and no client token in the page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from clerk import background, page_clerk
from clerk.background import answer_pages
from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError
from clerk.page_clerk import STALE_AFTER, PageClerk
from support.clerk_data import (
    DEVICE,
    JWT_KEY,
    client_json,
    enveloped,
    make_jwt,
    refusal,
    session_json,
    token_answer,
)
from support.coroutines import outcome, settle
from support.platform import Answer, FakeNetwork, FakePlatform
from webext import BackgroundError, _page, messages

from .conftest import SignIn

ORIGIN = f"chrome-extension://{_page.extension_id()}"
OWN_PAGE = {"id": _page.extension_id(), "origin": ORIGIN, "url": f"{ORIGIN}/page.html"}
TOKENS = "POST /client/sessions/sess_1/tokens"


class Extension:
    """A background and its pages."""

    def __init__(self, clerk: Clerk, platform: FakePlatform) -> None:
        self.clerk = clerk
        self.platform = platform
        self.messages: list[dict[str, Any]] = []
        self.asked_with: list[tuple[str, str | None]] = []
        self.failure: Exception | None = None

    async def get_client(self, key: str, sync_host: str | None) -> Clerk:
        self.asked_with.append((key, sync_host))
        await self.clerk.load()
        return self.clerk

    async def send(self, message: dict[str, Any]) -> Any:
        """Carry a message as Chrome does: as JSON."""
        self.messages.append(message)
        if self.failure:
            raise self.failure
        answer = await messages.dispatch(json.loads(json.dumps(message)), OWN_PAGE)
        return json.loads(json.dumps(answer))

    def page(self, sync_host: str | None = None) -> PageClerk:
        """A page that was just opened. Its network would fail the test."""
        platform = FakePlatform()
        platform.local, platform.session = self.platform.local, self.platform.session
        platform.now = self.platform.now  # type: ignore[method-assign]
        return PageClerk(self.clerk.fapi.key, platform, sync_host)  # type: ignore[arg-type]

    @property
    def operations(self) -> list[str]:
        return [message["clerk"] for message in self.messages]


@pytest.fixture
def extension(clerk: Clerk, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch) -> Extension:
    extension = Extension(clerk, platform)
    runtime = SimpleNamespace(sendMessage=extension.send)
    monkeypatch.setattr(page_clerk, "chrome", SimpleNamespace(runtime=runtime))
    for module in (page_clerk, background):
        monkeypatch.setattr(module, "spawn", asyncio.ensure_future)
    monkeypatch.setattr(messages, "_handlers", [])
    answer_pages(extension.get_client)
    return extension


SignedIn = Callable[..., Awaitable[PageClerk]]


@pytest.fixture
def signed_in(extension: Extension, sign_in: SignIn) -> SignedIn:
    async def load(*sessions: dict[str, Any]) -> PageClerk:
        await sign_in(*(sessions or (session_json(token=make_jwt()),)))
        page = extension.page()
        await page.load()
        return page

    return load


async def test_page_shows_what_was_kept(extension: Extension, signed_in: SignedIn) -> None:
    """A page that opens shows the state at once, without a message."""
    page = await signed_in()
    assert (page.isSignedIn, page.user) == (True, extension.clerk.user)
    assert extension.messages == []


async def test_device_that_nobody_met(
    extension: Extension, platform: FakePlatform, network: FakeNetwork
) -> None:
    """On a new device a page shows at once that nobody is there; the background gets to work."""
    platform.local.values.clear()
    network.on("POST /dev_browser", Answer({"id": "new"}))
    network.on("GET /client", enveloped(None))
    page = extension.page()
    await page.load()
    assert (page.status, page.session) == ("ready", None)
    await settle()
    assert extension.operations == ["reload"]


async def test_known_device_without_kept_state(extension: Extension, network: FakeNetwork) -> None:
    """After a start of the browser the background is asked who is there."""
    network.on("GET /client", enveloped(client_json(session_json())))
    page = extension.page()
    await page.load()
    assert page.isSignedIn
    assert extension.operations == ["load"]


@pytest.mark.parametrize("seconds", [STALE_AFTER + 1, -3600.0])
async def test_old_state_is_confirmed(
    extension: Extension, platform: FakePlatform, signed_in: SignedIn, seconds: float
) -> None:
    """State that is old, or from the future since the clock was set back, is asked about again."""
    await signed_in()
    platform.move(seconds)
    page = extension.page()
    await page.load()
    assert page.isSignedIn
    await settle()
    assert extension.operations == ["reload"]


async def test_state_that_cannot_be_confirmed(
    extension: Extension, platform: FakePlatform, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """Offline, a page says that what it shows is what was known; later, that it is true."""
    await signed_in()
    platform.move(STALE_AFTER + 1)
    network.on("GET /client", ClerkOfflineError())
    page = extension.page()
    told: list[str] = []
    page.on("status", told.append, notify=True)
    await page.load()
    for _ in range(5):
        await settle()
    assert (page.status, page.loaded, page.isSignedIn) == ("degraded", True, True)
    network.on("GET /client", enveloped(client_json(session_json())))
    await page._refresh()
    assert told == ["loading", "ready", "degraded", "ready"]
    page.off("status", told.append)


async def test_one_state_for_all(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """What one page does is in the background and in all other pages when it is done."""
    first = await signed_in()
    second = extension.page()
    await second.load()
    told: list[Any] = []
    second.addListener(lambda resources: told.append(resources.user), skipInitialEmit=True)
    network.on("DELETE /client/sessions", enveloped(client_json()))
    await first.signOut()
    assert (first.session, extension.clerk.session, second.session) == (None, None, None)
    assert told == [None]


async def test_organization_is_chosen_in_the_background(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """`setActive` crosses with what was given, and nothing else."""
    page = await signed_in()
    session = session_json(token=make_jwt(), last_active_organization_id="org_1")
    network.on("POST /client/sessions/sess_1/touch", enveloped(session, client_json(session)))
    await page.setActive(organization="org_1")
    assert extension.messages[-1]["chosen"] == {"organization": "org_1"}
    shown = page.session
    assert shown
    assert shown.lastActiveOrganizationId == "org_1"
    await page.setActive(session=None)
    assert extension.messages[-1]["chosen"] == {"session": None}
    assert (page.session, extension.clerk.session) == (None, None)


async def test_resources_work_in_pages(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """Requests of a page's resources are sent by the background; changes only once."""
    page = await signed_in()
    network.on("POST /client/sign_ups", enveloped({"id": "sua_1", "status": "x"}))
    assert page.user
    network.on("GET /me", enveloped(page.user.data))
    await page.client.signUp.create(emailAddress="a@b.c")
    await page.user.reload()
    assert extension.operations == ["change", "read"]
    repeated = await messages.dispatch(extension.messages[0], OWN_PAGE, True)
    assert "handled once at the most" in repeated["$error"]["message"]


async def test_errors_cross(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """A refusal arrives with all that Clerk says, and the state after it."""
    page = await signed_in()
    meta = {"client": client_json(session_json(2))}
    network.on("POST /client/sign_ins", refusal(422, "form_password_incorrect", meta))
    error = await outcome(page.client.signIn.create(identifier="a"))
    assert isinstance(error, ClerkAPIResponseError)
    assert (error.status, error.code, error.clerkTraceId) == (
        422,
        "form_password_incorrect",
        "trace_1",
    )
    assert page.user
    assert page.user.id == "user_2"


async def test_background_that_fails(extension: Extension, signed_in: SignedIn) -> None:
    """A background that does not answer is an error of Clerk's tree too."""
    page = await signed_in()
    extension.failure = BackgroundError("it was closed")
    assert page.session
    error = await outcome(page.session.getToken())
    assert isinstance(error, ClerkRuntimeError)
    assert (error.code, "it was closed" in str(error)) == ("background_failed", True)


async def test_client_that_cannot_be_made(
    extension: Extension, network: FakeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps the background's client from loading is told to the page."""
    network.on("GET /client", ClerkOfflineError())
    page = extension.page()
    assert isinstance(await outcome(page.load()), ClerkOfflineError)
    assert page.status == "error"


async def test_tokens_come_from_the_background(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """Many pages that ask at once share the background's one request."""
    page = await signed_in(session_json())
    network.on(TOKENS, token_answer())
    session = page.session
    assert session
    tokens = await asyncio.gather(*(session.getToken() for _ in range(5)))
    assert set(tokens) == {make_jwt()}
    assert network.log == [TOKENS]
    assert session.lastActiveToken
    assert session.lastActiveToken.raw == make_jwt()
    session.clearCache()
    await settle()
    assert extension.clerk.session
    assert extension.clerk.session.lastActiveToken is None


async def test_settings_are_shared(
    extension: Extension, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """The settings that one page asked for are there for the next, without a message."""
    page = await signed_in()
    network.on("GET /environment", Answer({"auth_config": {"single_session_mode": True}}))
    assert (await page.getEnvironment()).isSingleSession()
    other = extension.page()
    await other.load()
    assert (await other.getEnvironment()).isSingleSession()
    assert extension.operations == ["environment"]


async def test_host_to_follow_goes_along(extension: Extension, network: FakeNetwork) -> None:
    """The background learns from a page which application to follow."""
    network.on("GET /client", enveloped(None))
    await extension.page("http://localhost").load()
    assert extension.asked_with == [(extension.clerk.publishableKey, "http://localhost")]


async def test_no_client_token_in_a_page(
    extension: Extension, platform: FakePlatform, network: FakeNetwork, signed_in: SignedIn
) -> None:
    """Nothing that crosses, and nothing that is kept for pages, holds the client token."""
    assert platform.local.values[JWT_KEY] == DEVICE
    page = await signed_in()
    assert page.user
    network.on("GET /me", enveloped(page.user.data))
    await page.user.reload()
    await page.reload()
    assert DEVICE not in json.dumps(platform.session.values)
    assert DEVICE not in json.dumps(extension.messages)


async def test_visit_to_another_service(
    extension: Extension, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page waits for the end of a visit that the background makes, and hears how it ended."""
    page = await signed_in()
    ended = asyncio.Event()
    visits: list[Any] = []

    async def visit(*details: Any) -> None:
        visits.append(details)
        await ended.wait()
        raise ClerkRuntimeError("closed", "sso_cancelled")

    monkeypatch.setattr(extension.clerk, "authenticate_with_redirect", visit)
    monkeypatch.setattr(page.platform, "sleep", lambda seconds: asyncio.sleep(0))
    call = page.client.signIn.authenticateWithRedirect("oauth_google", oidcPrompt="login")
    waiting = asyncio.ensure_future(outcome(call))
    await settle()
    assert not waiting.done()
    ended.set()
    error = await waiting
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "sso_cancelled"
    expected = ("sign_in", {"strategy": "oauth_google"}, {"oidcPrompt": "login"}, False)
    assert visits == [expected]

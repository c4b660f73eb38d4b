"""The demo's handlers on CPython, beside a local Clerk that they reach over TLS."""

from __future__ import annotations

from typing import Any

import pytest

import chrome
from clerk import createClerkClient
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from extension_toolkit.testing.fake_chrome import FakeChrome
from support.background import GET_TOKEN, SCENARIOS


class FakeRun:
    """The extension in a browser in memory."""

    def __init__(self, fake_chrome: FakeChrome, emulator: EmulatorServer) -> None:
        self._chrome = fake_chrome
        self.emulator = emulator
        self.origin = fake_chrome.origin

    async def send(self, message: dict[str, Any]) -> Any:
        return await self._chrome.runtime.sendMessage(message)

    async def sign_in(self) -> None:
        clerk = await createClerkClient(publishableKey=self.emulator.publishable_key)
        attempt = await clerk.client.signIn.create(identifier=DEMO_EMAIL, password=DEMO_PASSWORD)
        await clerk.setActive(session=attempt.createdSessionId)


@pytest.fixture
def run(fake_chrome: FakeChrome, clerk_server: EmulatorServer) -> FakeRun:
    return FakeRun(fake_chrome, clerk_server)


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_scenario(scenario: Any, run: FakeRun) -> None:
    """What happens in Chromium happens here too."""
    await scenario(run)


async def test_a_token_is_renewed_when_its_time_comes(
    run: FakeRun, fake_chrome: FakeChrome
) -> None:
    """Half a minute later it is the same token; when it has expired, another."""
    await run.sign_in()
    first = await run.send(GET_TOKEN)
    await fake_chrome.clock.move(30)
    assert await run.send(GET_TOKEN) == first
    await fake_chrome.clock.move(31)
    second = await run.send(GET_TOKEN)
    assert second["token"] not in (None, first["token"])


@pytest.mark.parametrize("test", ["first", "second"])
async def test_a_web_application_is_followed_anew(clerk_server: EmulatorServer, test: str) -> None:
    """That one test had a client follow an application keeps no client of the next from it."""
    key = clerk_server.publishable_key
    await createClerkClient(publishableKey=key, syncHost="http://localhost")
    assert chrome.cookies.onChanged.hasListeners()

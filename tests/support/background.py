"""What the demo's background does, told once: `test_background_handlers.py` in `unit/` and in
`browser/` run it on CPython and in Chromium."""

from __future__ import annotations

from typing import Any, Protocol

import pytest

from extension_toolkit.emulator import EmulatorServer
from verification import verify
from webext import BackgroundError

GET_TOKEN = {"greeting": "get-token"}


class Run(Protocol):
    """An extension that runs, wherever.

    Attributes:
        emulator: The Clerk that it talks to.
        origin: The extension's origin.
    """

    emulator: EmulatorServer
    origin: str

    async def send(self, message: dict[str, Any]) -> Any:
        """Send a message from a page; return the answer, or raise as `chrome` does."""

    async def sign_in(self) -> None:
        """Sign the demo user in."""


async def signed_out(run: Run) -> None:
    """Without a session there is no token, and that is no error."""
    assert await run.send(GET_TOKEN) == {"token": None}


async def signed_in(run: Run) -> None:
    """The token is one that a server accepts, and the next is the same, without a request."""
    await run.sign_in()
    token = (await run.send(GET_TOKEN))["token"]
    assert len(verify(token, run.emulator, run.origin).checks) == 3
    run.emulator.clear_requests()
    assert (await run.send(GET_TOKEN))["token"] == token
    assert run.emulator.requests == []


async def unknown(run: Run) -> None:
    """A message that nobody takes is refused with what is taken."""
    with pytest.raises(BackgroundError, match=r"no handler takes .*greeting: 'get-token'"):
        await run.send({"greeting": "hello"})


SCENARIOS = [signed_out, signed_in, unknown]

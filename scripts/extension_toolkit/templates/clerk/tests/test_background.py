"""The background's handlers, without a browser and without Clerk."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from background import index


class Session:
    async def getToken(self) -> str:
        return "a token"


@pytest.mark.parametrize(
    ("session", "token"), [pytest.param(Session(), "a token"), pytest.param(None, None)]
)
def test_get_token(session: Any, token: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The handler gives the session's token, and none when nobody is signed in."""

    async def create_client(publishableKey: str) -> Any:
        return SimpleNamespace(session=session)

    monkeypatch.setattr(index, "createClerkClient", create_client)
    assert asyncio.run(index.get_token({"action": "get-token"}, sender={})) == token

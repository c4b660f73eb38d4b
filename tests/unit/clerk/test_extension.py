"""`createClerkClient`: its options, and what it says when something is missing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import chrome
from clerk import browser, extension
from clerk.clerk import Clerk
from clerk.errors import ClerkOfflineError, ClerkRuntimeError
from clerk.extension import createClerkClient
from support.clerk_data import (
    HOST,
    LIVE_HOST,
    client_json,
    enveloped,
    make_key,
    session_json,
)
from support.coroutines import outcome
from support.platform import Answer, FakePlatform
from webext import _page

KEY = make_key()


class Cache:
    """A storage of the developer's own."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def createKey(self, *parts: str) -> str:
        return "/".join(parts)

    async def get(self, key: str) -> Any:
        return self.values.get(key)

    async def set(self, key: str, value: Any) -> None:
        self.values[key] = value

    async def remove(self, key: str) -> None:
        self.values.pop(key, None)


@pytest.fixture
def platforms(monkeypatch: pytest.MonkeyPatch) -> list[FakePlatform]:
    """The background, with a platform in memory for each client that is made."""
    made: list[FakePlatform] = []

    def make(local: Any) -> FakePlatform:
        platform = FakePlatform()
        platform.local = local or platform.local
        platform.network.on("POST /dev_browser", Answer({"id": "device-2"}))
        platform.network.on("GET /client", enveloped(client_json(session_json())))
        made.append(platform)
        return platform

    monkeypatch.setattr(extension, "BrowserPlatform", make)
    monkeypatch.setattr(_page, "is_background", lambda: True)
    monkeypatch.setattr(_page, "start", asyncio.ensure_future)
    monkeypatch.setattr(_page, "join", asyncio.shield)
    for name in ("_clients", "_storages", "_following"):
        monkeypatch.setattr(extension, name, {})
    return made


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "missing_publishable_key"),
        ("", "missing_publishable_key"),
        ("pk_test_x", "malformed_publishable_key"),
        ("sk_test_x", "secret_key"),
    ],
)
async def test_bad_keys_differ(platforms: list[FakePlatform], key: Any, code: str) -> None:
    """No key, a wrong one and a secret one are three errors, and no client is made."""
    error = await outcome(createClerkClient(publishableKey=key))
    assert isinstance(error, ClerkRuntimeError)
    assert (error.code, platforms) == (code, [])


async def test_one_client_for_a_key(platforms: list[FakePlatform]) -> None:
    """Every call with one key gives the same loaded client, many at once included."""
    clients = await asyncio.gather(*(createClerkClient(KEY, background=True) for _ in range(5)))
    assert {id(client) for client in clients} == {id(clients[0])}
    assert clients[0].isSignedIn
    assert platforms[0].network.log == ["POST /dev_browser", "GET /client"]


async def test_two_keys_are_two_clients(platforms: list[FakePlatform]) -> None:
    """Clients of two keys share neither network nor state."""
    first = await createClerkClient(KEY)
    second = await createClerkClient(make_key(LIVE_HOST, live=True))
    assert first is not second
    assert len(platforms) == 2
    await first.client.reload()
    assert len(platforms[1].network.requests) == 1


async def test_storage_of_ones_own(platforms: list[FakePlatform]) -> None:
    """The client token is kept where the developer says, under the key that they make."""
    cache = Cache()
    await createClerkClient(KEY, storageCache=cache)
    await createClerkClient(KEY)
    assert cache.values == {f"{HOST}/__clerk_client_jwt/v2": "device-2"}
    assert len(platforms) == 1


async def test_storage_that_comes_too_late(platforms: list[FakePlatform]) -> None:
    """A client that has its storage does not change it, and the error says where to name it."""
    await createClerkClient(KEY)
    error = await outcome(createClerkClient(KEY, storageCache=Cache()))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "storage_cache_too_late"
    assert "src/background/index.py" in str(error)


async def test_following_begins_once(
    platforms: list[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often a host is named, it is followed once, and before the client loads."""
    followed: list[tuple[str, bool]] = []

    async def follow(clerk: Clerk, host: str) -> None:
        followed.append((host, clerk.loaded))

    monkeypatch.setattr("clerk.sync_host.follow", follow)
    await createClerkClient(KEY, syncHost="http://localhost")
    await createClerkClient(KEY, syncHost="http://localhost")
    assert followed == [("http://localhost", False)]


async def test_following_that_failed_is_tried_again(
    platforms: list[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that could not be followed while the API was out of reach is followed later."""
    followed: list[str] = []

    async def follow(clerk: Clerk, host: str) -> None:
        followed.append(host)
        if len(followed) == 1:
            raise ClerkOfflineError

    monkeypatch.setattr("clerk.sync_host.follow", follow)
    calls = [outcome(createClerkClient(KEY, syncHost="http://localhost")) for _ in range(2)]
    failures = await asyncio.gather(*calls)
    assert [type(error) for error in failures] == [ClerkOfflineError] * 2
    await createClerkClient(KEY, syncHost="http://localhost")
    assert len(followed) == 2


async def test_storage_permission_is_named() -> None:
    """Without its permission the error names the manifest's entry and what to do."""

    class Area:
        async def get(self, key: str) -> Any:
            raise chrome.ChromeError("chrome.storage.local.get", "not available here")

    error = await outcome(browser.ChromeStorage(Area()).get("key"))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "missing_permission"
    assert "`permissions.storage`" in str(error)
    assert "pyproject.toml" in str(error)


async def test_storage_that_cannot_be_read(clerk: Clerk, platform: FakePlatform) -> None:
    """A storage that fails is an error of Clerk's tree, and the next try asks it again."""
    platform.local.failure = RuntimeError("broken")
    error = await outcome(clerk.load())
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "storage_failed"
    platform.local.failure = None
    platform.network.on("GET /client", enveloped(client_json()))
    await clerk.load()
    assert clerk.loaded


async def test_storage_that_cannot_be_written(clerk: Clerk, platform: FakePlatform) -> None:
    """A device token that cannot be kept is used all the same; the developer is told, not of it."""
    platform.local.values.clear()
    platform.network.on("POST /dev_browser", Answer({"id": "device-2"}))
    platform.network.on("GET /client", enveloped(client_json()))

    async def fail(key: str, value: Any) -> None:
        raise RuntimeError("quota")

    platform.local.set = fail  # type: ignore[method-assign]
    await clerk.load()
    assert platform.network.requests[-1].query["__clerk_db_jwt"] == "device-2"
    assert platform.logged == ["clerk: the client token is not kept: quota"]

"""A client on a platform in memory."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.publishable_key import parse_publishable_key
from clerk.resources.session import Session
from support.clerk_data import (
    DEVICE,
    JWT_KEY,
    LIVE_HOST,
    LIVE_JWT_KEY,
    client_json,
    enveloped,
    make_key,
)
from support.platform import FakeNetwork, FakePlatform

SignIn = Callable[..., Awaitable[Session]]


@pytest.fixture
def platform() -> FakePlatform:
    """A platform on which both instances know the device."""
    platform = FakePlatform()
    platform.local.values = {JWT_KEY: DEVICE, LIVE_JWT_KEY: DEVICE}
    return platform


@pytest.fixture
def network(platform: FakePlatform) -> FakeNetwork:
    return platform.network


@pytest.fixture
def clerk(platform: FakePlatform) -> Clerk:
    """A client of a development instance that was not loaded."""
    return Clerk(parse_publishable_key(make_key()), platform)


@pytest.fixture
def live_clerk(platform: FakePlatform) -> Clerk:
    """A client of a production instance that was not loaded."""
    return Clerk(parse_publishable_key(make_key(LIVE_HOST, live=True)), platform)


@pytest.fixture
def sign_in(clerk: Clerk, network: FakeNetwork) -> SignIn:
    """Load the client with these sessions, and forget the request for it."""

    async def load(*sessions: dict[str, Any], **more: Any) -> Any:
        network.on("GET /client", enveloped(client_json(*sessions, **more)))
        await clerk.load()
        network.forget()
        return clerk.session

    return load

"""Following the session of a web application, with its cookies played by the test."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chrome
from clerk import sync_host
from clerk.clerk import Clerk
from clerk.errors import ClerkOfflineError, ClerkRuntimeError
from clerk.sync_host import cookie_url, follow, host_of, is_sent_to
from support.clerk_data import (
    DEVICE,
    JWT_KEY,
    LIVE_HOST,
    client_json,
    enveloped,
    refusal,
    session_json,
)
from support.coroutines import outcome, settle
from support.platform import Answer, FakeNetwork, FakePlatform, Request

HOST = "http://localhost"
DEVICE_NAME = "__clerk_db_jwt"


class Cookies:
    """Chrome's cookies: what is there, and who hears of changes."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.asked: list[dict[str, str]] = []
        self.failure: str | None = None
        self.listeners: list[Any] = []
        self.onChanged = SimpleNamespace(
            addListener=self.listeners.append, removeListener=self.listeners.remove
        )

    async def get(self, details: dict[str, str]) -> dict[str, str] | None:
        self.asked.append(details)
        if self.failure:
            raise chrome.ChromeError("chrome.cookies.get", self.failure)
        value = self.values.get(f"{details['url']} {details['name']}")
        return None if value is None else {"value": value}

    async def change(
        self,
        value: str | None,
        name: str = DEVICE_NAME,
        url: str = HOST,
        cause: str = "explicit",
        **cookie: Any,
    ) -> None:
        """Set or remove a cookie, as Chrome tells of it."""
        key = f"{url} {name}"
        if value is None:
            self.values.pop(key, None)
        else:
            self.values[key] = value
        about = {"name": name, "domain": host_of(url), "hostOnly": True} | cookie
        told = {"cookie": about, "removed": value is None, "cause": cause}
        for listener in self.listeners:
            await listener(told)


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> Cookies:
    cookies = Cookies()
    stand_in = SimpleNamespace(cookies=cookies, ChromeError=chrome.ChromeError)
    monkeypatch.setattr(sync_host, "chrome", stand_in)
    return cookies


@pytest.fixture
def devices(network: FakeNetwork) -> dict[str, Any]:
    """What the API says of each device: by default, that nobody is signed in."""
    known: dict[str, Any] = {}

    def answer(request: Request) -> Answer:
        return enveloped(known.get(request.query["__clerk_db_jwt"]))

    network.on("GET /client", answer)
    return known


def signed_in(number: int = 1) -> dict[str, Any]:
    return client_json(session_json(number))


async def start(clerk: Clerk, host: str = HOST) -> None:
    await follow(clerk, host)
    await clerk.load()


def asked_as(network: FakeNetwork) -> list[str]:
    return [request.query["__clerk_db_jwt"] for request in network.requests]


async def test_who_is_signed_in_there_is_here(
    clerk: Clerk,
    cookies: Cookies,
    devices: dict[str, Any],
    platform: FakePlatform,
    network: FakeNetwork,
) -> None:
    """The cookie's device is asked about, and not written to disk."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    assert clerk.isSignedIn
    assert asked_as(network) == ["web-1"]
    assert platform.local.values[JWT_KEY] == DEVICE


async def test_nobody_has_been_there(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """Without a cookie the extension is its own device."""
    devices[DEVICE] = signed_in()
    await start(clerk)
    assert clerk.isSignedIn
    assert asked_as(network) == [DEVICE]


async def test_sign_in_there(clerk: Clerk, cookies: Cookies, devices: dict[str, Any]) -> None:
    """Who signs in there is signed in here at once, and listeners are told."""
    await start(clerk)
    told: list[str | None] = []
    clerk.addListener(lambda r: told.append(r.user.id if r.user else None), skipInitialEmit=True)
    devices["web-1"] = signed_in()
    await cookies.change("web-1")
    assert clerk.isSignedIn
    assert told == ["user_1"]


async def test_sign_out_there_with_the_same_device(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """In development the device stays when a user signs out: another cookie tells of it."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    devices["web-1"] = client_json()
    await cookies.change("0", name="__client_uat")
    assert clerk.session is None


async def test_other_user_there(clerk: Clerk, cookies: Cookies, devices: dict[str, Any]) -> None:
    """Another device is another user; nothing of the first one is left."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices.update({"web-1": signed_in(1), "web-2": signed_in(2)})
    await start(clerk)
    session = clerk.session
    await cookies.change("web-2")
    assert clerk.user
    assert session
    assert clerk.user.id == "user_2"
    assert await session.getToken() is None


@pytest.mark.parametrize("cause", ["explicit", "expired", "evicted", "expired_overwrite"])
async def test_cookie_is_removed(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], cause: str, network: FakeNetwork
) -> None:
    """When the device goes, for whatever cause, its users go, and the extension is its own."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    await cookies.change(None, cause=cause)
    assert clerk.session is None
    assert asked_as(network) == ["web-1", DEVICE]


async def test_overwritten_cookie_is_one_change(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """What is removed to be set again is looked at when it is set."""
    await start(clerk)
    network.forget()
    await cookies.change(None, cause="overwrite")
    assert network.log == []


async def test_many_changes_are_one_look(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """The cookies that one sign-in changes cause one request."""
    await start(clerk)
    network.forget()
    gate = network.hold("GET /client")
    changes = [cookies.change("web-1"), cookies.change("1", name="__client_uat")]
    tasks = [asyncio.ensure_future(change) for change in changes]
    await gate.arrival()
    await settle()
    gate.open()
    await asyncio.gather(*tasks)
    assert len(network.requests) == 1


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("__session", HOST),
        ("theme", HOST),
        (DEVICE_NAME, "https://evil.example"),
        (DEVICE_NAME, "http://localhost.evil.example"),
    ],
)
async def test_other_cookies(
    clerk: Clerk,
    cookies: Cookies,
    devices: dict[str, Any],
    network: FakeNetwork,
    name: str,
    url: str,
) -> None:
    """Cookies of other names and other hosts concern nobody."""
    await start(clerk)
    network.forget()
    await cookies.change("web-1", name=name, url=url)
    assert network.log == []


async def test_offline_when_the_user_changes(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """While the API does not say who is at the new device, nobody is: not who was before."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    network.on("GET /client", ClerkOfflineError())
    await cookies.change("web-2")
    assert clerk.session is None


async def test_offline_when_something_changes(
    clerk: Clerk,
    cookies: Cookies,
    devices: dict[str, Any],
    network: FakeNetwork,
    platform: FakePlatform,
) -> None:
    """A look at the same device that fails changes nothing; the developer is told."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    network.on("GET /client", refusal(503))
    await cookies.change("1", name="__client_uat")
    assert clerk.isSignedIn
    assert platform.logged


async def test_kept_state_is_confirmed(
    clerk: Clerk,
    cookies: Cookies,
    devices: dict[str, Any],
    network: FakeNetwork,
    platform: FakePlatform,
) -> None:
    """Who signed out there while nobody was looking is not signed in when the background starts."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    devices["web-1"] = client_json()
    later = Clerk(clerk.fapi.key, platform)
    await start(later)
    assert later.session is None
    assert later.status == "ready"


async def test_kept_state_without_a_network(
    clerk: Clerk,
    cookies: Cookies,
    devices: dict[str, Any],
    network: FakeNetwork,
    platform: FakePlatform,
) -> None:
    """Offline, what was known is shown, and said to be that."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await start(clerk)
    network.on("GET /client", ClerkOfflineError())
    later = Clerk(clerk.fapi.key, platform)
    await start(later)
    assert (later.status, later.loaded, later.isSignedIn) == ("degraded", True, True)


async def test_client_that_is_loaded_already(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any]
) -> None:
    """Following may begin later; it looks at once."""
    await clerk.load()
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    await follow(clerk, HOST)
    assert clerk.isSignedIn


async def test_following_that_could_not_begin(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """Where the API was out of reach, following is as if it had never begun, and may begin anew."""
    await clerk.load()
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"
    devices["web-1"] = signed_in()
    network.on("GET /client", ClerkOfflineError())
    assert isinstance(await outcome(follow(clerk, HOST)), ClerkOfflineError)
    assert (cookies.listeners, await clerk.fapi.client_token.get()) == ([], DEVICE)
    network.on("GET /client", lambda request: enveloped(devices["web-1"]))
    await follow(clerk, HOST)
    assert clerk.isSignedIn
    assert len(cookies.listeners) == 1


async def test_device_that_the_server_forgot(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], network: FakeNetwork
) -> None:
    """A cookie that the API no longer takes gives way to the extension's own device."""
    cookies.values[f"{HOST} {DEVICE_NAME}"] = "web-1"

    def answer(request: Request) -> Answer:
        if request.query["__clerk_db_jwt"] == "web-1":
            return refusal(401, "dev_browser_unauthenticated")
        return enveloped(signed_in())

    network.on("GET /client", answer)
    await start(clerk)
    assert clerk.isSignedIn
    assert asked_as(network) == ["web-1", DEVICE]


async def test_production(live_clerk: Clerk, cookies: Cookies, network: FakeNetwork) -> None:
    """In production the device is the Frontend API's cookie, whatever host is named."""
    cookies.values[f"https://{LIVE_HOST} __client"] = "web-1"
    network.on("GET /client", enveloped(signed_in()))
    await start(live_clerk, "app.example.com")
    assert network.requests[0].headers["Authorization"] == "Bearer web-1"
    assert [details["url"] for details in cookies.asked] == [
        "https://app.example.com",
        f"https://{LIVE_HOST}",
    ]
    network.forget()
    await cookies.change("web-2", name="__client", url=f"https://{LIVE_HOST}")
    assert network.requests[0].headers["Authorization"] == "Bearer web-2"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("not available here: is its permission in the manifest?", "permissions.cookies"),
        (
            'No host permissions for cookies at url: "http://localhost/".',
            "host_permissions.http://localhost/*",
        ),
    ],
)
async def test_missing_permission(
    clerk: Clerk, cookies: Cookies, devices: dict[str, Any], text: str, entry: str
) -> None:
    """What the manifest lacks is named, with what to do."""
    cookies.failure = text
    error = await outcome(follow(clerk, f"{HOST}:3000/app"))
    assert isinstance(error, ClerkRuntimeError)
    assert error.code == "missing_permission"
    assert f"Missing `{entry}` entry in manifest.json" in str(error)
    assert "pyproject.toml" in str(error)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("localhost", "https://localhost"),
        ("http://localhost:3000/", "http://localhost:3000"),
        (" https://app.example.com ", "https://app.example.com"),
    ],
)
def test_hosts_may_be_written_in_several_ways(host: str, url: str) -> None:
    """A host without a scheme is one of `https`."""
    assert cookie_url(host) == url


@pytest.mark.parametrize(
    ("domain", "host_only", "host", "sent"),
    [
        ("localhost", True, "localhost", True),
        (".example.com", False, "example.com", True),
        (".example.com", False, "app.example.com", True),
        ("example.com", False, "app.example.com", True),
        ("example.com", True, "app.example.com", False),
        ("app.example.com", False, "example.com", False),
        (".example.com", False, "notexample.com", False),
        ("www.example.com", True, "www.example.com", True),
    ],
)
def test_domains(domain: str, host_only: bool, host: str, sent: bool) -> None:
    """Domains count with a leading dot or without, for hosts below them unless host-only."""
    assert is_sent_to({"domain": domain, "hostOnly": host_only}, host) is sent


LABEL = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)


@given(st.lists(LABEL, min_size=1, max_size=3), LABEL, st.booleans())
def test_dot_makes_no_difference(labels: list[str], below: str, host_only: bool) -> None:
    """For any domain the dot changes nothing, and a host below it follows from `hostOnly`."""
    domain = ".".join(labels)
    for written in (domain, f".{domain}"):
        cookie = {"domain": written, "hostOnly": host_only}
        assert is_sent_to(cookie, domain)
        assert is_sent_to(cookie, f"{below}.{domain}") is not host_only
        assert not is_sent_to(cookie, f"{below}{domain}")

"""A running emulator, a clock to move, and callers."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from extension_toolkit.emulator import DEMO_SEED, EmulatorServer, Seed, SeedUser, Settings
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

START = 1_800_000_000.25
SECOND_EMAIL = "grace@example.com"  # no test address: its codes are random
SECOND_PASSWORD = "another-password"
CODE_ONLY_EMAIL = "code-only+clerk_test@example.com"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds


class Browser:
    """A caller that keeps its development client token as clients do."""

    def __init__(self, server: EmulatorServer, context: ssl.SSLContext) -> None:
        self.server = server
        self.jwt = ""
        self.http = httpx.Client(
            base_url=f"https://127.0.0.1:{server.port}",
            headers={"Host": server.frontend_api},
            verify=context,
            timeout=10,
        )

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        params = {**({"__clerk_db_jwt": self.jwt} if self.jwt else {}), **options.pop("params", {})}
        response = self.http.request(method, path, params=params, **options)
        if "Clerk-Db-Jwt" in response.headers:
            self.jwt = response.headers["Clerk-Db-Jwt"]
        return response

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.send("GET", path, **options)

    def post(self, path: str, data: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        return self.send("POST", path, data=data or {}, **more)

    def start(self) -> Browser:
        self.jwt = self.post("/v1/dev_browser").json()["id"]
        return self

    def sign_in(self, email: str = DEMO_EMAIL, password: str = DEMO_PASSWORD) -> str:
        """Sign in and return the session's id."""
        data = {"strategy": "password", "identifier": email, "password": password}
        response = self.post("/v1/client/sign_ins", data)
        assert response.status_code == 200, response.text
        return str(response.json()["response"]["created_session_id"])

    def token(self, session_id: str, **options: Any) -> str:
        return str(self.post(f"/v1/client/sessions/{session_id}/tokens", **options).json()["jwt"])


NewBrowser = Callable[[EmulatorServer], Browser]
ErrorOf = Callable[[httpx.Response], tuple[int, str]]


def error_of(response: httpx.Response) -> tuple[int, str]:
    body = response.json()
    assert body["clerk_trace_id"]
    return response.status_code, body["errors"][0]["code"]


@pytest.fixture
def error() -> ErrorOf:
    return error_of


@pytest.fixture(scope="session")
def shared_clock() -> Clock:
    return Clock()


@pytest.fixture
def clock(shared_clock: Clock) -> Clock:
    return shared_clock


@pytest.fixture(scope="session")
def keys_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("emulator-keys")


@pytest.fixture(scope="session")
def seed() -> Seed:
    users = (
        *DEMO_SEED.users,
        SeedUser(SECOND_EMAIL, SECOND_PASSWORD, first_name="Grace", id="user_grace"),
        SeedUser(CODE_ONLY_EMAIL),
    )
    return replace(DEMO_SEED, users=users)


@pytest.fixture(scope="session")
def shared_server(
    keys_directory: Path, shared_clock: Clock, seed: Seed
) -> Iterator[EmulatorServer]:
    with EmulatorServer(keys_directory, clock=shared_clock, seed=seed) as server:
        yield server


@pytest.fixture
def server(shared_server: EmulatorServer, shared_clock: Clock) -> EmulatorServer:
    """The running emulator, as if started just now."""
    shared_clock.now = START
    shared_server.reset()
    return shared_server


@pytest.fixture(scope="session")
def context(shared_server: EmulatorServer) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(shared_server.certificate_path))


@pytest.fixture
def new_browser(context: ssl.SSLContext) -> Iterator[NewBrowser]:
    browsers: list[Browser] = []

    def make(server: EmulatorServer) -> Browser:
        browsers.append(Browser(server, context))
        return browsers[-1]

    yield make
    for browser in browsers:
        browser.http.close()


@pytest.fixture
def anonymous(server: EmulatorServer, new_browser: NewBrowser) -> Browser:
    """A caller without a client token."""
    return new_browser(server)


@pytest.fixture
def browser(server: EmulatorServer, new_browser: NewBrowser) -> Browser:
    """A caller with a client token."""
    return new_browser(server).start()


@pytest.fixture(scope="session")
def shared_production(
    shared_server: EmulatorServer, keys_directory: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EmulatorServer]:
    # A directory of its own: the certificate is for one host at a time.
    directory = tmp_path_factory.mktemp("production-keys")
    settings = Settings(production=True)
    shutil.copy(keys_directory / "token-key.pem", directory)
    with EmulatorServer(directory, host="clerk.example.com", settings=settings) as server:
        yield server


@pytest.fixture
def production(shared_production: EmulatorServer) -> EmulatorServer:
    """A running emulator of a production instance, as if started just now."""
    shared_production.reset()
    return shared_production

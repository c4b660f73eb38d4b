"""A `Platform` in memory: storage in dicts, a clock that is moved by hand, a scripted network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from clerk.errors import ClerkTimeoutError
from clerk.response import Response
from webext import _page

START = 1_800_000_000.5


@dataclass
class Request:
    """A request as it went out."""

    method: str
    url: str
    headers: dict[str, str]
    body: str | None
    timeout: float
    at: float

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def path(self) -> str:
        """The path behind `/v1`, still encoded."""
        return urlsplit(self.url).path.removeprefix("/v1")

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The query, in its order."""
        return parse_qsl(urlsplit(self.url).query, keep_blank_values=True, strict_parsing=True)

    @property
    def query(self) -> dict[str, str]:
        assert len(dict(self.pairs)) == len(self.pairs), f"a name twice in {self.url}"
        return dict(self.pairs)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body or "", keep_blank_values=True))

    @property
    def verb(self) -> str:
        """The verb that is meant."""
        return self.query.get("_method", self.method)

    def __str__(self) -> str:
        return f"{self.verb} {self.path}"


@dataclass
class Answer:
    """What the server says. `delay` is how many seconds of the clock that takes."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    @property
    def text(self) -> str:
        return self.body if isinstance(self.body, str) else json.dumps(self.body)


NEVER = Answer(delay=float("inf"))
Responder = Any  # Answer, an exception, or a function of the request that returns one or waits


class Gate:
    """Holds answers back until `open` is called."""

    def __init__(self) -> None:
        self._arrived = asyncio.Event()
        self._open = asyncio.Event()

    async def arrival(self) -> None:
        """Wait until a request is held."""
        await self._arrived.wait()

    def open(self) -> None:
        self._open.set()

    async def wait(self) -> None:
        self._arrived.set()
        await self._open.wait()


class FakeNetwork:
    """Answers by script. A request that no route takes fails the test."""

    def __init__(self, platform: FakePlatform) -> None:
        self._platform = platform
        self._routes: dict[str, list[Responder]] = {}
        self._gates: dict[str, list[Gate]] = {}
        self.requests: list[Request] = []

    def on(self, route: str, *responders: Responder) -> None:
        """Answer `"POST /client/…"` with these, one after the other; the last one stays."""
        self._routes[route] = list(responders)

    def hold(self, route: str) -> Gate:
        """Hold the next answer of a route. It is chosen when the request arrives."""
        gate = Gate()
        self._gates.setdefault(route, []).append(gate)
        return gate

    def sent(self, route: str | None = None) -> list[Request]:
        return [request for request in self.requests if route in (None, str(request))]

    @property
    def log(self) -> list[str]:
        """What was asked, in order."""
        return [str(request) for request in self.requests]

    def forget(self) -> None:
        self.requests = []

    async def answer(self, request: Request) -> Response:
        self.requests.append(request)
        route = str(request)
        assert route in self._routes, f"no answer was planned for {route}"
        responders = self._routes[route]
        responder = responders.pop(0) if len(responders) > 1 else responders[0]
        gates = self._gates.get(route)
        if gates:
            await gates.pop(0).wait()
        await asyncio.sleep(0)
        if callable(responder) and not isinstance(responder, type):
            responder = responder(request)
        if isinstance(responder, Exception):
            raise responder
        assert isinstance(responder, Answer)
        if responder.delay > request.timeout:
            self._platform.move(request.timeout)
            raise ClerkTimeoutError
        self._platform.move(responder.delay)
        headers = {name.lower(): value for name, value in responder.headers.items()}
        return Response(responder.status, headers, responder.text)


class FakeStorage:
    """An area of storage; keeps copies of what JSON can hold and refuses all else."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.written: list[Any] = []
        self.reads = 0
        self.failure: Exception | None = None
        self.gate: Gate | None = None
        self.listeners: list[Callable[[dict[str, Any]], Any]] = []

    def on_change(self, function: Callable[[dict[str, Any]], Any]) -> None:
        self.listeners.append(function)

    async def get(self, key: str) -> Any:
        self.reads += 1
        await self._pass()
        return _copy(self.values.get(key))

    async def set(self, key: str, value: Any) -> None:
        value = _copy(value)
        await self._pass()
        self.values[key] = value
        self.written.append((key, value))
        for listener in self.listeners:
            await listener({key: {"newValue": _copy(value)}})

    async def remove(self, key: str) -> None:
        await self._pass()
        self.values.pop(key, None)

    async def _pass(self) -> None:
        await asyncio.sleep(0)
        if self.gate:
            await self.gate.wait()
        if self.failure:
            raise self.failure


class FakePlatform:
    """Network, storage and clock. `sleep` moves the clock and takes no time."""

    def __init__(self) -> None:
        self.local = FakeStorage()
        self.session = FakeStorage()
        self.network = FakeNetwork(self)
        self.logged: list[str] = []
        self.slept: list[float] = []
        self.timers: list[tuple[float, Callable[[], Coroutine[Any, Any, None]]]] = []
        self.time = START

    def now(self) -> float:
        return self.time

    def move(self, seconds: float) -> None:
        self.time += seconds

    async def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.slept.append(seconds)
        self.move(seconds)
        await asyncio.sleep(0)

    async def fetch(
        self, url: str, method: str, headers: dict[str, str], body: str | None, timeout: float
    ) -> Response:
        assert timeout > 0
        request = Request(method, url, dict(headers), body, timeout, self.time)
        return await self.network.answer(request)

    def later(self, seconds: float, function: Callable[[], Coroutine[Any, Any, None]]) -> None:
        assert seconds >= 0
        self.timers.append((self.time + seconds, function))

    async def pass_time(self, seconds: float) -> None:
        """Move the clock, and run what is due on the way."""
        end = self.time + seconds
        while due := [timer for timer in self.timers if timer[0] <= end]:
            timer = min(due, key=lambda timer: timer[0])
            self.timers.remove(timer)
            self.time = max(self.time, timer[0])
            await timer[1]()
        self.time = max(self.time, end)

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        return asyncio.ensure_future(coroutine)

    def join(self, task: asyncio.Task[Any]) -> Awaitable[Any]:
        return asyncio.shield(task)

    def parse_json(self, text: str) -> Any:
        return json.loads(text)

    def write_json(self, value: Any) -> str:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    def decode_base64(self, text: str) -> str:
        return _page.decode_base64(text)

    def parse_date(self, text: str) -> float | None:
        try:
            return parsedate_to_datetime(text).timestamp()
        except ValueError:
            return None

    def log(self, text: str) -> None:
        self.logged.append(text)


def http_date(seconds: float) -> str:
    return formatdate(int(seconds), usegmt=True)


def _copy(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if type(value) is list:
        return [_copy(item) for item in value]
    if type(value) is dict:
        assert all(type(name) is str for name in value)
        return {name: _copy(item) for name, item in value.items()}
    raise AssertionError(f"storage cannot keep a {type(value).__name__}")

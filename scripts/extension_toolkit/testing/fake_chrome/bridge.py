"""Puts a fake where the extension's code finds its page: the twins of the modules in JavaScript."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Coroutine, Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from types import ModuleType
from typing import Any
from unittest import mock

from ..fake_browser import console
from .chrome import FakeChrome
from .context import current
from .namespace import RefusedError
from .places import ByPlace
from .ports import FakePort, connect

# Seconds; as in `src/chrome/_api.js`.
ANSWER_DEADLINE = 40


class Page:
    """What `webext._page` has in a page, by `asyncio` and the fake."""

    def __init__(self, chrome: FakeChrome) -> None:
        self._chrome = chrome
        self.now = chrome.clock.now
        self.sleep = chrome.clock.sleep
        self.fetch = chrome.network.fetch

    def is_background(self) -> bool:
        return (current() or self._chrome.background).kind == "background"

    def is_online(self) -> bool:
        return self._chrome.network.online

    def extension_id(self) -> str:
        return self._chrome.id

    def log_warning(self, text: str) -> None:
        console.warn(text)

    def log_error(self, text: str) -> None:
        console.error(text)

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Future[Any]:
        return self._chrome.events.start(coroutine)

    def join(self, task: asyncio.Future[Any]) -> Awaitable[Any]:
        return asyncio.shield(task)

    def report(self, task: asyncio.Future[Any]) -> None:
        self._chrome.events.report(task)

    def report_error(self, error: Exception) -> None:
        self._chrome.events.errors.append(error)

    def parse_json(self, text: str) -> Any:
        return json.loads(text)

    def write_json(self, value: Any) -> str:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    def parse_date(self, text: str) -> float | None:
        try:
            return parsedate_to_datetime(text).timestamp()
        except ValueError:
            return None


class Ports:
    """What `webext._ports` has in a page that it has not on CPython by itself."""

    def __init__(self, chrome: FakeChrome) -> None:
        self._chrome = chrome

    async def connect(self, path: str, args: list[Any]) -> FakePort:
        return await connect(self._chrome, path, args)


class Api:
    """What `chrome._api` has in a page."""

    def __init__(self, chrome: FakeChrome) -> None:
        self._chrome = chrome
        self.value = chrome.value

    async def call(self, path: str, args: list[Any], timeout: float | None) -> Any:
        try:
            return await self._within(timeout, self._chrome.call(path, args))
        except TimeoutError:
            raise RefusedError(f"no answer within {timeout} s") from None

    async def send(self, path: str, args: list[Any], timeout: float | None) -> Any:
        limit = ANSWER_DEADLINE if timeout is None else timeout
        try:
            return await self._within(limit, self._chrome.call(path, args))
        except TimeoutError:
            text = f"no answer of the handler within {limit} s"
            return {"$error": {"type": "DeadlineError", "message": text, "traceback": None}}

    async def _within(self, limit: float | None, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Wait for a result, but not longer than the fake's clock allows."""
        if limit is None:
            return await coroutine
        result = asyncio.ensure_future(coroutine)
        late = asyncio.ensure_future(self._chrome.clock.sleep(limit))
        try:
            await asyncio.wait({result, late}, return_when=asyncio.FIRST_COMPLETED)
            if not result.done():
                raise TimeoutError
            return await result
        finally:
            result.cancel()
            late.cancel()


@contextmanager
def installed(chrome: FakeChrome) -> Iterator[None]:
    """Have the extension's code use a fake inside the block.

    What it registered when it was imported stays; what it adds inside the block is forgotten, and
    so are the clients of Clerk that it made.
    """
    from chrome import _api
    from webext import _page, _ports, messages, ports, refusals

    before = list(_api.listeners)
    with (
        mock.patch.object(messages, "_handlers", ByPlace(messages._handlers)),
        mock.patch.object(ports, "_openings", ByPlace(ports._openings)),
        mock.patch.object(refusals, "_told", {}),
        _replaced(_page, Page(chrome)),
        _replaced(_ports, Ports(chrome)),
        _replaced(_api, Api(chrome)),
    ):
        _forget_clients()
        try:
            yield
        finally:
            _forget_clients()
            _api.listeners[:] = before


def _replaced(module: ModuleType, double: object) -> Any:
    """Give a module the members of an object, until the block ends."""
    names = [name for name in dir(double) if not name.startswith("_")]
    return mock.patch.multiple(module, create=True, **{n: getattr(double, n) for n in names})


def _forget_clients() -> None:
    if extension := sys.modules.get("clerk.extension"):
        extension._clients.clear()
        extension._following.clear()

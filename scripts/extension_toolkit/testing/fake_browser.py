"""A `browser` package for CPython, with what code that shows no page uses of Brython's.

`console` writes to the log, where pytest's `caplog` finds it. What only a page has, `document`
foremost, is refused with an error that says so.
"""

from __future__ import annotations

import base64
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from urllib.parse import quote

DAY = 86400  # seconds; Brython lets a request wait as long as the browser does

LOG = logging.getLogger("browser.console")


class Console:
    """The page's console."""

    def debug(self, *values: object) -> None:
        LOG.debug(_line(values))

    def log(self, *values: object) -> None:
        LOG.info(_line(values))

    def info(self, *values: object) -> None:
        LOG.info(_line(values))

    def warn(self, *values: object) -> None:
        LOG.warning(_line(values))

    def error(self, *values: object) -> None:
        LOG.error(_line(values))


console = Console()


def install() -> None:
    """Make `browser` and its modules importable, where nothing else does."""
    if "browser" in sys.modules or _is_package("browser"):
        return
    browser = _module("browser", console=console, is_webworker=False)
    browser.__path__ = []
    _module("browser.timer", set_timeout=_set_timeout, clear_timeout=_clear_timeout)
    get, post = partial(_ajax, "GET"), partial(_ajax, "POST")
    _module("browser.aio", sleep=_sleep, run=_run, ajax=_ajax, get=get, post=post)


def _is_package(name: str) -> bool:
    """Whether there is such a package, and not only its stubs."""
    spec = find_spec(name)
    return spec is not None and spec.origin is not None


def _module(name: str, **members: Any) -> Any:
    module: Any = ModuleType(name)

    def refuse(member: str) -> Any:
        if member.startswith("__"):
            raise AttributeError(member)
        raise AttributeError(f"{name}.{member} needs a page, and this is CPython")

    vars(module).update(members, __getattr__=refuse)
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)
    return module


_timers: list[Any] = []


def _set_timeout(func: Callable[..., Any], interval: float, *args: Any) -> int:
    from webext import _page

    async def wait() -> None:
        await _page.sleep(interval / 1000)
        func(*args)

    timer = _page.start(wait())
    _page.report(timer)
    _timers.append(timer)
    return len(_timers)


def _clear_timeout(timer: int) -> None:
    _timers[timer - 1].cancel()


def _sleep(seconds: float) -> Any:
    from webext import _page

    return _page.sleep(seconds)


def _run(coro: Any, onsuccess: Any = None, onerror: Any = None) -> None:
    from webext import spawn

    spawn(coro)


@dataclass(frozen=True)
class HTTPRequest:
    """A finished request; its status is 0 where no answer came."""

    status: int
    response_headers: dict[str, str]
    data: str | bytes

    @property
    def statusText(self) -> str:
        return HTTPStatus(self.status).phrase if self.status else ""


async def _ajax(
    method: str,
    url: str,
    *,
    format: str = "text",
    headers: dict[str, str] | None = None,
    data: str | bytes | dict[str, Any] | None = None,
    cache: bool = False,
) -> HTTPRequest:
    from webext import _page

    method = method.upper()
    sent = {name.lower(): value for name, value in (headers or {}).items()}
    if isinstance(data, dict):
        data = "&".join(f"{quote(str(k), '')}={quote(str(v), '')}" for k, v in data.items())
    body = data.decode() if isinstance(data, bytes) else data
    if method == "GET" and body:
        url, body = f"{url}{'&' if '?' in url else '?'}{body}", None
    if method == "POST":
        sent.setdefault("content-type", "application/x-www-form-urlencoded")
    answer = await _page.fetch(url, method, sent, body, DAY)
    status, received, text = (0, {}, "") if isinstance(answer, str) else answer
    received = {name.lower(): value for name, value in received.items()}
    if format == "dataURL":
        coded = base64.b64encode(text.encode()).decode()
        text = f"data:{received.get('content-type')};base64,{coded}"
    return HTTPRequest(status, received, text.encode() if format == "binary" else text)


def _line(values: tuple[object, ...]) -> str:
    return " ".join(map(str, values))

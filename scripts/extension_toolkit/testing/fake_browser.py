"""A `browser` package for CPython, with what code that shows no page uses of Brython's.

`console` writes to the log, where pytest's `caplog` finds it. What only a page has, `document`
foremost, is refused with an error that says so.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Any

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
    _module("browser.aio", sleep=_sleep, run=_run)


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


def _line(values: tuple[object, ...]) -> str:
    return " ".join(map(str, values))

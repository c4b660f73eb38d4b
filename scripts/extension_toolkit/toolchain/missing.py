"""Why code cannot import a module, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterable

from extension_toolkit.chrome_api import nearest

from .library import IMPOSSIBLE, NEED_A_SYSTEM

# What sends requests from elsewhere; `browser.aio` does it in a page.
REQUESTS = frozenset({"aiohttp", "http.client", "httpx", "requests", "urllib3"})
# Brython has these too, but nothing in them works in a page.
EMPTY = frozenset({"http.client", "multiprocessing", "socket"})


def is_empty(name: str) -> bool:
    """Return whether a module of the library is there in name only."""
    return bool(EMPTY.intersection(_with_parents(name)))


def why_missing(name: str, package: str, own: Iterable[str], library: Iterable[str]) -> str:
    """Return what to say of a module that cannot be imported.

    Args:
        name: Its whole name.
        package: The one that the import stands in.
        own: The names of the developer's modules.
        library: The names of the library's.
    """
    own = list(own)
    if name in IMPOSSIBLE:
        return "it needs the compiler, and Chrome forbids code that is made while a page runs"
    if REQUESTS.intersection(_with_parents(name)):
        return (
            "send requests with browser.aio, to the sites that connect in [tool.extension] of "
            "pyproject.toml names"
        )
    if name in NEED_A_SYSTEM or is_empty(name):
        return "it needs an operating system, which pages do not have"
    why = "it is neither in src/ nor in Brython's standard library"
    if f"{package}.{name}" in own:
        return f"{why}; names begin at src/: did you mean {package}.{name}?"
    if near := nearest(name, [*own, *library]):
        return f"{why}; did you mean {near}?"
    return f"{why}; what pip installs is not there: put its Python into src/, if it is nothing else"


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]

"""The way from one route to another, by name, so that routes need not import each other."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from clerk import Clerk

    Route = Callable[..., Any]

from .routes import load

_routes: dict[str, Route] = {}


def route(name: str) -> Callable[[Route], Route]:
    """Register a function that shows a route: `show(clerk, …)`."""

    def register(show: Route) -> Route:
        _routes[name] = show
        return show

    return register


def go(name: str, clerk: Clerk, *args: Any) -> None:
    """Show a route in place of the current one.

    Args:
        name: Its module in `routes/`; where that has several, `/` and which of them.
        clerk: The client.
        *args: More that the route takes.
    """
    if name not in _routes:
        load(name.partition("/")[0])
    _routes[name](clerk, *args)


def way_to(name: str, clerk: Clerk, *args: Any) -> Callable[[], Any]:
    """Return an action for a button that leads to a route."""

    async def follow() -> None:
        go(name, clerk, *args)

    return follow

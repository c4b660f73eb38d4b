"""Finding the endpoint for a method and a path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from .calls import Answer, Call

Endpoint: TypeAlias = Callable[[Call], Answer]


class Access(Enum):
    """Which callers an endpoint answers."""

    PUBLIC = auto()  # anybody
    OPTIONAL = auto()  # production: anybody; development: callers with a client token
    CLIENT = auto()  # callers with a client token


@dataclass(frozen=True)
class Route:
    """An endpoint and when it is meant."""

    method: str
    path: str  # `{name}` stands for one segment
    pattern: re.Pattern[str]
    access: Access
    endpoint: Endpoint


class RouteTable:
    """The endpoints of one module, or of several put together."""

    def __init__(self) -> None:
        self._routes: list[Route] = []

    def add(
        self, method: str, path: str, access: Access = Access.CLIENT
    ) -> Callable[[Endpoint], Endpoint]:
        """Return a decorator that registers an endpoint.

        Args:
            method: Effective HTTP method.
            path: Path; `{name}` stands for one segment.
            access: Who may call.
        """
        pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path.replace(".", r"\.")))

        def register(endpoint: Endpoint) -> Endpoint:
            self._routes.append(Route(method, path, pattern, access, endpoint))
            return endpoint

        return register

    def extend(self, tables: Iterable[RouteTable]) -> None:
        """Take over the endpoints of other tables."""
        for table in tables:
            self._routes += table._routes

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes)

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """Return the route for a request and the parts of its path, or None."""
        for route in self._routes:
            if route.method == method and (match := route.pattern.fullmatch(path)):
                return route, match.groupdict()
        return None

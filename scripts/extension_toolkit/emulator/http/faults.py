"""Faults: answers, delays and broken connections that a test orders for chosen requests."""

from __future__ import annotations

import threading
from fnmatch import fnmatchcase
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from ..validation import CLOSED, Seconds

GLOB_CHARACTERS = frozenset("*?[")


@dataclass(config=CLOSED)
class Fault:
    """Something that goes wrong with the requests it matches.

    Making one raises `ValueError` when a member has the wrong type or is out of range.

    Attributes:
        path: A path and all below it, or, with `*`, `?` or `[`, a glob for the whole path.
        exact: Match only the path itself, not what is below it.
        method: Effective HTTP method, or None for any but OPTIONS.
        status: HTTP status to answer with; None lets the request through unless `body` is given.
        code: Error code of the JSON answer; None takes one that suits the status.
        body: Raw body to send instead of JSON; may be empty. The status is then 200 by default.
        content_type: Of the raw body.
        delay: Wait before anything else, seconds.
        hang: Never answer.
        drop_connection: Reset the connection instead of answering.
        drop_client_token: Leave the client token out of the answer's headers.
        retry_after: Value of the `Retry-After` header, seconds.
        after: Let the request take effect first, so that only its answer is lost.
        count: For how many requests the fault holds, or None for all until it is cleared.
    """

    path: str = "/"
    exact: bool = False
    method: str | None = None
    status: Annotated[int, Field(ge=200, le=599)] | None = None
    code: str | None = None
    body: str | None = None
    content_type: str = "text/html; charset=utf-8"
    delay: Seconds = 0
    hang: bool = False
    drop_connection: bool = False
    drop_client_token: bool = False
    retry_after: int | None = None
    after: bool = False
    count: Annotated[int, Field(ge=1)] | None = None

    def matches(self, method: str, path: str) -> bool:
        """Return whether the fault holds for a request."""
        if self.method is None:
            # A preflight passes, or the browser would report a fault of CORS instead.
            if method == "OPTIONS":
                return False
        elif self.method.upper() != method:
            return False
        if GLOB_CHARACTERS & set(self.path):
            return fnmatchcase(path, self.path)
        base = self.path.rstrip("/")
        return path == (base or "/") or (not self.exact and path.startswith(f"{base}/"))

    @property
    def replaces_answer(self) -> bool:
        """Whether the fault has an answer of its own."""
        return self.status is not None or self.body is not None


class FaultSet:
    """The faults in force. The first one that matches a request is used."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[tuple[Fault, int]] = []  # each with how often it was used

    def add(self, fault: Fault) -> None:
        """Put a fault behind those already in force."""
        with self._lock:
            self._faults.append((fault, 0))

    def clear(self) -> None:
        """Lift all faults."""
        with self._lock:
            self._faults.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """Return the fault for a request, and lift it when its count is used up."""
        with self._lock:
            for index, (fault, used) in enumerate(self._faults):
                if not fault.matches(method, path):
                    continue
                if fault.count is not None and used + 1 >= fault.count:
                    del self._faults[index]
                else:
                    self._faults[index] = (fault, used + 1)
                return fault
        return None

    def in_force(self) -> list[Fault]:
        """Return the faults in force."""
        with self._lock:
            return [fault for fault, _ in self._faults]

    def __len__(self) -> int:
        return len(self._faults)

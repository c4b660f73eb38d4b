"""Clerk's limits on how often somebody may try to sign in or up."""

from __future__ import annotations

import re
from collections import deque
from math import ceil

from ..errors import ApiError

WINDOW = 10.0  # seconds
# Paths of attempts, and how many requests of one kind are answered within the window.
LIMITS = (
    (re.compile(r"/v1/client/sign_(ins|ups)"), 5),
    (re.compile(r"/v1/client/sign_(ins|ups)/[^/]+/attempt_\w+"), 3),
)


class RateLimits:
    """Counts the requests of a short while, all from one machine."""

    def __init__(self) -> None:
        self._times: list[deque[float]] = [deque() for _ in LIMITS]

    def check(self, method: str, path: str, now: float) -> None:
        """Count a request.

        Args:
            method: Effective HTTP method.
            path: Its path.
            now: Time, seconds since the epoch.

        Raises:
            ApiError: There were too many (`too_many_requests`).
        """
        for (pattern, limit), times in zip(LIMITS, self._times, strict=True):
            if method != "POST" or not pattern.fullmatch(path):
                continue
            while times and times[0] <= now - WINDOW:
                times.popleft()
            if len(times) >= limit:
                raise ApiError("too_many_requests", retry_after=ceil(times[0] + WINDOW - now))
            times.append(now)

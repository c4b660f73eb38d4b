"""A clock that stands still until a test moves it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Clock:
    """Time as the extension sees it. It begins now, and then only `move` changes it."""

    def __init__(self) -> None:
        self._now = time.time()
        self._waiting: list[tuple[float, int, Callable[[], None]]] = []
        self._followers: list[Callable[[float], None]] = []
        self._count = 0

    def now(self) -> float:
        """Return seconds since the epoch."""
        return self._now

    def call_at(self, when: float, callback: Callable[[], None]) -> None:
        """Call a function when the clock has come to a time, in seconds since the epoch."""
        self._count += 1
        self._waiting.append((when, self._count, callback))

    def follow(self, follower: Callable[[float], None]) -> None:
        """Tell a function by how many seconds the clock moves, each time that it does."""
        self._followers.append(follower)

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock was moved that far."""
        woken = asyncio.Event()
        self.call_at(self._now + seconds, woken.set)
        await woken.wait()

    async def move(self, seconds: float) -> None:
        """Let time pass: sleepers wake and alarms ring in their order, and do what they do.

        Args:
            seconds: How far; not into the past.
        """
        if seconds < 0:
            raise ValueError("time does not go back")
        await settle()  # what has just been started sleeps from now on
        end = self._now + seconds
        while due := [entry for entry in self._waiting if entry[0] <= end]:
            entry = min(due)
            self._waiting.remove(entry)
            self._advance_to(max(entry[0], self._now))
            entry[2]()
            await settle()
        self._advance_to(end)
        await settle()

    def _advance_to(self, moment: float) -> None:
        step, self._now = moment - self._now, moment
        for follower in self._followers:
            follower(step)


async def settle() -> None:
    """Let all that can go on without time and network go on."""
    for _ in range(20):
        await asyncio.sleep(0)

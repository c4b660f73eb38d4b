"""Wait for something that happens in another process."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], timeout: float = 10) -> None:
    """Return as soon as a condition holds.

    Args:
        condition: Asked every 20 ms.
        timeout: Seconds after which the test fails.
    """
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)

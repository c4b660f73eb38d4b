"""Wait for something that happens in another process."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], timeout: float = 10) -> None:
    """Return as soon as a condition holds.

    Args:
        condition: Asked every 20 ms.
        timeout: Seconds to wait at the most.

    Raises:
        TimeoutError: It does not hold in time.
    """
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"it did not happen within {timeout} s")
        time.sleep(0.02)

"""Times as clients read them."""

from __future__ import annotations


def milliseconds(seconds: float | None) -> int | None:
    """Return a time in milliseconds, or None when there is none."""
    return None if seconds is None else int(seconds * 1000)

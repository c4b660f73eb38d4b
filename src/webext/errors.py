"""Errors of messages between pages.

Exception
└── BackgroundError    nobody took or answered a message
    ├── DeadlineError  no answer came in time
    └── RemoteError    a handler raised
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class BackgroundError(Exception):
    """No answer: the background did not start, was closed, or has no handler for this message."""


class DeadlineError(BackgroundError):
    """No answer came in time; the message says who kept it waiting."""


class RemoteError(BackgroundError):
    """A handler raised.

    Attributes:
        type: The name of the exception's class there.
        traceback: Its traceback there, as text, if it was told.
    """

    def __init__(self, type: str, message: str, traceback: str | None) -> None:
        super().__init__(f"{type}: {message}" if message else type)
        self.type = type
        self.traceback = traceback


def error_of_answer(raised: dict[str, Any]) -> BackgroundError:
    """Return the exception for an answer that says what was raised.

    Args:
        raised: With `type`, `message` and `traceback`.
    """
    for kind in (BackgroundError, DeadlineError):
        if raised["type"] == kind.__name__:
            return kind(raised["message"])
    return RemoteError(raised["type"], raised["message"], raised["traceback"])

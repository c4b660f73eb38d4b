"""Errors of messages between pages.

Exception
└── BackgroundError    the background could not take or answer a message
    └── RemoteError    a handler there raised
"""

from __future__ import annotations


class BackgroundError(Exception):
    """The background gave no answer: it did not start, was closed, or takes no such message."""


class RemoteError(BackgroundError):
    """A handler in the background raised.

    Attributes:
        type: The name of the exception's class there.
        traceback: Its traceback there, as text.
    """

    def __init__(self, type: str, message: str, traceback: str | None) -> None:
        super().__init__(f"{type}: {message}" if message else type)
        self.type = type
        self.traceback = traceback

"""What every fake namespace has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .chrome import FakeChrome


class RefusedError(Exception):
    """Chrome would refuse this; the message is Chrome's."""


class NotFakedError(BaseException):
    """A test needs something of Chrome's that the fake does not have.

    Not an `Exception`, so that no handler under test takes it for an error of Chrome's.
    """


class Namespace:
    """A namespace with its state.

    Its methods have Chrome's names, and take Chrome's parameters by their names. They may be
    `async`. What they return crosses to the caller as a copy.

    Args:
        chrome: The whole that it belongs to.
    """

    def __init__(self, chrome: FakeChrome) -> None:
        self.chrome = chrome

    def refuse(self, details: dict[str, Any], *names: str) -> None:
        """Refuse what Chrome would heed and the fake does not.

        Raises:
            NotFakedError: One of the fields is there.
        """
        for name in names:
            if name in details:
                raise NotFakedError(
                    f"the fake chrome knows no {name!r} here. Say what the function gives: "
                    "fake_chrome.answer(…)"
                )

    def emit(self, event: str, *args: Any) -> None:
        """Give an event to its listeners, soon."""
        self.chrome.events.fire(event, args)

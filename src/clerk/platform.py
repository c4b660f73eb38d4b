"""What the client needs from the world around it, passed in so that it runs anywhere.

`browser.py` has the one for a browser; tests have one with a clock and a network of their own. This
module is for type checkers alone, so a page does not carry it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from .response import Response


class Storage(Protocol):
    """A place for values by key."""

    async def get(self, key: str) -> Any:
        """Return the value, or None."""

    async def set(self, key: str, value: Any) -> None:
        """Keep a value made of dicts, lists, strings, numbers and None."""

    async def remove(self, key: str) -> None:
        """Forget a value; nothing happens where there is none."""


class Platform(Protocol):
    """Network, storage and clock.

    Attributes:
        local: Storage that outlives the browser (`chrome.storage.local`).
        session: Storage in memory until the browser ends (`chrome.storage.session`).
    """

    @property
    def local(self) -> Storage: ...

    @property
    def session(self) -> Storage: ...

    def now(self) -> float:
        """Return seconds since the epoch, by the local clock."""

    def sleep(self, seconds: float) -> Awaitable[None]:
        """Wait."""

    async def fetch(
        self, url: str, method: str, headers: dict[str, str], body: str | None, timeout: float
    ) -> Response:
        """Send a request.

        Args:
            url: The full address.
            method: `GET` or `POST`.
            headers: By name.
            body: Text, or None for no body.
            timeout: Seconds until giving up.

        Raises:
            ClerkOfflineError: No answer came.
            ClerkTimeoutError: No answer came in time.
        """

    def later(self, seconds: float, function: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Call a function after a time, and run the coroutine that it returns."""

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Start a coroutine; return what `join` takes."""

    def join(self, task: Any) -> Awaitable[Any]:
        """Wait for a started coroutine's result. Many may join the same."""

    def parse_json(self, text: str) -> Any:
        """Return the value. Raises ValueError."""

    def write_json(self, value: Any) -> str:
        """Return a value as JSON, without spaces."""

    def decode_base64(self, text: str) -> str:
        """Return the UTF-8 text in base64 of either alphabet, padded or not. Raises ValueError."""

    def parse_date(self, text: str) -> float | None:
        """Return an HTTP date as seconds since the epoch, or None."""

    def log(self, text: str) -> None:
        """Tell the developer; never with a token in it."""

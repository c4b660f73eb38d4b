"""`chrome.identity`: sign-in windows, in which a test plays the user and the provider."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .namespace import Namespace, NotFakedError, RefusedError


class Identity(Namespace):
    """Sign-in windows.

    Attributes:
        sign_in: What happens in such a window: a function, `async` or not, of the address that it
            is opened with. It returns the one that the provider leads back to, or None when the
            user closes the window.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.sign_in: Callable[[str], Any] | None = None

    def getRedirectURL(self, path: str = "") -> str:
        return f"https://{self.chrome.id}.chromiumapp.org/{path.removeprefix('/')}"

    async def launchWebAuthFlow(self, details: dict[str, Any]) -> str:
        if not details["url"].startswith(("https://", "http://")):
            raise RefusedError(
                "The auth url has an invalid scheme. Only http:// and https:// schemes are allowed."
            )
        if self.sign_in is None:
            raise NotFakedError(
                "nobody signs in here. Say where that leads: fake_chrome.state.identity.sign_in = "
                "function_of_the_address"
            )
        if not details.get("interactive", False):
            raise RefusedError("User interaction required.")
        address = self.sign_in(details["url"])
        if inspect.isawaitable(address):
            address = await address
        if address is None:
            raise RefusedError("The user did not approve access.")
        if not address.startswith(self.getRedirectURL()):
            raise NotFakedError(
                f"Chrome would wait for ever: the sign-in led to {address}, and not back to "
                f"{self.getRedirectURL()}"
            )
        return str(address)

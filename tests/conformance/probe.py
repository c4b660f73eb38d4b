"""Calls on the client in an extension's background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extension_toolkit.automation.extension import Extension

# Any page of the extension may send messages; this one runs nothing by itself.
BLANK_PAGE = "manifest.json"
STORE = "chrome.storage.local.set({[arguments[0]]: arguments[1]}).then(arguments[2])"
CLEAR = "chrome.storage.session.clear().then(arguments[0])"


class CallError(Exception):
    """The call raised; the text is the error's code, or its message where it has none."""


class Probe:
    """Clerk's client in the background of an extension.

    Args:
        extension: One of `extensions`.
    """

    def __init__(self, extension: Extension) -> None:
        self.extension = extension
        extension.driver.get(f"{extension.origin}/{BLANK_PAGE}")

    def call(
        self, path: str, positional: Sequence[Any] = (), named: Mapping[str, Any] | None = None
    ) -> Any:
        """Return what a call gave, where that is text or a number; what is no call is read.

        Args:
            path: The method or attribute, from the client on, such as `session.getToken`.
            positional: Its arguments.
            named: The members of the object that Clerk's methods take last.

        Raises:
            CallError: It raised.
        """
        message = {
            "conformance": True,
            "path": path,
            "positional": list(positional),
            "named": named or None,
        }
        (answer,) = self.extension.send(message)
        if "value" not in answer:
            raise CallError(answer.get("error") or answer)
        return answer["value"]

    def restart(self, frontend_api: str, client_token: str) -> None:
        """Have the background start afresh, on a device that the instance knows.

        Args:
            frontend_api: The instance's host.
            client_token: The device's.
        """
        script = self.extension.driver.execute_async_script
        script(STORE, f"{frontend_api}|__clerk_client_jwt|v2", client_token)
        script(CLEAR)
        self.extension.close_background()
        self.extension.stop_worker()

"""Chrome's extension API with Chrome's names: `await chrome.tabs.create({"url": …})`.

Every method gives an awaitable; dicts, lists and None go in and come out; what Chrome reports as
an error is raised. In the background page, where Chrome gives little of it, a call runs in the
service worker.

    import chrome

    tab = await chrome.tabs.create({"url": "./tabs/page.html"})
    answer = await chrome.runtime.sendMessage({"greeting": "hello"})
    chrome.storage.onChanged.addListener(show_changes)

Source: https://developer.chrome.com/docs/extensions/reference/api
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


from webext import _page
from webext.errors import BackgroundError, RemoteError

__all__ = ["ChromeError"]


class ChromeError(Exception):
    """A method of `chrome` failed; the message is Chrome's own."""


class Api:
    """Something below `chrome`: a namespace, a method or an event."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:
        return _member(f"{self._path}.{name}")

    async def __call__(self, *args: Any) -> Any:
        if self._path == "runtime.sendMessage":
            return await _send_message(args)
        return await _call(self._path, args)

    def addListener(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """Call a function, `async` or not, at every event. Serves as a decorator too.

        Raises:
            ChromeError: This context does not get the event.
        """
        if not _page.listen_to_chrome(self._path, callback):
            raise ChromeError(f"chrome.{self._path} is not an event that this page gets")
        return callback

    def __repr__(self) -> str:
        return f"<chrome.{self._path}>"


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return _member(name)


def _member(path: str) -> Any:
    value = _page.chrome_value(path)
    return Api(path) if value is None else value


async def _call(path: str, args: tuple[Any, ...]) -> Any:
    try:
        return await _page.call_chrome(path, list(args))
    except Exception as error:
        raise ChromeError(f"chrome.{path}: {_text(error)}") from None


async def _send_message(args: tuple[Any, ...]) -> Any:
    """Send a message; once more if the service worker was stopped before the answer came."""
    try:
        answer = await _page.call_chrome("runtime.sendMessage", list(args))
    except Exception as error:
        if "message channel closed" not in str(error):
            raise ChromeError(f"chrome.runtime.sendMessage: {_text(error)}") from None
        answer = await _page.call_chrome("runtime.sendMessage", list(args))
    if isinstance(answer, dict) and "$error" in answer:
        raised = answer["$error"]
        if raised["type"] == "BackgroundError":
            raise BackgroundError(raised["message"])
        raise RemoteError(raised["type"], raised["message"], raised["traceback"])
    return answer


def _text(error: Exception) -> str:
    return str(error).removeprefix("Error: ")

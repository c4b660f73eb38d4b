"""Chrome's extension API with Chrome's names: `await chrome.tabs.create({"url": …})`.

Every method gives an awaitable, those too that Chrome answers at once; dicts, lists, bytes and None
go in and come out; what Chrome reports as an error is raised. In the background page, where Chrome
gives little of it, calls and events go through the service worker.

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

    Listener = Callable[..., Any]


from webext.errors import error_of_answer

from . import _api

__all__ = ["ChromeError"]

BUNDLED_WHEN_NAMED = {"chrome.ports": ("connect", "connectNative")}

# Methods whose answer is that of a handler, which may have raised.
SENDING = ("runtime.sendMessage", "tabs.sendMessage")
CONNECTING = ("runtime.connect", "runtime.connectNative", "tabs.connect")


class ChromeError(Exception):
    """A method or an event of `chrome` failed.

    Attributes:
        path: Its name, such as `chrome.tabs.create`.
        text: What Chrome says is wrong.
    """

    def __init__(self, path: str, text: str) -> None:
        super().__init__(f"{path}: {text}")
        self.path = path
        self.text = text


class Api:
    """Something below `chrome`: a namespace, a method or an event."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:
        return _member(f"{self._path}.{name}")

    async def __call__(self, *args: Any, timeout: float | None = None) -> Any:
        """Call the method.

        Args:
            *args: Chrome's arguments.
            timeout: Seconds to wait for the result. By default a message waits 40, and any other
                method as long as Chrome takes.

        Raises:
            ChromeError: Chrome refuses, or gave no result in time.
            BackgroundError: Of a message: no handler answered; what a handler raised is the
                subclass `RemoteError`.
        """
        try:
            if self._path in CONNECTING:
                from .ports import connect

                return await connect(self._path, args)
            call = _api.send if self._path in SENDING else _api.call
            answer = await call(self._path, list(args), timeout)
        except Exception as error:
            raise ChromeError(f"chrome.{self._path}", str(error).removeprefix("Error: ")) from None
        if isinstance(answer, dict) and "$error" in answer and self._path in SENDING:
            raise error_of_answer(answer["$error"])
        return answer

    def addListener(self, callback: Listener, *filters: Any) -> Listener:
        """Call a function, `async` or not, at every event. Serves as a decorator too.

        Args:
            callback: Called with the event's values. What it returns goes nowhere.
            *filters: What else the event takes, such as `{"url": [{"hostSuffix": "example.com"}]}`.

        Raises:
            ChromeError: This context does not get the event.
        """
        if problem := _api.add_listener(self._path, callback, list(filters)):
            raise ChromeError(f"chrome.{self._path}", problem)
        return callback

    def removeListener(self, callback: Listener) -> None:
        """Call a function no more; nothing happens when it is no listener."""
        _api.remove_listener(self._path, callback)

    def hasListener(self, callback: Listener) -> bool:
        """Return whether a function is a listener."""
        return _api.has_listener(self._path, callback)

    def hasListeners(self) -> bool:
        """Return whether there are listeners of this page."""
        return _api.has_listener(self._path, None)

    def __repr__(self) -> str:
        return f"<chrome.{self._path}>"


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return _member(name)


def _member(path: str) -> Any:
    value = _api.value(path)
    return Api(path) if value is None else value

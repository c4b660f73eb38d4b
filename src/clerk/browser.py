"""Network, storage and clock of a page."""

from __future__ import annotations

import chrome
from webext import _page, spawn

from .errors import ClerkOfflineError, ClerkRuntimeError, ClerkTimeoutError
from .response import Response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from .platform import Storage


class ChromeStorage:
    """An area of `chrome.storage`, reached from the background through the service worker."""

    def __init__(self, area: Any) -> None:
        self._area = area

    async def get(self, key: str) -> Any:
        return (await _storage(self._area.get(key))).get(key)

    async def set(self, key: str, value: Any) -> None:
        await _storage(self._area.set({key: value}))

    async def remove(self, key: str) -> None:
        await _storage(self._area.remove(key))

    def on_change(self, function: Callable[..., Any]) -> None:
        """Call a function with what changes here; in a page.

        The event is not written out as `chrome.storage.…`, or the build would have the service
        worker listen to it for the background, which makes these changes itself.
        """
        self._area.onChanged.addListener(function)


async def _storage(call: Awaitable[Any]) -> Any:
    try:
        return await call
    except chrome.ChromeError as error:
        if "not available" in str(error):
            raise missing_permission("permissions", "storage") from None
        raise error


def missing_permission(entry: str, value: str) -> ClerkRuntimeError:
    """Return the error for something that the manifest does not ask for.

    Args:
        entry: The manifest's list: `permissions` or `host_permissions`.
        value: What has to be in it.
    """
    return ClerkRuntimeError(
        f"Missing `{entry}.{value}` entry in manifest.json: put {value!r} into `{entry}` below "
        "[tool.extension.manifest] in pyproject.toml, and build again",
        "missing_permission",
    )


class BrowserPlatform:
    """The world around a page.

    Args:
        local: Where the client token is kept, instead of `chrome.storage.local`.
    """

    def __init__(self, local: Storage | None = None) -> None:
        self.local = local or ChromeStorage(chrome.storage.local)
        self.session = ChromeStorage(chrome.storage.session)

    def now(self) -> float:
        return _page.now()

    def sleep(self, seconds: float) -> Awaitable[None]:
        return _page.sleep(seconds)

    async def fetch(
        self, url: str, method: str, headers: dict[str, str], body: str | None, timeout: float
    ) -> Response:
        answer = await _page.fetch(url, method, headers, body, timeout)
        if answer == "TimeoutError":
            raise ClerkTimeoutError()
        if isinstance(answer, str):
            raise ClerkOfflineError()
        status, received, text = answer
        return Response(status, received, text)

    def later(self, seconds: float, function: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def wait_and_call() -> None:
            await _page.sleep(seconds)
            await function()

        spawn(wait_and_call())

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return _page.start(coroutine)

    def join(self, task: Any) -> Awaitable[Any]:
        return _page.join(task)

    def parse_json(self, text: str) -> Any:
        return _page.parse_json(text)

    def write_json(self, value: Any) -> str:
        return _page.write_json(value)

    def decode_base64(self, text: str) -> str:
        return _page.decode_base64(text)

    def parse_date(self, text: str) -> float | None:
        return _page.parse_date(text)

    def log(self, text: str) -> None:
        _page.log_error(text)

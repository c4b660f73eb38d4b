"""The client in a Chrome extension: `createClerkClient`, and how its pages share one state.

The background holds the client. A page has one that shows the background's state, asks it to send
requests and to give tokens, and so never sees the client token. What the background learns reaches
the pages through `chrome.storage.session`, where it is kept anyway.
"""

from __future__ import annotations

import chrome
from webext import _page, on_message, spawn

from .clerk import Clerk
from .errors import (
    ClerkError,
    ClerkOfflineError,
    ClerkTimeoutError,
    error_from_data,
    error_to_data,
)
from .platform import Response
from .publishable_key import PublishableKey, parse_publishable_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine, Mapping
    from typing import Any

    from .tokens import Slot

# Seconds after which a page that opens has the background ask the API whether all is as it was.
STALE_AFTER = 30.0

_clients: dict[str, Clerk] = {}


async def createClerkClient(publishableKey: str, background: bool = False) -> Clerk:
    """Return the client for an instance, loaded. Every call with one key gives the same one.

    Args:
        publishableKey: The instance's key, `pk_test_…` or `pk_live_…`.
        background: Taken because Clerk's guide has it; where the client runs follows from where
            it is called.

    Raises:
        ClerkRuntimeError: The key is missing, malformed or a secret key.
        ClerkError: Nothing is known yet and the API gave no answer; the next call tries again.

    Source: https://clerk.com/docs/reference/chrome-extension/create-clerk-client
    """
    clerk = _clients.get(publishableKey)
    if clerk is None:
        key = parse_publishable_key(publishableKey)
        make = Clerk if _page.is_background() else PageClerk
        clerk = _clients[publishableKey] = make(key, BrowserPlatform())
    await clerk.load()
    return clerk


class PageClerk(Clerk):
    """The client of a page: a view of the background's."""

    def __init__(self, key: PublishableKey, platform: BrowserPlatform) -> None:
        super().__init__(key, platform)
        chrome.storage.session.onChanged.addListener(self._follow)

    async def _load(self) -> None:
        snapshot = await self.platform.session.get(self.snapshot_key)
        if self.restore(snapshot):
            if self.platform.now() - self.saved_at > STALE_AFTER:
                spawn(self._refresh())
        elif await self.fapi.stored_client_token() is None:
            # Nobody can be signed in on a device that the API has never met. Show that now, and
            # let the background get to know it meanwhile.
            spawn(self._refresh())
        else:
            await self._ask("load")
        self.status = "ready"

    async def reload(self) -> None:
        await self._ask("reload")

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Any:
        return await self._ask("request", method=method, path=path, query=query, body=body)

    async def signOut(self, sessionId: str | None = None) -> None:
        await self._ask("signOut", sessionId=sessionId)

    async def get_token(
        self, slot: Slot, skip_cache: bool = False, leeway: float | None = None
    ) -> str | None:
        token: str | None = await self._ask(
            "getToken", slot=list(slot), skipCache=skip_cache, leeway=leeway
        )
        return token

    async def _save(self) -> None:
        """The background does."""

    async def _refresh(self) -> None:
        try:
            await self._ask("reload")
        except ClerkError as error:
            self.platform.log(f"clerk: {error}")

    async def _ask(self, operation: str, **arguments: Any) -> Any:
        """Have the background do something; show the state after it."""
        message = {"clerk": operation, "publishableKey": self.publishableKey, **arguments}
        answer = await chrome.runtime.sendMessage(message)
        if "snapshot" in answer:
            self._show(answer["snapshot"])
        if "error" in answer:
            raise error_from_data(answer["error"])
        return answer["value"]

    async def _follow(self, changes: dict[str, Any], area: str | None = None) -> None:
        change = changes.get(self.snapshot_key)
        if change is not None:
            self._show(change.get("newValue"))

    def _show(self, snapshot: Any) -> None:
        before = self.client
        if self.restore(snapshot) and self.client != before:
            self.emit()


@on_message(clerk="load")
async def _load(message: dict[str, Any], sender: object) -> Any:
    return await _answer(message, _take_no_action)


@on_message(clerk="reload")
async def _reload(message: dict[str, Any], sender: object) -> Any:
    return await _answer(message, Clerk.reload)


@on_message(clerk="signOut")
async def _sign_out(message: dict[str, Any], sender: object) -> Any:
    async def sign_out(clerk: Clerk) -> None:
        await clerk.signOut(message["sessionId"])

    return await _answer(message, sign_out)


@on_message(clerk="request")
async def _request(message: dict[str, Any], sender: object) -> Any:
    async def request(clerk: Clerk) -> Any:
        return await clerk.request(
            message["method"], message["path"], message["query"], message["body"]
        )

    return await _answer(message, request)


@on_message(clerk="getToken")
async def _get_token(message: dict[str, Any], sender: object) -> Any:
    async def get_token(clerk: Clerk) -> str | None:
        session_id, template, organization_id = message["slot"]
        return await clerk.get_token(
            (session_id, template, organization_id), message["skipCache"], message["leeway"]
        )

    return await _answer(message, get_token)


async def _take_no_action(clerk: Clerk) -> None:
    """The client is loaded before any operation."""


async def _answer(message: dict[str, Any], operation: Any) -> dict[str, Any]:
    """Carry out what a page asked for; the answer holds the state after it, even if it failed."""
    answer: dict[str, Any] = {}
    try:
        clerk = await createClerkClient(publishableKey=message["publishableKey"])
    except ClerkError as error:
        return {"error": error_to_data(error)}
    try:
        answer["value"] = await operation(clerk)
    except ClerkError as error:
        answer["error"] = error_to_data(error)
    answer["snapshot"] = clerk.snapshot()
    return answer


class ChromeStorage:
    """An area of `chrome.storage`, reached from the background through the service worker."""

    def __init__(self, area: Any) -> None:
        self._area = area

    async def get(self, key: str) -> Any:
        return (await self._area.get(key)).get(key)

    async def set(self, key: str, value: Any) -> None:
        await self._area.set({key: value})

    async def remove(self, key: str) -> None:
        await self._area.remove(key)


class BrowserPlatform:
    """Network, storage and clock of a page."""

    def __init__(self) -> None:
        self.local = ChromeStorage(chrome.storage.local)
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

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return _page.start(coroutine)

    def join(self, task: Any) -> Awaitable[Any]:
        return _page.join(task)

    def parse_json(self, text: str) -> Any:
        return _page.parse_json(text)

    def decode_base64(self, text: str) -> str:
        return _page.decode_base64(text)

    def parse_date(self, text: str) -> float | None:
        return _page.parse_date(text)

    def log(self, text: str) -> None:
        _page.log_error(text)

"""Requests of resources: their answers change the state; what is asked for twice is sent once."""

from __future__ import annotations

from .errors import ClerkAPIResponseError, ClerkError
from .resources.base import response_of
from .state import State

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

    from .fapi import FapiClient
    from .platform import Platform

# What a request answers after which no session is left.
NOBODY = ("/client", "/client/sessions")


class Requests(State):
    """What is known of one instance, and requests that change it.

    Args:
        fapi: Its Frontend API.
        platform: Storage and clock.
    """

    def __init__(self, fapi: FapiClient, platform: Platform) -> None:
        super().__init__(fapi, platform)
        self._shared: dict[str, Any] = {}
        self._last_turn: Any = None

    async def reload(self) -> None:
        """Ask the API who is signed in.

        Source: GET /v1/client
        """
        payload = await self.fapi.request("GET", "/client")
        await self.set_client(response_of(payload, (dict, type(None))))

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | str | None = None,
        reload: bool = False,
        nonce: str | None = None,
    ) -> Any:
        """Send a request to the Frontend API and take over the state that its answer carries.

        Two that prepare the same at the same time are one, so that one code is sent.

        Args:
            method, path, query, body, nonce: As of `FapiClient.request`.
            reload: Whether to take over the state although it is a GET.

        Returns, Raises: As there.
        """
        if "/prepare_" not in path:
            return await self._request(method, path, query, body, reload, nonce)
        key = f"{path} {self.platform.write_json(body)}"
        return await self.share(
            key, lambda: self._request(method, path, query, body, reload, nonce)
        )

    async def _request(
        self, method: str, path: str, query: Any, body: Any, reload: bool, nonce: str | None
    ) -> Any:
        try:
            payload = await self.fapi.request(method, path, query, body, nonce=nonce)
        except ClerkAPIResponseError as error:
            await self.take_over(error.meta)
            if _is_unauthenticated(error) and self.session:
                await self._look_again()
            raise error
        if method == "DELETE" and path in NOBODY:
            await self.set_client(response_of(payload, (dict, type(None))))
        elif method != "GET" or reload:
            await self.take_over(payload)
        return payload

    async def _look_again(self) -> None:
        try:
            await self.reload()
        except ClerkError as error:
            self.platform.log(f"clerk: {error}")  # the refusal is what the caller is to see

    async def fetch(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | str | None = None,
        query: Mapping[str, Any] | None = None,
        reload: bool = False,
        nonce: str | None = None,
        kind: type = dict,
    ) -> Any:
        """Send a request; return the resource that its answer is about.

        Args:
            method, path, body, query, reload, nonce: As of `request`.
            kind: What that is: a dict or a list.

        Raises:
            ClerkError: As of `request`, or this is no answer of the API.
        """
        return response_of(await self.request(method, path, query, body, reload, nonce), kind)

    async def share(self, key: str, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """Do something once for all who ask for it meanwhile."""
        if key not in self._shared:
            self._shared[key] = self.platform.start(work())
        task = self._shared[key]
        try:
            return await self.platform.join(task)
        finally:
            if self._shared.get(key) is task:
                del self._shared[key]

    async def in_turn(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        """Do something when what was asked for before is done."""
        before = self._last_turn

        async def wait_and_work() -> None:
            if before is not None:
                try:
                    await self.platform.join(before)
                except Exception:
                    pass  # whoever asked for it is told
            await work()

        self._last_turn = self.platform.start(wait_and_work())
        await self.platform.join(self._last_turn)


def _is_unauthenticated(error: ClerkAPIResponseError) -> bool:
    """Return whether the session may be gone; see `token_source.py` for tokens."""
    return error.status == 401 and not error.has_code(
        "dev_browser_unauthenticated", "requires_captcha"
    )

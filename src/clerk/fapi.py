"""Requests to Clerk's Frontend API, in the form that its own extension SDK sends them.

- Everything but GET goes out as a form POST; the real verb is the query's `_method`.
- The client token says which device asks. A development instance takes it in the query and gives
  it in the header `Clerk-Db-Jwt`; a production one uses `Authorization` both ways.
- Where a session is active, requests that are about its user name it in the query.

Source: https://clerk.com/docs/reference/frontend-api
"""

from __future__ import annotations

from .client_token import ClientToken
from .encoding import encode_form, encode_pairs
from .errors import (
    ClerkAPIResponseError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .platform import Platform
    from .publishable_key import PublishableKey
    from .response import Response

# The version of clerk-js is the one whose requests these are.
VERSIONS = {"__clerk_api_version": "2026-05-12", "_clerk_js_version": "6.29.3"}

# Seconds that the tries of a GET may take: the first gives up early, so that one request that hangs
# holds nobody up for long.
TIMEOUTS = (2.5, 7.0, 7.0)
# Seconds that a request may take which changes something: it is not repeated.
CHANGE_TIMEOUT = 15.0
# Seconds between the tries of a GET that got no answer.
NO_ANSWER_DELAYS = (0.2, 0.6)

FORM = "application/x-www-form-urlencoded"
# What a development instance says to a device that it does not know.
FORGOTTEN = "dev_browser_unauthenticated"
# Requests that are not about a session's user.
WITHOUT_SESSION = ("/client", "/waitlist", "/dev_browser")


class FapiClient:
    """The Frontend API of one instance.

    Args:
        key: The instance's publishable key.
        platform: Network, storage and clock.

    Attributes:
        client_token: Which device asks.
        session_id: The active session, for requests that are about its user.
        clock_offset: Seconds that the server's clock is ahead of the local one.
        generation: Grows whenever the client token is dropped or a session ends; an answer to a
            request of an older generation is of somebody who has left.
    """

    def __init__(self, key: PublishableKey, platform: Platform) -> None:
        self.key = key
        self.platform = platform
        self.client_token = ClientToken(
            platform.local, f"{key.frontend_api}|__clerk_client_jwt|v2", platform.log
        )
        self.session_id: str | None = None
        self.clock_offset = 0.0
        self.generation = 0
        self._creating: Any = None
        self._dropped: str | None = None

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | str | None = None,
        timeout: float | None = None,
        nonce: str | None = None,
    ) -> Any:
        """Send a request and return what the answer's JSON holds, or None for an empty one.

        Args:
            method: The verb.
            path: The path behind `/v1`.
            query: More for the query.
            body: Fields by their camelCase names, or the text of a file; None for no body.
            timeout: Seconds until giving up; None for what suits the verb.
            nonce: What single sign-on ended with.

        Raises:
            ClerkAPIResponseError: The API answered with an error status.
            ClerkOfflineError: It could not be reached.
            ClerkTimeoutError: It did not answer in time.
        """
        query = {**(query or {}), **VERSIONS}
        if nonce:
            query["rotating_token_nonce"] = nonce
        token = await self._ensure_client_token()
        try:
            return await self._send(method, path, query, body, token, timeout)
        except ClerkAPIResponseError as error:
            if not error.has_code(FORGOTTEN):
                raise
        # The server has forgotten this device: start afresh, once.
        await self.drop_client_token(token)
        token = await self._ensure_client_token()
        return await self._send(method, path, query, body, token, timeout)

    async def drop_client_token(self, token: str | None) -> None:
        """Forget a client token that the server no longer takes, unless there is a newer one."""
        if await self.client_token.get() == token:
            self.generation += 1  # at once, since requests with the next token may begin meanwhile
            self._dropped = token
            await self.client_token.drop(token)

    def server_now(self) -> float:
        """Return seconds since the epoch by the server's clock."""
        return self.platform.now() + self.clock_offset

    async def _ensure_client_token(self) -> str | None:
        """A development instance answers nobody without a client token; get the first one."""
        token = await self.client_token.get()
        if token is not None or self.key.instanceType == "production":
            return token
        if self._creating is None:
            self._creating = self.platform.start(self._create_dev_browser())
        creating = self._creating
        try:
            await self.platform.join(creating)
        finally:
            if self._creating is creating:
                self._creating = None
        return await self.client_token.get()

    async def _create_dev_browser(self) -> None:
        payload = await self._send("POST", "/dev_browser", VERSIONS, None, None, TIMEOUTS[-1])
        if await self.client_token.get() is None:
            token = payload.get("id") if isinstance(payload, dict) else None
            if not token:
                raise ClerkRuntimeError("the API gave no development browser token", "dev_browser")
            await self.client_token.keep(token)

    async def _send(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any],
        body: Mapping[str, Any] | str | None,
        token: str | None,
        timeout: float | None,
    ) -> Any:
        url = self._url(method, path, query, token)
        headers: dict[str, str] = {}
        text = None
        if isinstance(body, str):
            headers["Content-Type"] = "application/octet-stream"
            text = body
        elif method != "GET":
            headers["Content-Type"] = FORM
            text = None if body is None else encode_form(body, self.platform.write_json)
        if token is not None and self.key.instanceType == "production":
            headers["Authorization"] = f"Bearer {token}"
        generation = self.generation
        response = await self._fetch(url, method, headers, text, timeout)
        self._read_clock(response)
        payload = self._parse(response)
        error = self._error(response, payload) if response.status >= 400 else None
        if error and error.has_code(FORGOTTEN) and token and token == self._dropped:
            raise error  # another request was told first; this one too goes out again
        self._check_generation(generation)
        if payload is not None:
            await self._read_client_token(response)
        if error:
            raise error
        return payload

    def _check_generation(self, generation: int) -> None:
        if generation != self.generation:
            raise ClerkRuntimeError("signed out while the request was under way", "stale_answer")

    async def _fetch(
        self,
        url: str,
        method: str,
        headers: dict[str, str],
        text: str | None,
        timeout: float | None,
    ) -> Response:
        if method != "GET":  # it may have been carried out although its answer was lost
            timeout = timeout or CHANGE_TIMEOUT
            return await self.platform.fetch(url, "POST", headers, text, timeout)
        for attempt, delay in enumerate(NO_ANSWER_DELAYS):
            retry = f"&_clerk_retry_attempt={attempt}" if attempt else ""
            limit = TIMEOUTS[attempt]
            try:
                return await self.platform.fetch(url + retry, "GET", headers, text, limit)
            except ClerkTimeoutError as error:
                if attempt:
                    raise error
            except ClerkOfflineError:
                await self.platform.sleep(delay)
        url += f"&_clerk_retry_attempt={len(NO_ANSWER_DELAYS)}"
        return await self.platform.fetch(url, "GET", headers, text, TIMEOUTS[-1])

    def _url(self, method: str, path: str, query: Mapping[str, Any], token: str | None) -> str:
        parameters = dict(query)
        if method not in ("GET", "POST"):
            parameters["_method"] = method
        if self.session_id and not path.startswith(WITHOUT_SESSION):
            parameters["_clerk_session_id"] = self.session_id
        if self.key.instanceType == "production":
            parameters["_is_native"] = "1"
        elif token is not None:
            parameters["__clerk_db_jwt"] = token
        pairs = encode_pairs(parameters, self.platform.write_json)
        return f"https://{self.key.frontend_api}/v1{path}?{pairs}"

    def _read_clock(self, response: Response) -> None:
        server = self.platform.parse_date(response.headers.get("date") or "")
        if server is not None:
            # The header counts whole seconds: its middle is the best guess.
            self.clock_offset = server + 0.5 - self.platform.now()

    def _parse(self, response: Response) -> Any:
        """The payload; None where the body is no JSON, as of a proxy's error page."""
        try:
            return self.platform.parse_json(response.text)
        except ValueError:
            return None

    async def _read_client_token(self, response: Response) -> None:
        """Keep the client token that an answer carries.

        An answer without the header changes nothing, since anything between may have made it.
        An empty header is the API's word that the client is gone.
        """
        production = self.key.instanceType == "production"
        value = response.headers.get("authorization" if production else "clerk-db-jwt")
        if value is None:
            return
        if production:
            value = value.removeprefix("Bearer").strip()
        if value:
            generation = self.generation
            await self.client_token.keep(value)
            self._check_generation(generation)  # keeping takes time too
        else:
            await self.drop_client_token(await self.client_token.get())

    def _error(self, response: Response, payload: Any) -> ClerkAPIResponseError:
        data = payload if isinstance(payload, dict) else {}
        errors = data.get("errors")
        return ClerkAPIResponseError(
            response.status,
            [item for item in errors if isinstance(item, dict)] if isinstance(errors, list) else [],
            data.get("clerk_trace_id"),
            self._retry_after(response),
            data.get("meta"),
        )

    def _retry_after(self, response: Response) -> int | None:
        """Seconds; the header holds them, or a date."""
        value = (response.headers.get("retry-after") or "").strip()
        if value.isdecimal():
            return int(value)
        date = self.platform.parse_date(value) if value else None
        return None if date is None else max(0, round(date - self.server_now()))

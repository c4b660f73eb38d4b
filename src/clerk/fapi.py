"""Requests to Clerk's Frontend API, in the form that its own extension SDK sends them.

- Everything but GET goes out as a form POST; the real verb is the query's `_method`.
- The client token says which device asks. A development instance takes it in the query and gives
  it in the header `Clerk-Db-Jwt`; a production one uses `Authorization` both ways.
- It is kept in `chrome.storage.local` under the key of Clerk's SDK, so that who moves here from
  there stays signed in.

Source: https://clerk.com/docs/reference/frontend-api
"""

from __future__ import annotations

from .errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .platform import Platform, Response
    from .publishable_key import PublishableKey

API_VERSION = "2026-05-12"
CLERK_JS_VERSION = "6.29.3"  # the version of clerk-js whose requests these are

# Seconds that one request may take.
TIMEOUT = 7.0
# Seconds between the tries of a GET that got no answer.
NO_ANSWER_DELAYS = (0.2, 0.6)

SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


class FapiClient:
    """The Frontend API of one instance.

    Args:
        key: The instance's publishable key.
        platform: Network, storage and clock.

    Attributes:
        clock_offset: Seconds that the server's clock is ahead of the local one.
        generation: Grows whenever the client token is dropped or a session ends; an answer to a
            request of an older generation is of somebody who has left.
    """

    def __init__(self, key: PublishableKey, platform: Platform) -> None:
        self.key = key
        self.platform = platform
        self.storage_key = f"{key.frontend_api}|__clerk_client_jwt|v2"
        self.clock_offset = 0.0
        self.generation = 0
        self._client_token: str | None = None
        self._token_read = False
        self._creating: Any = None

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        timeout: float = TIMEOUT,
    ) -> Any:
        """Send a request and return what the answer's JSON holds, or None for an empty one.

        Args:
            method: The verb.
            path: The path behind `/v1`.
            query: More for the query.
            body: Fields by their camelCase names; None for no body.
            timeout: Seconds until giving up.

        Raises:
            ClerkAPIResponseError: The API answered with an error status.
            ClerkOfflineError: It could not be reached.
            ClerkTimeoutError: It did not answer in time.
        """
        token = await self._ensure_client_token()
        try:
            return await self._send(method, path, query, body, token, timeout)
        except ClerkAPIResponseError as error:
            if not error.has_code("dev_browser_unauthenticated"):
                raise
        # The server has forgotten this device: start afresh, once.
        await self.drop_client_token(token)
        token = await self._ensure_client_token()
        return await self._send(method, path, query, body, token, timeout)

    async def stored_client_token(self) -> str | None:
        """Return the client token without asking the server for one."""
        if not self._token_read:
            stored = await self.platform.local.get(self.storage_key)
            if not self._token_read:
                self._client_token = stored if isinstance(stored, str) and stored else None
                self._token_read = True
        return self._client_token

    async def drop_client_token(self, token: str | None) -> None:
        """Forget a client token that the server no longer takes, unless there is a newer one."""
        if self._client_token == token:
            self._client_token = None
            self.generation += 1
            await self.platform.local.remove(self.storage_key)

    def server_now(self) -> float:
        """Return seconds since the epoch by the server's clock."""
        return self.platform.now() + self.clock_offset

    async def _ensure_client_token(self) -> str | None:
        """A development instance answers nobody without a client token; get the first one."""
        token = await self.stored_client_token()
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
        return self._client_token

    async def _create_dev_browser(self) -> None:
        payload = await self._send("POST", "/dev_browser", None, None, None, TIMEOUT)
        if self._client_token is None:
            token = payload.get("id") if isinstance(payload, dict) else None
            if not token:
                raise ClerkRuntimeError("the API gave no development browser token", "dev_browser")
            await self._keep_client_token(token)

    async def _send(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        body: Mapping[str, Any] | None,
        token: str | None,
        timeout: float,
    ) -> Any:
        url = self._url(method, path, query, token)
        headers: dict[str, str] = {}
        text = None
        if method != "GET":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            text = None if body is None else encode_form(body)
        if token is not None and self.key.instanceType == "production":
            headers["Authorization"] = f"Bearer {token}"
        generation = self.generation
        response = await self._fetch(url, method, headers, text, timeout)
        self._read_clock(response)
        payload = self._parse(response)
        self._check_generation(generation)
        if payload is not None:
            await self._read_client_token(response)
        if response.status >= 400:
            raise self._error(response, payload)
        return payload

    def _check_generation(self, generation: int) -> None:
        if generation != self.generation:
            raise ClerkRuntimeError("signed out while the request was under way", "stale_answer")

    async def _fetch(
        self, url: str, method: str, headers: dict[str, str], text: str | None, timeout: float
    ) -> Response:
        verb = "GET" if method == "GET" else "POST"
        if verb == "GET":  # a POST may have been carried out although its answer was lost
            for attempt, delay in enumerate(NO_ANSWER_DELAYS):
                retry = f"&_clerk_retry_attempt={attempt}" if attempt else ""
                try:
                    return await self.platform.fetch(url + retry, verb, headers, text, timeout)
                except ClerkOfflineError:
                    await self.platform.sleep(delay)
            url += f"&_clerk_retry_attempt={len(NO_ANSWER_DELAYS)}"
        return await self.platform.fetch(url, verb, headers, text, timeout)

    def _url(
        self, method: str, path: str, query: Mapping[str, str] | None, token: str | None
    ) -> str:
        parameters = dict(query or {})
        parameters["__clerk_api_version"] = API_VERSION
        parameters["_clerk_js_version"] = CLERK_JS_VERSION
        if method not in ("GET", "POST"):
            parameters["_method"] = method
        if self.key.instanceType == "production":
            parameters["_is_native"] = "1"
        elif token is not None:
            parameters["__clerk_db_jwt"] = token
        pairs = [f"{quote(name)}={quote(value)}" for name, value in parameters.items()]
        return f"https://{self.key.frontend_api}/v1{path}?" + "&".join(pairs)

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
            await self._keep_client_token(value)
            self._check_generation(generation)  # keeping takes time too
        else:
            await self.drop_client_token(self._client_token)

    async def _keep_client_token(self, token: str) -> None:
        if token != self._client_token:
            self._client_token = token
            self._token_read = True
            await self.platform.local.set(self.storage_key, token)

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


def encode_form(fields: Mapping[str, Any]) -> str:
    """Encode a body as Clerk's SDK does: names in snake_case, None as an empty value.

    Args:
        fields: Strings, numbers, booleans, None or lists of them by camelCase name. A value that
            is absent is left out by the caller.
    """
    pairs = []
    for name, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            pairs.append(f"{quote(snake_case(name))}={quote(_form_text(item))}")
    return "&".join(pairs)


def snake_case(name: str) -> str:
    """Return `emailAddress` as `email_address`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)


def camel_case(name: str) -> str:
    """Return `email_address` as `emailAddress`."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def quote(text: str) -> str:
    """Percent-encode everything but unreserved characters (RFC 3986)."""
    return "".join(
        c if c in SAFE else "".join(f"%{byte:02X}" for byte in c.encode("utf-8")) for c in text
    )


def _form_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)

"""Fresh session tokens for those who ask.

While somebody asks for a token again and again, it is replaced before it expires; when nobody does,
nothing is sent. Those who ask at once share one request.
"""

from __future__ import annotations

from .encoding import quote
from .errors import ClerkAPIResponseError, ClerkError, ClerkRuntimeError
from .retry import BUDGET, TIMEOUTS, with_retry
from .tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .clerk import Clerk
    from .tokens import Slot

# Seconds before it expires that a token which is asked for again and again is replaced.
REFRESH_BEFORE = 17.0
# Seconds; a browser's timers hold no more milliseconds than 2**31, and ring at once.
LONGEST_WAIT = 2.0**31 / 1000
# Codes with which the API says that a session is over, whatever the status.
TERMINAL_CODES = ("user_banned", "user_deactivated", "user_locked")


class Fetch:
    """A request for a token.

    Attributes:
        is_ahead: Whether it was made before anybody needed it; its failure concerns nobody.
        task: For `Platform.join`.
    """

    def __init__(self, is_ahead: bool) -> None:
        self.is_ahead = is_ahead
        self.task: Any = None


class TokenSource:
    """The tokens of a client's sessions.

    Args:
        clerk: The client that holds the state.
    """

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self._in_flight: dict[Slot, Fetch] = {}
        self._asked_at: dict[Slot, float] = {}
        self._watched: dict[Slot, Token] = {}

    async def get(self, slot: Slot, skip_cache: bool, leeway: float | None) -> str | None:
        """Return a token for `Session.getToken`, which says what the arguments mean."""
        if not self.clerk.has_session(slot[0]):
            return None
        slot = self._minted(slot)
        kept = self.clerk.tokens.get(slot)
        if kept and not skip_cache and kept.is_usable(self.clerk.fapi.server_now(), leeway):
            self._keep_fresh(slot, kept)
            return kept.raw
        self._asked_at[slot] = self.clerk.platform.now()
        try:
            return (await self._join_fetch(slot, skip_cache)).raw
        except (ClerkAPIResponseError, ClerkRuntimeError) as error:
            if not self.clerk.has_session(slot[0]):
                return None
            if _is_refusal(error):
                raise error
            return self._last_resort(kept, skip_cache, error)

    def _minted(self, slot: Slot) -> Slot:
        """Return where a token that is asked for now belongs.

        The API makes one of a template for the active organization, whatever was asked for.
        """
        session_id, template, _ = slot
        if template is None:
            return slot
        active = self.clerk.find_session(session_id).lastActiveOrganizationId
        return session_id, template, active or None

    def discard(self, session_id: str | None = None) -> None:
        """Let what is under way for a session, or for all, be joined and kept by nobody."""
        kept = self._in_flight.items()
        self._in_flight = {s: fetch for s, fetch in kept if session_id not in (None, s[0])}

    def _keep_fresh(self, slot: Slot, token: Token) -> None:
        """Have a token replaced in time, if it is not the first time that it is asked for."""
        now = self.clerk.platform.now()
        life = token.expires_at - token.issued_at
        is_wanted = now - self._asked_at.get(slot, float("-inf")) < life
        self._asked_at[slot] = now
        wait = token.remaining(self.clerk.fapi.server_now()) - min(REFRESH_BEFORE, life / 2)
        if is_wanted and wait < LONGEST_WAIT and self._watched.get(slot) is not token:
            self._watched[slot] = token
            self.clerk.platform.later(max(0.0, wait), lambda: self._fetch_ahead(slot, token))

    async def _fetch_ahead(self, slot: Slot, token: Token) -> None:
        if self.clerk.tokens.get(slot) is not token or slot in self._in_flight:
            return
        if self._minted(slot) != slot:
            return
        deadline = self.clerk.platform.now() + TIMEOUTS[-1]
        try:
            await self._join(slot, self._start(slot, False, deadline, is_ahead=True))
        except ClerkError as error:
            self.clerk.platform.log(f"clerk: a token was not replaced ahead of time: {error}")

    async def _join_fetch(self, slot: Slot, skip_cache: bool) -> Token:
        deadline = self.clerk.platform.now() + BUDGET
        if not skip_cache and slot in self._in_flight:
            fetch = self._in_flight[slot]
            try:
                return await self._join(slot, fetch)
            except ClerkError as error:
                if not fetch.is_ahead:
                    raise error
        current = None if skip_cache else self._in_flight.get(slot)
        return await self._join(slot, current or self._start(slot, skip_cache, deadline))

    def _start(
        self, slot: Slot, skip_cache: bool, deadline: float, is_ahead: bool = False
    ) -> Fetch:
        fetch = self._in_flight[slot] = Fetch(is_ahead)
        fetch.task = self.clerk.platform.start(self._fetch(fetch, slot, skip_cache, deadline))
        return fetch

    async def _join(self, slot: Slot, fetch: Fetch) -> Token:
        try:
            token: Token = await self.clerk.platform.join(fetch.task)
            return token
        finally:
            if self._in_flight.get(slot) is fetch:
                del self._in_flight[slot]

    async def _fetch(self, fetch: Fetch, slot: Slot, skip_cache: bool, deadline: float) -> Token:
        async def attempt(timeout: float) -> Token:
            return await self._request(slot, skip_cache, timeout)

        try:
            if fetch.is_ahead:
                token = await attempt(TIMEOUTS[-1])
            else:
                token = await with_retry(attempt, self.clerk.platform, deadline)
        except ClerkAPIResponseError as error:
            # Here, so that all who wait share it.
            if _may_end_session(error) and not fetch.is_ahead:
                await self.clerk.reload()
            raise error
        # Unless another organization became active meanwhile, or somebody wanted a newer one.
        if self._minted(slot) == slot and self._in_flight.get(slot) is fetch:
            await self.clerk.keep_token(slot, token)
        return token

    async def _request(self, slot: Slot, skip_cache: bool, timeout: float) -> Token:
        session_id, template, _ = slot
        if not self.clerk.has_session(session_id):
            raise ClerkRuntimeError("the session is over", "session_not_found")
        path = f"/client/sessions/{session_id}/tokens"
        if template is not None:
            path = f"{path}/{quote(template)}"
        body = self._body(slot, skip_cache)
        query = {"debug": "skip_cache"} if skip_cache else {}
        request = self.clerk.fapi.request
        try:
            payload = await request("POST", path, query, body, timeout)
        except ClerkAPIResponseError as error:
            last = self.clerk.last_active_token(session_id)
            if not last or not error.has_code("missing_expired_token") or "token" in body:
                raise error
            payload = await request("POST", path, {"expired_token": last.raw}, body, timeout)
        raw = payload.get("jwt") if isinstance(payload, dict) else None
        if not raw:
            raise ClerkRuntimeError("the API answered without a token", "empty_token")
        try:
            return Token(raw, self.clerk.platform)
        except ValueError as error:
            raise ClerkRuntimeError(f"the API's token is {error}", "empty_token") from None

    def _body(self, slot: Slot, skip_cache: bool) -> dict[str, Any]:
        session_id, template, organization_id = slot
        if template is not None:
            return {}
        body: dict[str, Any] = {"organizationId": organization_id}
        environment = self.clerk.environment
        if environment and environment.sessionMinter:
            last = self.clerk.last_active_token(session_id)
            body |= {"token": last.raw} if last else {}
            body |= {"forceOrigin": "true"} if skip_cache else {}
        return body

    def _last_resort(self, kept: Token | None, skip_cache: bool, error: ClerkError) -> str:
        """While the API gives nothing, a token that is about to expire is better than none."""
        if kept is None or skip_cache or kept.remaining(self.clerk.fapi.server_now()) < 1:
            raise error
        return kept.raw


def _is_refusal(error: ClerkError) -> bool:
    return isinstance(error, ClerkAPIResponseError) and error.status < 500 and error.status != 429


def _may_end_session(error: ClerkAPIResponseError) -> bool:
    """Return whether to ask if the session is still there.

    A development instance that has forgotten even the new device would only forget one more.
    """
    if error.has_code("dev_browser_unauthenticated"):
        return False
    return error.status in (401, 404) or error.has_code(*TERMINAL_CODES)

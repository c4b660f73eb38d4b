"""The client: who is signed in, and fresh tokens for them.

One instance per publishable key lives in the background and owns the state; it survives a sleeping
service worker in memory, and a closed offscreen page in `chrome.storage.session`.
"""

from __future__ import annotations

from .errors import ClerkAPIResponseError, ClerkError, ClerkRuntimeError
from .fapi import TIMEOUT, FapiClient, quote
from .resources import Client, Session, User, response_of
from .retry import with_retry
from .tokens import Token, TokenCache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from .platform import Platform
    from .publishable_key import PublishableKey
    from .tokens import Slot

SNAPSHOT_VERSION = 1
# Codes with which the API says that a session is over, whatever the status.
TERMINAL_CODES = ("user_banned", "user_deactivated", "user_locked")


class Resources:
    """What a listener gets: `client`, `session` and `user`, each None where there is none."""

    def __init__(self, client: Client | None, session: Session | None) -> None:
        self.client = client
        self.session = session
        self.user: User | None = session.user if session else None


class Clerk:
    """A client for one Clerk instance; made by `createClerkClient`.

    Args:
        key: The checked publishable key.
        platform: Network, storage and clock.

    Attributes:
        client: This device as the API knows it, or None before anybody signed in.
        session: The active session, or None when nobody is signed in.
        status: `loading`, `ready` or `error`.

    Source: https://clerk.com/docs/reference/javascript/clerk
    """

    def __init__(self, key: PublishableKey, platform: Platform) -> None:
        self.publishableKey = key.value
        self.frontendApi = key.frontend_api
        self.instanceType = key.instanceType
        self.platform = platform
        self.fapi = FapiClient(key, platform)
        self.tokens = TokenCache()
        self.snapshot_key = f"{key.frontend_api}|clerk_snapshot"
        self.client: Client | None = None
        self.session: Session | None = None
        self.status = "loading"
        self.saved_at = 0.0
        self._loading: Any = None
        self._in_flight: dict[Slot, Any] = {}
        self._listeners: list[Callable[[Resources], Any]] = []

    @property
    def loaded(self) -> bool:
        return self.status == "ready"

    @property
    def user(self) -> User | None:
        return self.session.user if self.session else None

    @property
    def isSignedIn(self) -> bool:
        """Whether somebody is, with nothing left to do before the session counts."""
        return self.session is not None and self.session.status == "active"

    async def load(self) -> None:
        """Learn who is signed in, from what was kept or from the API. Once; it may be repeated.

        Raises:
            ClerkError: Nothing was kept and the API gave no answer.

        Source: GET /v1/client
        """
        while not self.loaded:
            if self._loading is None:
                self._loading = self.platform.start(self._load())
            loading = self._loading
            try:
                await self.platform.join(loading)
            except ClerkError:
                self.status = "error"
                raise
            finally:
                if self._loading is loading:
                    self._loading = None

    async def _load(self) -> None:
        snapshot = await self.platform.session.get(self.snapshot_key)
        if not self.restore(snapshot):
            await self.reload()
        self.status = "ready"

    async def reload(self) -> None:
        """Ask the API who is signed in.

        Source: GET /v1/client
        """
        payload = await self.fapi.request("GET", "/client")
        await self._set_client(response_of(payload, optional=True))

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Any:
        """Send a request to the Frontend API and take over the state that its answer carries.

        Args, Returns, Raises: As `FapiClient.request`.
        """
        try:
            payload = await self.fapi.request(method, path, query, body)
        except ClerkAPIResponseError as error:
            await self.take_over(error.meta)
            raise
        if method != "GET":
            await self.take_over(payload)
        return payload

    async def take_over(self, payload: Any) -> None:
        """Take the client that an answer carries beside its own content, if it does."""
        client = payload.get("client") if isinstance(payload, dict) else None
        if isinstance(client, dict):
            await self._set_client(client)

    async def signOut(self, sessionId: str | None = None) -> None:
        """Sign out of every session on this device, or of one.

        Args:
            sessionId: The session to sign out of; None for all.

        Raises:
            ClerkError: The API did not confirm it; whoever is signed in still is.

        Source: DELETE /v1/client/sessions, POST /v1/client/sessions/{id}/remove
        """
        await self.load()
        try:
            await self._sign_out(sessionId)
        except ClerkRuntimeError as error:
            if error.code != "stale_answer":
                raise error
            # Another sign-out was answered first, and this answer thrown away with all others.
            if self._is_here(sessionId):
                await self.reload()
            if self._is_here(sessionId):
                raise error

    async def _sign_out(self, session_id: str | None) -> None:
        if session_id is not None:
            await self._session(session_id).remove()
        elif self.client is not None and self.client.sessions:
            payload = await self.request("DELETE", "/client/sessions")
            await self._set_client(response_of(payload, optional=True))

    def _is_here(self, session_id: str | None) -> bool:
        return self.session is not None if session_id is None else self._has_session(session_id)

    async def setActive(self, session: Session | str) -> None:
        """Make a session the active one, such as the one that a sign-in created.

        Args:
            session: The session or its id.

        Raises:
            ClerkRuntimeError: There is no such session here; code `session_not_found`.

        Source: POST /v1/client/sessions/{id}/touch
        """
        await self._session(session if isinstance(session, str) else session.id).touch()

    def addListener(
        self, listener: Callable[[Resources], Any], skipInitialEmit: bool = False
    ) -> Callable[[], None]:
        """Call a function whenever something changes.

        Args:
            listener: Called with `client`, `session` and `user` as attributes.
            skipInitialEmit: Do not call it at once with what is known already.

        Returns:
            A function that ends it.
        """
        self._listeners.append(listener)
        if self.loaded and not skipInitialEmit:
            listener(Resources(self.client, self.session))

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    async def get_token(
        self, slot: Slot, skip_cache: bool = False, leeway: float | None = None
    ) -> str | None:
        """Return a token for `Session.getToken`, which says what the arguments mean."""
        if not self._has_session(slot[0]):
            return None
        kept = self.tokens.get(slot)
        if kept and not skip_cache and kept.is_usable(self.fapi.server_now(), leeway):
            return kept.raw
        try:
            return (await self._join_fetch(slot, skip_cache)).raw
        except ClerkAPIResponseError as error:
            if not self._has_session(slot[0]):
                return None
            if error.status < 500 and error.status != 429:
                raise error
            return self._last_resort(kept, skip_cache, error)
        except ClerkRuntimeError as error:
            if not self._has_session(slot[0]):
                return None
            return self._last_resort(kept, skip_cache, error)

    def discard_answers(self) -> None:
        """Throw away what is under way: it is about somebody who has left."""
        self.fapi.generation += 1
        self._in_flight = {}

    async def _join_fetch(self, slot: Slot, skip_cache: bool) -> Token:
        task = None if skip_cache else self._in_flight.get(slot)
        if task is None:
            task = self._in_flight[slot] = self.platform.start(self._fetch_token(slot, skip_cache))
        try:
            token: Token = await self.platform.join(task)
            return token
        finally:
            if self._in_flight.get(slot) is task:
                del self._in_flight[slot]

    async def _fetch_token(self, slot: Slot, skip_cache: bool) -> Token:
        session_id, template, organization_id = slot
        path = f"/client/sessions/{session_id}/tokens"
        body: dict[str, Any] = {"organizationId": organization_id}
        if template is not None:
            path, body = f"{path}/{quote(template)}", {}
        query = {"debug": "skip_cache"} if skip_cache else {}

        async def attempt(timeout: float) -> Token:
            if not self._has_session(session_id):
                raise ClerkRuntimeError("the session is over", "session_not_found")
            payload = await self.fapi.request("POST", path, query, body, timeout)
            raw = payload.get("jwt") if isinstance(payload, dict) else None
            if not raw:
                raise ClerkRuntimeError("the API answered without a token", "empty_token")
            try:
                return Token(raw, self.platform)
            except ValueError as error:
                raise ClerkRuntimeError(f"the API's token is {error}", "empty_token") from None

        try:
            token: Token = await with_retry(attempt, self.platform, TIMEOUT)
        except ClerkAPIResponseError as error:
            if _may_end_session(error):  # here, so that all who wait share one look
                await self.reload()
            raise error
        self.tokens.put(slot, token, self.fapi.server_now())
        await self._save()
        return token

    def _last_resort(self, kept: Token | None, skip_cache: bool, error: ClerkError) -> str:
        """While the API gives nothing, a token that is about to expire is better than none."""
        if kept is None or skip_cache or kept.remaining(self.fapi.server_now()) < 1:
            raise error
        return kept.raw

    def _has_session(self, session_id: str) -> bool:
        return self.client is not None and any(
            session.id == session_id for session in self.client.signedInSessions
        )

    def _session(self, session_id: str) -> Session:
        for session in self.client.sessions if self.client else []:
            if session.id == session_id:
                return session
        raise ClerkRuntimeError(
            f"no session {session_id} on this device; see clerk.client.sessions",
            "session_not_found",
        )

    async def _set_client(self, data: dict[str, Any] | None) -> None:
        changed = self.show(data)
        await self._save()
        if changed:
            self.emit()

    def show(self, data: dict[str, Any] | None) -> bool:
        """Take a client as the state. Returns whether it differs from the last one."""
        before = self.client
        self.client = Client(data, self) if data else None
        sessions = self.client.signedInSessions if self.client else []
        here = {session.id for session in sessions}
        if before is not None and any(
            session.id not in here for session in before.signedInSessions
        ):
            self.discard_answers()
        self.tokens.keep_sessions(here)
        for session in sessions:
            self._keep_last_active_token(session)
        chosen = self.client.data.get("last_active_session_id") if self.client else None
        self.session = next(
            (s for s in sessions if s.id == chosen), sessions[0] if sessions else None
        )
        return self.client != before

    def _keep_last_active_token(self, session: Session) -> None:
        raw = (session.data.get("last_active_token") or {}).get("jwt")
        if raw:
            slot = (session.id, None, session.data.get("last_active_organization_id"))
            try:
                self.tokens.put(slot, Token(raw, self.platform), self.fapi.server_now())
            except ValueError as error:
                self.platform.log(f"clerk: the API sent a token that cannot be read: {error}")

    def emit(self) -> None:
        """Tell the listeners. What one raises concerns neither the others nor the state."""
        for listener in list(self._listeners):
            try:
                listener(Resources(self.client, self.session))
            except Exception as error:
                self.platform.log(f"clerk: a listener raised {type(error).__name__}: {error}")

    def restore(self, snapshot: Any) -> bool:
        """Take over what `snapshot` returned. Returns whether there was anything to take."""
        if not isinstance(snapshot, dict) or snapshot.get("version") != SNAPSHOT_VERSION:
            return False
        before = (self.client, self.session, self.fapi.clock_offset, self.saved_at)
        try:
            if snapshot["saved_at"] < self.saved_at:  # overtaken on its way
                return False
            self.saved_at = float(snapshot["saved_at"])
            self.fapi.clock_offset = float(snapshot["clock_offset"])
            self.tokens.add_data(snapshot["tokens"], self.platform, self.fapi.server_now())
            self.show(snapshot["client"])
        except Exception as error:
            self.client, self.session, self.fapi.clock_offset, self.saved_at = before
            self.platform.log(f"clerk: the kept state cannot be read: {type(error).__name__}")
            return False
        return True

    def snapshot(self) -> dict[str, Any]:
        """Return all that is known, for storage and for pages."""
        return {
            "version": SNAPSHOT_VERSION,
            "saved_at": self.saved_at,
            "clock_offset": self.fapi.clock_offset,
            "client": self.client.data if self.client else None,
            "tokens": self.tokens.to_data(self.fapi.server_now()),
        }

    async def _save(self) -> None:
        self.saved_at = self.platform.now()
        try:
            await self.platform.session.set(self.snapshot_key, self.snapshot())
        except Exception as error:
            self.platform.log(f"clerk: state not kept: {error}")


def _may_end_session(error: ClerkAPIResponseError) -> bool:
    """Return whether to ask if the session is still there.

    A development instance that has forgotten even the new device would only forget one more.
    """
    if error.has_code("dev_browser_unauthenticated"):
        return False
    return error.status in (401, 404) or error.has_code(*TERMINAL_CODES)

"""What the client knows, and how it survives in `chrome.storage.session`."""

from __future__ import annotations

from .errors import ClerkRuntimeError
from .events import Resources, active_organization
from .resources.client import NO_CLIENT, Client
from .tokens import Token, TokenCache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .fapi import FapiClient
    from .platform import Platform
    from .resources.organization import Organization
    from .resources.session import Session
    from .resources.user import User
    from .tokens import Slot

SNAPSHOT_VERSION = 2


class State:
    """What is known of one instance.

    Args:
        fapi: Its Frontend API.
        platform: Storage and clock.
    """

    def __init__(self, fapi: FapiClient, platform: Platform) -> None:
        self.fapi = fapi
        self.platform = platform
        self.tokens = TokenCache()
        self.snapshot_key = f"{fapi.key.frontend_api}|clerk_snapshot"
        self.environment_key = f"{fapi.key.frontend_api}|clerk_environment"
        self.client = self._make_client(None)
        self.session: Session | None = None
        self.saved_at = 0.0
        # Which snapshot is later does not follow from a clock, which may be set back.
        self._life = str(platform.now())
        self._revision = 0
        # The session that would be the active one, had `setActive(session=None)` not been called.
        self._passed_over: str | None = None
        # How the last visit to another service ended: its id, and the error if it failed.
        self.visit: dict[str, Any] | None = None

    @property
    def user(self) -> User | None:
        return self.session.user if self.session else None

    @property
    def organization(self) -> Organization | None:
        """The active organization; None for the personal account."""
        return active_organization(self.session)

    def resources(self) -> Resources:
        return Resources(self.client, self.session)

    def has_session(self, session_id: str) -> bool:
        return any(session.id == session_id for session in self.client.signedInSessions)

    def find_session(self, session_id: str) -> Session:
        """Return a session by its id.

        Raises:
            ClerkRuntimeError: There is none here; code `session_not_found`.
        """
        for session in self.client.sessions:
            if session.id == session_id:
                return session
        raise ClerkRuntimeError(
            f"no session {session_id} on this device; see clerk.client.sessions",
            "session_not_found",
        )

    def last_active_token(self, session_id: str) -> Token | None:
        """Return the token of a session with its active organization, expired or not."""
        for session in self.client.sessions:
            if session.id == session_id:
                return session.lastActiveToken
        return None

    async def take_over(self, payload: Any) -> None:
        """Take the client that an answer carries beside its own content, if it does.

        One without may be about the client, or about a session that is then as it says.
        """
        if not isinstance(payload, dict):
            return
        client, about = payload.get("client"), payload.get("response")
        if isinstance(client, dict):
            await self.set_client(client)
        elif not isinstance(about, dict):
            return
        elif about.get("object") == "client":
            await self.set_client(about)
        elif about.get("object") == "session":
            known = self.client.data.get("sessions") or []
            sessions = [about if item["id"] == about.get("id") else item for item in known]
            await self.set_client(self.client.data | {"sessions": sessions})

    async def set_client(self, data: dict[str, Any] | None) -> None:
        """Take a client as the state, keep it, and tell the listeners if it differs."""
        changed = self.show(data)
        await self.save()
        if changed:
            self.emit()

    async def keep_token(self, slot: Slot, token: Token) -> None:
        """Keep a token, and tell the listeners if it is the active session's."""
        before = self.session.lastActiveToken if self.session else None
        self.tokens.put(slot, token, self.fapi.server_now())
        await self.save()
        if self.session and self.session.lastActiveToken is not before:
            self.emit()

    async def deselect(self) -> None:
        """Have no active session, although somebody is signed in."""
        self._passed_over = self.session.id if self.session else self._passed_over
        await self.set_client(self.client.data)

    def reselect(self) -> None:
        """Let a session be active again after `deselect`."""
        self._passed_over = None

    def show(self, data: dict[str, Any] | None) -> bool:
        """Take a client as the state. Returns whether it differs from the last one."""
        before, session_before = self.client, self.session
        self.client = self._make_client(data)
        sessions = self.client.signedInSessions
        here = {session.id for session in sessions}
        if any(session.id not in here for session in before.signedInSessions):
            self.discard_answers()
        self.tokens.keep_sessions(here)
        for session in sessions:
            self._keep_last_active_token(session)
        self.session = self._choose(sessions)
        self.fapi.session_id = self.session.id if self.session else None
        return self.client != before or self.session != session_before

    def _make_client(self, data: dict[str, Any] | None) -> Client:
        return Client(data or NO_CLIENT, self)  # type: ignore[arg-type]  # it is a Clerk

    def _choose(self, sessions: list[Session]) -> Session | None:
        chosen = self.client.lastActiveSessionId
        session = next((s for s in sessions if s.id == chosen), sessions[0] if sessions else None)
        if session and session.id == self._passed_over:
            return None
        self._passed_over = None
        return session

    def _keep_last_active_token(self, session: Session) -> None:
        raw = (session.data.get("last_active_token") or {}).get("jwt")
        if raw:
            slot = (session.id, None, session.lastActiveOrganizationId or None)
            try:
                self.tokens.put(slot, Token(raw, self.platform), self.fapi.server_now())
            except ValueError as error:
                self.platform.log(f"clerk: the API sent a token that cannot be read: {error}")

    def emit(self) -> None:
        """Tell the listeners."""

    def discard_answers(self) -> None:
        """Throw away what is under way: it is about somebody who has left."""

    async def restore_kept(self) -> bool:
        """Take over what was kept. Returns whether there was anything."""
        try:
            kept = await self.platform.session.get(self.snapshot_key)
        except ClerkRuntimeError as error:
            raise error
        except Exception as error:
            self.platform.log(f"clerk: the kept state cannot be read: {error}")
            return False
        return self.restore(kept)

    def restore(self, snapshot: Any) -> bool:
        """Take over what `snapshot` returned. Returns whether there was anything to take."""
        if not isinstance(snapshot, dict) or snapshot.get("version") != SNAPSHOT_VERSION:
            return False
        before = self.client, self.session, self.saved_at, self._life, self._revision, self.visit
        offset, passed_over = self.fapi.clock_offset, self._passed_over
        try:
            return self._take(snapshot)
        except Exception as error:
            self.client, self.session, self.saved_at, self._life, self._revision, self.visit = (
                before
            )
            self.fapi.clock_offset, self._passed_over = offset, passed_over
            self.platform.log(f"clerk: the kept state cannot be read: {type(error).__name__}")
            return False

    def _take(self, snapshot: dict[str, Any]) -> bool:
        life, revision = snapshot["revision"]
        if life == self._life and revision < self._revision:  # overtaken on its way
            return False
        self._life, self._revision = life, int(revision)
        self.saved_at = float(snapshot["saved_at"])
        self._passed_over = snapshot["passed_over"]
        self.visit = snapshot["visit"]
        self.fapi.clock_offset = float(snapshot["clock_offset"])
        self.tokens.add_data(snapshot["tokens"], self.platform, self.fapi.server_now())
        self.show(snapshot["client"])
        return True

    def snapshot(self) -> dict[str, Any]:
        """Return all that is known, for storage and for pages."""
        return {
            "version": SNAPSHOT_VERSION,
            "revision": [self._life, self._revision],
            "saved_at": self.saved_at,
            "passed_over": self._passed_over,
            "visit": self.visit,
            "clock_offset": self.fapi.clock_offset,
            "client": self.client.data,
            "tokens": self.tokens.to_data(self.fapi.server_now()),
        }

    async def save(self) -> None:
        """Keep what is known. Where that fails the next background asks the API again."""
        self.saved_at = self.platform.now()
        self._revision += 1
        await self._write(self.snapshot_key, self.snapshot())

    async def kept_environment(self) -> dict[str, Any] | None:
        try:
            kept = await self.platform.session.get(self.environment_key)
        except Exception as error:
            self.platform.log(f"clerk: the kept settings cannot be read: {error}")
            return None
        return kept if isinstance(kept, dict) else None

    async def keep_environment(self, data: dict[str, Any]) -> None:
        await self._write(self.environment_key, data)

    async def _write(self, key: str, value: Any) -> None:
        try:
            await self.platform.session.set(key, value)
        except Exception as error:
            self.platform.log(f"clerk: state not kept: {error}")

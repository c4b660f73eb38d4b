"""Everything an emulated instance knows, and the few changes that need more than one object."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable

from .http.faults import FaultSet
from .http.rate_limits import RateLimits
from .http.request_log import RequestLog
from .identifiers import new_ticket
from .keys import Keys
from .models import Client, Organization, SentCode, Session, User, Visit
from .seed import Seed, SeedTemplate
from .seeding import plant
from .settings import DAY, Settings
from .tokens import TokenMaker

ATTEMPT_LIFETIME = DAY
ABANDON_AFTER = 30 * DAY


class Instance:
    """A Clerk instance, kept in memory.

    Whoever reads or changes it from another thread than the server's holds `lock`.

    Args:
        host: Host name of the Frontend API.
        keys: The instance's keys.
        clock: Returns the time, seconds since the epoch.
        seed: What the instance starts with.
        settings: How it behaves; a copy is kept.
    """

    def __init__(
        self,
        host: str,
        keys: Keys,
        clock: Callable[[], float],
        seed: Seed,
        settings: Settings,
    ) -> None:
        self.lock = threading.RLock()
        self.host = host
        self.keys = keys
        self.url = f"https://{host}"
        self.tokens = TokenMaker(keys, self.url)
        self.requests = RequestLog()
        self.faults = FaultSet()
        self._clock = clock
        self._seed = seed
        self._initial_settings = settings.copy()
        self.reset()

    def reset(self) -> None:
        """Return to how the instance was made; only the keys stay."""
        with self.lock:
            self.settings = self._initial_settings.copy()
            self.clients: dict[str, Client] = {}
            self.sessions: dict[str, Session] = {}
            self.codes: list[SentCode] = []
            self.tickets: dict[str, User | str] = {}
            self.visits: dict[str, Visit] = {}
            self.waitlist: list[str] = []
            planted = plant(self._seed, self.now())
            self.users, self.roles = planted.users, planted.roles
            self.organizations = planted.organizations
            self.templates: dict[str, SeedTemplate] = {
                one.name: one for one in self._seed.templates
            }
            self.rate_limits = RateLimits()
            self.requests.clear()
            self.faults.clear()

    def now(self) -> float:
        """Return the instance's time, seconds since the epoch."""
        return self._clock() + self.settings.clock_offset

    def abandon_at(self) -> float:
        """Return until when an attempt begun now can be completed, seconds since the epoch."""
        return self.now() + ATTEMPT_LIFETIME

    # Users

    def find_user(self, identifier: str) -> User | None:
        """Return the user with an e-mail address, phone number or username, whatever its case."""
        wanted = identifier.strip().lower()
        for user in self.users.values():
            names = [contact.value for contact in user.contacts if contact.is_verified]
            names += [user.username] if user.username else []
            if wanted in (name.lower() for name in names):
                return user
        return None

    def ban_user(self, user: User) -> None:
        """Ban a user and revoke the user's sessions."""
        user.banned = True
        self.close_sessions(self.sessions_of(user), "revoked")

    def delete_user(self, user: User) -> None:
        """Delete a user, whose sessions and memberships end."""
        self.close_sessions(self.sessions_of(user), "removed")
        for organization in self.organizations_of(user):
            self.leave(organization, user)
        del self.users[user.id]

    def is_locked(self, user: User) -> bool:
        """Return whether too many failed attempts keep a user out; ends a lock that is over."""
        if user.locked_until is not None and self.now() >= user.locked_until:
            user.locked_until = None
            user.failed_attempts = 0
        return user.locked_until is not None

    def count_failed_attempt(self, user: User) -> None:
        """Note a wrong password or code, and lock the user after too many."""
        user.failed_attempts += 1
        if user.failed_attempts >= self.settings.lockout_attempts:
            user.locked_until = self.now() + self.settings.lockout_duration

    def create_ticket(self, owner: User | str) -> str:
        """Return a ticket: to sign a user in, or to let an e-mail address sign up."""
        ticket = new_ticket()
        self.tickets[ticket] = owner
        return ticket

    # Clients

    def create_client(self) -> Client:
        """Return a new client without sessions."""
        now = self.now()
        client = Client(created_at=now, updated_at=now)
        self.rotate(client)
        self.clients[client.id] = client
        return client

    def forget_client(self, client: Client) -> None:
        """End a client's sessions and make its token useless."""
        self.close_sessions(client.sessions, "ended")
        self.clients.pop(client.id, None)

    def find_client(self, token: str, nonce: str | None = None) -> Client | None:
        """Return the client a client token stands for, or None when the token is not good.

        Args:
            token: A client token.
            nonce: The `rotating_token_nonce` of the attempt that rotated the token, if any.
        """
        read = self.tokens.read_client_token(token)
        client = self.clients.get(read[0]) if read else None
        if read is None or client is None:
            return None
        if read[1] == client.rotating_token:
            return client
        is_previous = read[1] == client.previous_rotating_token
        is_accepted = self.settings.accept_previous_token or (nonce in client.nonces and nonce)
        return client if is_previous and is_accepted else None

    def rotate(self, client: Client) -> None:
        """Give a client a new token; the one before may stay good until the next rotation."""
        client.previous_rotating_token = client.rotating_token or None
        client.rotating_token = secrets.token_urlsafe(24)
        client.jwt = self.tokens.client_token(client)

    # Sessions

    def sessions_of(self, user: User) -> list[Session]:
        """Return a user's live sessions on all clients, oldest first."""
        for client in list(self.clients.values()):
            self.live_sessions(client)
        return [found for found in self.sessions.values() if found.user is user and found.is_live]

    def live_sessions(self, client: Client) -> list[Session]:
        """Return a client's active and pending sessions; ends those that are past their time."""
        now = self.now()
        over = [session for session in client.sessions if session.expire_at <= now]
        self.close_sessions(over, "expired")
        live = [session for session in client.sessions if session.is_live]
        for session in live:
            session.tasks = self._tasks_of(session)
            session.status = "pending" if session.tasks else "active"
        return live

    def create_session(
        self, client: Client, user: User, strategy: str, *, second_factor: bool = False
    ) -> Session:
        """Sign a user in on a client and rotate the client's token."""
        now = self.now()
        session = Session(
            user=user,
            client_id=client.id,
            created_at=now,
            updated_at=now,
            last_active_at=now,
            expire_at=now + self.settings.session_lifetime,
            abandon_at=now + ABANDON_AFTER,
            first_factor_at=now,
            second_factor_at=now if second_factor else None,
        )
        self.sessions[session.id] = session
        client.sessions.append(session)
        client.known_user_ids.add(user.id)
        client.last_active_session_id = session.id
        client.last_authentication_strategy = strategy
        client.updated_at = user.last_sign_in_at = user.last_active_at = now
        user.failed_attempts = 0
        self.rotate(client)
        return session

    def close_sessions(self, sessions: Iterable[Session], status: str) -> None:
        """Give live sessions a final status and take them from their clients' active session."""
        now = self.now()
        for session in list(sessions):
            if not session.is_live:
                continue
            session.status = status
            session.updated_at = now
            client = self.clients.get(session.client_id)
            if client is not None and client.last_active_session_id == session.id:
                live = [other for other in client.sessions if other.is_live]
                client.last_active_session_id = live[-1].id if live else None

    def _tasks_of(self, session: Session) -> list[str]:
        """Return what keeps a session pending, in the order in which clients ask for it."""
        user, settings = session.user, self.settings
        wants_organization = settings.organizations and settings.force_organization_selection
        needed = {
            "reset-password": user.must_reset_password,
            "setup-mfa": settings.second_factor_required and not user.two_factor_enabled,
            "choose-organization": wants_organization and not session.last_active_organization_id,
        }
        return [key for key, is_needed in needed.items() if is_needed]

    # Organizations

    def find_organization(self, name: str) -> Organization | None:
        """Return the organization with an identifier or a slug, or None."""
        found = self.organizations.get(name)
        return found or next((org for org in self.organizations.values() if org.slug == name), None)

    def organizations_of(self, user: User) -> list[Organization]:
        """Return the organizations a user is a member of, oldest first."""
        return [org for org in self.organizations.values() if org.membership_of(user)]

    def leave(self, organization: Organization, user: User) -> None:
        """End a user's membership; it is no longer active in any of the user's sessions."""
        organization.memberships = [
            membership for membership in organization.memberships if membership.user is not user
        ]
        for session in self.sessions.values():
            if session.user is user and session.last_active_organization_id == organization.id:
                session.last_active_organization_id = None

"""Everything an emulated instance knows, and the few changes that need more than one object."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable

from .faults import FaultSet
from .identifiers import TEST_CODE, new_code
from .keys import Keys
from .models import (
    LIVE_STATUSES,
    Client,
    EmailAddress,
    SentCode,
    Session,
    SignIn,
    User,
    Verification,
)
from .request_log import RequestLog
from .seed import Seed, SeedTemplate, SeedUser
from .settings import DAY, Settings
from .tokens import TokenMaker

SIGN_IN_LIFETIME = DAY
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
            self.users = {user.id: user for user in map(self._seeded_user, self._seed.users)}
            self.templates: dict[str, SeedTemplate] = {
                template.name: template for template in self._seed.templates
            }
            self.requests.clear()
            self.faults.clear()

    def now(self) -> float:
        """Return the instance's time, seconds since the epoch."""
        return self._clock() + self.settings.clock_offset

    # Users

    def find_user(self, identifier: str) -> User | None:
        """Return the user with an e-mail address or username, whatever its case."""
        wanted = identifier.strip().lower()
        for user in self.users.values():
            names = [address.email_address for address in user.email_addresses]
            names += [user.username] if user.username else []
            if wanted in (name.lower() for name in names):
                return user
        return None

    def ban_user(self, user: User) -> None:
        """Ban a user and revoke the user's sessions."""
        user.banned = True
        self.close_sessions(
            (session for session in self.sessions.values() if session.user is user), "revoked"
        )

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

    def find_client(self, token: str) -> Client | None:
        """Return the client a client token stands for, or None when the token is not good."""
        read = self.tokens.read_client_token(token)
        client = self.clients.get(read[0]) if read else None
        if read is None or client is None:
            return None
        good = (client.rotating_token, client.previous_rotating_token)
        return client if read[1] in good else None

    def rotate(self, client: Client) -> None:
        """Give a client a new token; the one before stays good until the next rotation."""
        client.previous_rotating_token = client.rotating_token or None
        client.rotating_token = secrets.token_hex(20)
        client.jwt = self.tokens.client_token(client)

    # Sessions

    def live_sessions(self, client: Client) -> list[Session]:
        """Return a client's active and pending sessions; ends those that are past their time."""
        now = self.now()
        over = [session for session in client.sessions if session.expire_at <= now]
        self.close_sessions(over, "expired")
        return [session for session in client.sessions if session.status in LIVE_STATUSES]

    def create_session(self, client: Client, user: User, strategy: str) -> Session:
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
        )
        self.sessions[session.id] = session
        client.sessions.append(session)
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
            if session.status not in LIVE_STATUSES:
                continue
            session.status = status
            session.updated_at = now
            client = self.clients.get(session.client_id)
            if client is not None and client.last_active_session_id == session.id:
                live = [other for other in client.sessions if other.status in LIVE_STATUSES]
                client.last_active_session_id = live[-1].id if live else None

    # Sign-ins

    def create_sign_in(self, client: Client) -> SignIn:
        """Start an attempt, which takes the place of the client's earlier one."""
        sign_in = SignIn(abandon_at=self.now() + SIGN_IN_LIFETIME)
        client.sign_in = client.sign_ins[sign_in.id] = sign_in
        return sign_in

    def send_code(self, sign_in: SignIn, address: EmailAddress, strategy: str) -> Verification:
        """Note a code as sent to an address, and return the verification that waits for it."""
        now = self.now()
        code = TEST_CODE if address.is_test_address else new_code()
        self.codes.append(SentCode(now, address.email_address, strategy, code, sign_in.id))
        expire_at = now + self.settings.code_lifetime
        return Verification(strategy, sent_at=now, expire_at=expire_at, code=code)

    def _seeded_user(self, seed: SeedUser) -> User:
        now = self.now()
        user = User(
            email_addresses=[EmailAddress(seed.email_address, now)],
            created_at=now,
            updated_at=now,
            password=seed.password,
            password_last_updated_at=now if seed.password is not None else None,
            first_name=seed.first_name,
            last_name=seed.last_name,
            username=seed.username,
            external_id=seed.external_id,
            public_metadata=dict(seed.public_metadata),
            unsafe_metadata=dict(seed.unsafe_metadata),
        )
        if seed.id is not None:
            user.id = seed.id
        return user

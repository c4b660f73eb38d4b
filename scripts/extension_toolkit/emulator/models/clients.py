"""Clients, their sessions, and what is under way on them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..identifiers import new_id
from .attempts import Connection, Reverification, SignIn, SignUp
from .users import User
from .verifications import Verification

LIVE_STATUSES = frozenset({"active", "pending"})


@dataclass(eq=False)
class Session:
    """A user signed in on a client.

    Attributes:
        first_factor_at: When the first factor was verified last.
        second_factor_at: When the second factor was verified last, or None.
        tasks: Keys of what is left to do before the session is active.
    """

    user: User
    client_id: str
    created_at: float
    updated_at: float
    last_active_at: float
    expire_at: float
    abandon_at: float
    first_factor_at: float
    second_factor_at: float | None = None
    id: str = field(default_factory=lambda: new_id("sess"))
    status: str = "active"
    tasks: list[str] = field(default_factory=list)
    last_active_organization_id: str | None = None
    reverification: Reverification | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is active or pending."""
        return self.status in LIVE_STATUSES


@dataclass(eq=False)
class Client:
    """A device or browser profile, known by its client token.

    The token's rotating part changes at each sign-in. The one before stays good, so that a client
    that never got the answer can go on.
    """

    created_at: float
    updated_at: float
    id: str = field(default_factory=lambda: new_id("client"))
    rotating_token: str = field(default="", repr=False)
    previous_rotating_token: str | None = field(default=None, repr=False)
    jwt: str = field(default="", repr=False)
    sessions: list[Session] = field(default_factory=list)
    last_active_session_id: str | None = None
    last_authentication_strategy: str | None = None
    sign_in: SignIn | None = None
    sign_ins: dict[str, SignIn] = field(default_factory=dict)
    sign_up: SignUp | None = None
    sign_ups: dict[str, SignUp] = field(default_factory=dict)
    known_user_ids: set[str] = field(default_factory=set)
    nonces: set[str] = field(default_factory=set, repr=False)


@dataclass(frozen=True)
class Visit:
    """A visit to another provider, and the attempt that it is for."""

    client: Client
    attempt: SignIn | SignUp | Connection
    verification: Verification


@dataclass(frozen=True)
class SentCode:
    """A one-time code that the real service would have sent.

    Attributes:
        time: When, seconds since the epoch.
        to: The e-mail address or phone number.
        strategy: What the code is for, such as `email_code`.
        code: Six digits.
        attempt_id: What it belongs to: a sign-in, a sign-up, a session, an address of a user.
    """

    time: float
    to: str
    strategy: str
    code: str
    attempt_id: str

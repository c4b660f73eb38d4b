"""The objects of an instance. Times are seconds since the epoch; `shapes.py` turns them to JSON."""

from __future__ import annotations

from dataclasses import dataclass, field

from .identifiers import new_id
from .json_types import JsonObject

TEST_SUBADDRESS = "+clerk_test"
LIVE_STATUSES = frozenset({"active", "pending"})


@dataclass
class EmailAddress:
    """A verified address of a user."""

    email_address: str
    created_at: float
    id: str = field(default_factory=lambda: new_id("idn"))

    @property
    def is_test_address(self) -> bool:
        """Whether nothing is sent to the address and its code is fixed."""
        return self.email_address.partition("@")[0].endswith(TEST_SUBADDRESS)

    @property
    def safe_identifier(self) -> str:
        """The address with most of its local part hidden."""
        local, _, domain = self.email_address.partition("@")
        return f"{local[:1]}****@{domain}"


@dataclass
class User:
    """Somebody who can sign in."""

    email_addresses: list[EmailAddress]
    created_at: float
    updated_at: float
    id: str = field(default_factory=lambda: new_id("user"))
    password: str | None = field(default=None, repr=False)
    password_last_updated_at: float | None = None
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    external_id: str | None = None
    public_metadata: JsonObject = field(default_factory=dict)
    unsafe_metadata: JsonObject = field(default_factory=dict)
    last_sign_in_at: float | None = None
    last_active_at: float | None = None
    banned: bool = False
    failed_attempts: int = 0
    locked_until: float | None = None

    @property
    def identifier(self) -> str:
        """What the user is known by: the primary address, else the username, else the id."""
        if self.email_addresses:
            return self.email_addresses[0].email_address
        return self.username or self.id

    @property
    def full_name(self) -> str | None:
        """First and last name, or None when neither is set."""
        return " ".join(name for name in (self.first_name, self.last_name) if name) or None


@dataclass
class Verification:
    """One step of proof: a code that was sent, or a password."""

    strategy: str
    status: str = "unverified"
    attempts: int = 0
    sent_at: float | None = None
    expire_at: float | None = None
    code: str = field(default="", repr=False)


@dataclass
class SignIn:
    """An attempt to sign in."""

    abandon_at: float
    id: str = field(default_factory=lambda: new_id("sia"))
    status: str = "needs_identifier"
    identifier: str | None = None
    user: User | None = None
    first_factor_verification: Verification | None = None
    created_session_id: str | None = None


@dataclass
class Session:
    """A user signed in on a client."""

    user: User
    client_id: str
    created_at: float
    updated_at: float
    last_active_at: float
    expire_at: float
    abandon_at: float
    first_factor_at: float
    id: str = field(default_factory=lambda: new_id("sess"))
    status: str = "active"
    last_active_organization_id: str | None = None


@dataclass
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


@dataclass(frozen=True)
class SentCode:
    """A one-time code that the real service would have sent by e-mail.

    Attributes:
        time: When, seconds since the epoch.
        to: The address.
        strategy: What the code is for, such as `email_code`.
        code: Six digits.
        sign_in_id: The attempt it belongs to.
    """

    time: float
    to: str
    strategy: str
    code: str
    sign_in_id: str

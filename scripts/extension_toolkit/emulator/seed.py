"""What an instance holds before anybody has called it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from pydantic.dataclasses import dataclass

from .json_types import JsonObject
from .validation import CLOSED, Seconds

DEMO_EMAIL = "demo+clerk_test@example.com"
DEMO_PASSWORD = "emulator-demo-password"
PHONE_EMAIL = "phone+clerk_test@example.com"
SECURE_EMAIL = "secure+clerk_test@example.com"
SECURE_TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SECURE_BACKUP_CODES = ("backup01", "backup02", "backup03")

EnrollmentMode = Literal["manual_invitation", "automatic_invitation", "automatic_suggestion"]


@dataclass(frozen=True, config=CLOSED)
class SeedUser:
    """A user that exists from the start.

    Attributes:
        email_address: Verified address the user signs in with; with `+clerk_test` before the `@`
            its code is always 424242.
        password: Plain password, or None for a user that signs in by code only.
        phone_number: Verified number, such as `+15555550100`; that one's code is 424242 too.
        phone_second_factor: The number proves the second factor instead of the first.
        totp_secret: Base32 secret of an authenticator app, or None.
        backup_codes: Codes that each prove the second factor once.
        must_reset_password: The first session is pending until the password is changed.
        id: The user's identifier, or None for a random one.
    """

    email_address: str
    password: str | None = field(default=None, repr=False)
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    id: str | None = None
    external_id: str | None = None
    phone_number: str | None = None
    phone_second_factor: bool = False
    totp_secret: str | None = field(default=None, repr=False)
    backup_codes: Sequence[str] = field(default=(), repr=False)
    must_reset_password: bool = False
    public_metadata: JsonObject = field(default_factory=dict)
    unsafe_metadata: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, config=CLOSED)
class SeedTemplate:
    """A JWT template.

    Attributes:
        name: What the caller asks for.
        claims: Claims to add; strings may hold `{{user.…}}` and `{{org.…}}` places to fill in.
        lifetime: Life of the token, seconds.
        allowed_clock_skew: How far `nbf` lies before `iat`, seconds.
    """

    name: str
    claims: JsonObject = field(default_factory=dict)
    lifetime: Seconds = 60
    allowed_clock_skew: Seconds = 5


@dataclass(frozen=True, config=CLOSED)
class SeedRole:
    """A role in organizations.

    Attributes:
        key: Such as `org:editor`.
        name: What people call it.
        permissions: Keys such as `org:sys_memberships:read` or `org:articles:manage`.
    """

    key: str
    name: str
    permissions: Sequence[str] = ()


@dataclass(frozen=True, config=CLOSED)
class SeedDomain:
    """A verified e-mail domain of an organization; see `Domain`."""

    name: str
    enrollment_mode: EnrollmentMode = "automatic_suggestion"


@dataclass(frozen=True, config=CLOSED)
class SeedOrganization:
    """An organization.

    Attributes:
        members: Role key by the member's e-mail address.
        invitations: Role key by the invited e-mail address.
        domains: Its e-mail domains.
    """

    name: str
    slug: str
    id: str | None = None
    members: dict[str, str] = field(default_factory=dict)
    invitations: dict[str, str] = field(default_factory=dict)
    domains: Sequence[SeedDomain] = ()
    public_metadata: JsonObject = field(default_factory=dict)


READING = ("org:sys_memberships:read", "org:dashboard:read", "org:teams:read")
MANAGING = (
    "org:sys_profile:manage",
    "org:sys_profile:delete",
    "org:sys_memberships:manage",
    "org:sys_domains:read",
    "org:sys_domains:manage",
    "org:dashboard:manage",
)
ADMIN = SeedRole("org:admin", "Admin", (*MANAGING, *READING))
MEMBER = SeedRole("org:member", "Member", READING)


@dataclass(frozen=True, config=CLOSED)
class Seed:
    """What a fresh instance holds: nobody, unless something is named."""

    users: Sequence[SeedUser] = ()
    templates: Sequence[SeedTemplate] = ()
    roles: Sequence[SeedRole] = (ADMIN, MEMBER)
    organizations: Sequence[SeedOrganization] = ()


# Somebody for each way to sign in, and organizations to switch between.
DEMO_SEED = Seed(
    users=(
        SeedUser(DEMO_EMAIL, DEMO_PASSWORD, first_name="Ada", last_name="Lovelace"),
        SeedUser(
            SECURE_EMAIL,
            DEMO_PASSWORD,
            first_name="Alan",
            last_name="Turing",
            phone_number="+15555550101",
            phone_second_factor=True,
            totp_secret=SECURE_TOTP_SECRET,
            backup_codes=SECURE_BACKUP_CODES,
        ),
        SeedUser(
            PHONE_EMAIL,
            first_name="Hedy",
            last_name="Lamarr",
            username="hedy",
            phone_number="+15555550100",
        ),
    ),
    templates=(
        SeedTemplate(
            "demo", {"email": "{{user.primary_email_address}}", "name": "{{user.full_name}}"}
        ),
    ),
    organizations=(
        SeedOrganization(
            "Analytical Engines",
            "analytical-engines",
            members={SECURE_EMAIL: "org:admin", DEMO_EMAIL: "org:member"},
        ),
        SeedOrganization(
            "Bletchley Park",
            "bletchley-park",
            members={SECURE_EMAIL: "org:admin", DEMO_EMAIL: "org:admin"},
            invitations={PHONE_EMAIL: "org:member"},
        ),
    ),
)

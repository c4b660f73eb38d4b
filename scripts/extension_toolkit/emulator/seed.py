"""What an instance holds before anybody has called it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .json_types import JsonObject

DEMO_EMAIL = "demo+clerk_test@example.com"
DEMO_PASSWORD = "emulator-demo-password"


@dataclass(frozen=True)
class SeedUser:
    """A user that exists from the start.

    Attributes:
        email_address: Verified address the user signs in with; with `+clerk_test` before the `@`
            its code is always 424242.
        password: Plain password, or None for a user that signs in by code only.
        id: The user's identifier, or None for a random one.
    """

    email_address: str
    password: str | None = field(default=None, repr=False)
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    id: str | None = None
    external_id: str | None = None
    public_metadata: JsonObject = field(default_factory=dict)
    unsafe_metadata: JsonObject = field(default_factory=dict)


@dataclass(frozen=True)
class SeedTemplate:
    """A JWT template.

    Attributes:
        name: What the caller asks for.
        claims: Claims to add; strings may hold `{{user.…}}` places to fill in.
        lifetime: Life of the token, seconds.
        allowed_clock_skew: How far `nbf` lies before `iat`, seconds.
    """

    name: str
    claims: JsonObject = field(default_factory=dict)
    lifetime: float = 60
    allowed_clock_skew: float = 5


def _default_users() -> tuple[SeedUser, ...]:
    return (SeedUser(DEMO_EMAIL, DEMO_PASSWORD, first_name="Ada", last_name="Lovelace"),)


def _default_templates() -> tuple[SeedTemplate, ...]:
    claims: JsonObject = {"email": "{{user.primary_email_address}}", "name": "{{user.full_name}}"}
    return (SeedTemplate("demo", claims),)


@dataclass(frozen=True)
class Seed:
    """The users and JWT templates of a fresh instance; by default one demonstration user."""

    users: tuple[SeedUser, ...] = field(default_factory=_default_users)
    templates: tuple[SeedTemplate, ...] = field(default_factory=_default_templates)

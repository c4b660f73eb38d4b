"""How the emulated instance behaves; the defaults are those of a development instance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from .validation import CLOSED, Seconds

DAY = 86_400.0
# How long after its last verification a session may do what needs a recent one, seconds.
REVERIFICATION_WINDOW = 600.0

Attribute: TypeAlias = Literal["off", "on", "required"]


@dataclass(config=CLOSED)
class Settings:
    """Everything about an instance that a test or a demonstration may want to change.

    Attributes:
        production: Serve a `pk_live_` key: the client token travels in `Authorization`.
        application_name: Name shown by Clerk's components.
        token_lifetime: Life of a session token, seconds.
        oiat_lag: How far the `oiat` header of a session token lies behind its `iat`, seconds.
        clock_offset: Added to the clock, seconds; positive is the future.
        session_lifetime: Life of a session, seconds.
        require_expired_token: Give a session token only in exchange for the last one.
        session_minter: Tell clients to send their last session token when they ask for one.

        email_address, phone_number, username, password, first_name, last_name: Whether users
            have it: `off`, `on`, or `required` at sign-up.
        social: Strategies of other providers, such as `oauth_google`.
        enterprise_domains: E-mail domains whose users sign in with `enterprise_sso`.
        passkey: Whether users may sign in with a passkey.
        totp, backup_code, phone_second_factor: Whether users may have this second factor.
        second_factor_required: Users without a second factor have to set one up first.
        client_trust: Ask for a code too when a password is used on a new client.
        preferred_sign_in_strategy: `password` or `otp`: what Clerk's components offer first.
        single_session_mode: Allow one session per client only.
        reverification: Sensitive changes need a first factor verified in the last ten minutes.
        enumeration_protection: Do not tell an unknown identifier from a wrong password.
        lockout_attempts: Wrong passwords and codes before a user is locked.
        lockout_duration: How long a locked user stays locked, seconds.
        code_lifetime: How long a code that was sent can be used, seconds.
        code_attempts: Wrong codes allowed before the verification fails.
        code_interval: Least time between two codes for one attempt, seconds; 0 allows any.
        rate_limits: Refuse more than 5 new attempts, or 3 tries, in 10 seconds.

        sign_up_mode: `public`, `restricted` (by ticket only) or `waitlist`.
        legal_consent: Ask for consent to the terms at sign-up.
        password_minimum: Least length of a password.
        pwned_passwords: Passwords to refuse as known from a breach.
        delete_self: Let users delete themselves.

        organizations: Whether there are organizations.
        create_organization: Let users make organizations.
        force_organization_selection: No personal account: a session is pending until it has an
            active organization.
        max_allowed_memberships: Largest number of members of an organization; 0 for any.
        creator_role: Role of whoever makes an organization.

        mint_on_anonymous: Development only: let `GET /v1/client` hand out a client token instead
            of refusing a caller that has none.
        accept_previous_token: Take the client token from before the last rotation too; else only
            together with the `rotating_token_nonce` of the attempt that rotated it.
        native_api_enabled: Production only: accept native callers.
        allowed_origins: Origins that may call, or None for any.
        refuse_origin_with_authorization: Refuse requests that carry both headers.
        dead_session_status: What asking an ended session for a token answers, 401 or 404.
        maintenance_mode: Tell clients that the instance is in maintenance.
    """

    production: bool = False
    application_name: str = "Emulator"
    token_lifetime: Annotated[float, Field(ge=1, allow_inf_nan=False)] = 60
    oiat_lag: Seconds = 0
    clock_offset: Annotated[float, Field(allow_inf_nan=False)] = 0
    session_lifetime: Seconds = 7 * DAY
    require_expired_token: bool = False
    session_minter: bool = False

    email_address: Attribute = "required"
    phone_number: Attribute = "on"
    username: Attribute = "on"
    password: Attribute = "required"
    first_name: Attribute = "on"
    last_name: Attribute = "on"
    social: Sequence[str] = ("oauth_google", "oauth_github")
    enterprise_domains: Sequence[str] = ("enterprise.example",)
    passkey: bool = True
    totp: bool = True
    backup_code: bool = True
    phone_second_factor: bool = True
    second_factor_required: bool = False
    client_trust: bool = False
    preferred_sign_in_strategy: Literal["password", "otp"] = "password"
    single_session_mode: bool = True
    reverification: bool = False
    enumeration_protection: bool = False
    lockout_attempts: Annotated[int, Field(ge=1)] = 100
    lockout_duration: Seconds = 3600
    code_lifetime: Seconds = 600
    code_attempts: Annotated[int, Field(ge=1)] = 3
    code_interval: Seconds = 0
    rate_limits: bool = False

    sign_up_mode: Literal["public", "restricted", "waitlist"] = "public"
    legal_consent: bool = False
    password_minimum: Annotated[int, Field(ge=1)] = 8
    pwned_passwords: Sequence[str] = ("password", "12345678", "qwertyuiop")
    delete_self: bool = True

    organizations: bool = True
    create_organization: bool = True
    force_organization_selection: bool = False
    max_allowed_memberships: Annotated[int, Field(ge=0)] = 5
    creator_role: str = "org:admin"

    mint_on_anonymous: bool = False
    accept_previous_token: bool = True
    native_api_enabled: bool = True
    allowed_origins: Sequence[str] | None = None
    refuse_origin_with_authorization: bool = True
    dead_session_status: Literal[401, 404] = 401
    maintenance_mode: bool = False

    def copy(self) -> Settings:
        """Return an independent copy."""
        return replace(self)

    def is_enterprise(self, email_address: str) -> bool:
        """Return whether the users of an address's domain sign in with `enterprise_sso`."""
        return email_address.rpartition("@")[2].lower() in self.enterprise_domains

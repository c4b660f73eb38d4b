"""How the emulated instance behaves; the defaults are those of a development instance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

DAY = 86_400.0


@dataclass
class Settings:
    """Everything about an instance that a test or a demonstration may want to change.

    Attributes:
        production: Serve a `pk_live_` key: the client token travels in `Authorization`.
        application_name: Name shown by Clerk's components.
        token_lifetime: Life of a session token, seconds.
        oiat_lag: How far the `oiat` header of a session token lies behind its `iat`, seconds.
        clock_offset: Added to the clock, seconds; positive is the future.
        session_lifetime: Life of a session, seconds.
        code_lifetime: How long a code that was sent can be used, seconds.
        code_attempts: Wrong codes allowed before the verification fails.
        code_interval: Least time between two codes for one sign-in, seconds; 0 allows any.
        single_session_mode: Allow one session per client only.
        preferred_sign_in_strategy: `password` or `otp`: what Clerk's components offer first.
        enumeration_protection: Do not tell an unknown identifier from a wrong password.
        lockout_attempts: Wrong passwords and codes before a user is locked.
        lockout_duration: How long a locked user stays locked, seconds.
        mint_on_anonymous: Development only: let `GET /v1/client` hand out a client token instead
            of refusing a caller that has none.
        native_api_enabled: Production only: accept native callers.
        allowed_origins: Origins that may call, or None for any.
        refuse_origin_with_authorization: Refuse requests that carry both headers.
        dead_session_status: What asking an ended session for a token answers, 401 or 404.
    """

    production: bool = False
    application_name: str = "Emulator"
    token_lifetime: float = 60
    oiat_lag: float = 0
    clock_offset: float = 0
    session_lifetime: float = 7 * DAY
    code_lifetime: float = 600
    code_attempts: int = 3
    code_interval: float = 0
    single_session_mode: bool = True
    preferred_sign_in_strategy: str = "password"
    enumeration_protection: bool = False
    lockout_attempts: int = 100
    lockout_duration: float = 3600
    mint_on_anonymous: bool = False
    native_api_enabled: bool = True
    allowed_origins: Iterable[str] | None = None
    refuse_origin_with_authorization: bool = True
    dead_session_status: int = 401

    def copy(self) -> Settings:
        """Return an independent copy."""
        return replace(self)

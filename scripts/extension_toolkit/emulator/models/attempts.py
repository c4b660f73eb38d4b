"""Attempts: to sign in, to sign up, to add an account, to prove again who is there."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..identifiers import new_id
from ..json_types import JsonObject
from .users import EmailAddress, ExternalAccount, PhoneNumber, User
from .verifications import Verification


@dataclass(eq=False)
class SignIn:
    """An attempt to sign in.

    Attributes:
        external_account: The account at another provider that was shown.
        action_complete_redirect_url: Where the provider's visit ends when nothing is left to do.
        redirect_url: Where it ends otherwise.
        rotating_token_nonce: Lets a client with the token from before read the attempt.
        client_trust_state: `new` on a client that the user never used, else None.
    """

    abandon_at: float
    id: str = field(default_factory=lambda: new_id("sia"))
    status: str = "needs_identifier"
    identifier: str | None = None
    user: User | None = None
    first_factor_verification: Verification | None = None
    second_factor_verification: Verification | None = None
    created_session_id: str | None = None
    external_account: ExternalAccount | None = None
    redirect_url: str | None = None
    action_complete_redirect_url: str | None = None
    rotating_token_nonce: str | None = field(default=None, repr=False)
    client_trust_state: str | None = None


@dataclass(eq=False)
class SignUp:
    """An attempt to sign up; attributes as for `SignIn` and `User`."""

    abandon_at: float
    id: str = field(default_factory=lambda: new_id("sua"))
    status: str = "missing_requirements"
    email_address: EmailAddress | None = None
    phone_number: PhoneNumber | None = None
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    first_name: str | None = None
    last_name: str | None = None
    unsafe_metadata: JsonObject = field(default_factory=dict)
    legal_accepted_at: float | None = None
    external_account: ExternalAccount | None = None
    external_verification: Verification | None = None
    redirect_url: str | None = None
    action_complete_redirect_url: str | None = None
    rotating_token_nonce: str | None = field(default=None, repr=False)
    created_session_id: str | None = None
    created_user_id: str | None = None


@dataclass(eq=False)
class Connection:
    """An attempt to add an account at another provider; attributes as for `SignIn`."""

    user: User
    external_account: ExternalAccount
    status: str = "needs_first_factor"
    redirect_url: str | None = None
    action_complete_redirect_url: str | None = None
    rotating_token_nonce: str | None = field(default=None, repr=False)


@dataclass(eq=False)
class Reverification:
    """A session's proof that its user is still there; `level` says which factors it takes."""

    level: str
    status: str
    first_factor_verification: Verification | None = None
    second_factor_verification: Verification | None = None

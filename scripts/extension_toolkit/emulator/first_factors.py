"""First factors of a sign-in: passwords and codes sent by e-mail."""

from __future__ import annotations

from math import ceil

from .errors import ApiError
from .models import Client, SignIn, User, Verification
from .shapes import first_factors
from .state import Instance

RESET_STRATEGY = "reset_password_email_code"
CODE_STRATEGIES = frozenset({"email_code", RESET_STRATEGY})


class FirstFactors:
    """Verifies first factors of a client's sign-ins.

    Args:
        instance: The instance.
        client: Whose sign-ins; gets the session in the end.
    """

    def __init__(self, instance: Instance, client: Client) -> None:
        self._instance = instance
        self._client = client

    def prepare(self, sign_in: SignIn, strategy: str, email_address_id: str | None) -> None:
        """Send a code to an address of the user; without an id, to the primary one.

        Raises:
            ApiError: The strategy does not suit the user, or the last code was sent just now.
        """
        user = _user_of(sign_in)
        offered = [
            factor.get("email_address_id")
            for factor in first_factors(user)
            if factor["strategy"] == strategy
        ]
        wanted = email_address_id or (offered[0] if offered else None)
        if strategy not in CODE_STRATEGIES or wanted not in offered:
            raise ApiError("strategy_for_user_invalid")
        self._check_interval(sign_in)
        address = next(address for address in user.email_addresses if address.id == wanted)
        sign_in.first_factor_verification = self._instance.send_code(sign_in, address, strategy)

    def attempt_password(self, sign_in: SignIn, password: str) -> None:
        """Complete a sign-in by password.

        Raises:
            ApiError: As for `check_password`.
        """
        self.check_password(_user_of(sign_in), password)
        self.complete(sign_in, "password")

    def attempt_code(self, sign_in: SignIn, strategy: str, code: str) -> None:
        """Complete a sign-in by code; a code for a new password asks for that first.

        Raises:
            ApiError: The code is wrong, was not sent, is too old, or was tried too often.
        """
        user = _user_of(sign_in)
        self._check_may_try(user)
        verification = sign_in.first_factor_verification
        if strategy not in CODE_STRATEGIES:
            raise ApiError("strategy_for_user_invalid")
        if verification is None or verification.strategy != strategy:
            raise ApiError("verification_missing")
        self._check_usable(verification)
        verification.attempts += 1
        if code != verification.code:
            self._instance.count_failed_attempt(user)
            if verification.attempts >= self._instance.settings.code_attempts:
                verification.status = "failed"
            raise ApiError("form_code_incorrect", param="code")
        verification.status = "verified"
        if strategy == RESET_STRATEGY:
            sign_in.status = "needs_new_password"
        else:
            self.complete(sign_in, strategy)

    def check_password(self, user: User, password: str) -> None:
        """Check a user's password.

        Raises:
            ApiError: It is wrong, the user has none, or the user may not sign in.
        """
        self._check_may_try(user)
        if user.password is None:
            raise ApiError("strategy_for_user_invalid")
        if password == user.password:
            return
        self._instance.count_failed_attempt(user)
        if self._instance.settings.enumeration_protection:
            raise ApiError("form_password_or_identifier_incorrect", param="password")
        raise ApiError("form_password_incorrect", param="password")

    def complete(self, sign_in: SignIn, strategy: str) -> None:
        """End a sign-in with a session."""
        user = _user_of(sign_in)
        if strategy == "password":
            sign_in.first_factor_verification = Verification("password", status="verified")
        session = self._instance.create_session(self._client, user, strategy)
        sign_in.status = "complete"
        sign_in.created_session_id = session.id
        self._client.sign_in = None

    def _check_may_try(self, user: User) -> None:
        if user.banned:
            raise ApiError("user_banned")
        if self._instance.is_locked(user):
            raise ApiError("user_locked")

    def _check_usable(self, verification: Verification) -> None:
        if verification.status == "failed":
            raise ApiError("verification_failed")
        if verification.expire_at is not None and self._instance.now() >= verification.expire_at:
            verification.status = "expired"
            raise ApiError("verification_expired")

    def _check_interval(self, sign_in: SignIn) -> None:
        last = sign_in.first_factor_verification
        if last is None or last.sent_at is None:
            return
        wait = last.sent_at + self._instance.settings.code_interval - self._instance.now()
        if wait > 0:
            raise ApiError("verification_code_too_many_requests", retry_after=ceil(wait))


def _user_of(sign_in: SignIn) -> User:
    if sign_in.user is None:
        raise ApiError("client_state_invalid")
    return sign_in.user

"""Proofs of who somebody is: passwords, codes, authenticator apps, backup codes.

Sign-ins and reverifications share them; which factors are offered is theirs to say.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

import pyotp

from ..errors import ApiError
from ..http.parameters import Parameters
from ..json_types import JsonObject
from ..models import User, Verification
from ..state import Instance
from .codes import check_code, send_code
from .factors import CODE_STRATEGIES
from .passkeys import begin_proof, check_proof

TOTP_STEP = 30  # seconds
# A code is good one step before and after its own, for clocks that differ.
TOTP_WINDOW = 1


class Proofs:
    """Prepares and checks the proofs of one user.

    Args:
        instance: The instance.
        user: Who has to prove something.
        attempt_id: What the proofs belong to.
        offered: The factors that may be used.
    """

    def __init__(
        self, instance: Instance, user: User, attempt_id: str, offered: list[JsonObject]
    ) -> None:
        self._instance = instance
        self._user = user
        self._attempt_id = attempt_id
        self._offered = offered

    def prepare(
        self, strategy: str, form: Parameters, previous: Verification | None
    ) -> Verification:
        """Send a code to the contact that the form names, else to the first that is offered.

        For passkeys, make a challenge.

        Raises:
            ApiError: The strategy does not suit the user, or the last code was sent just now.
        """
        factors = [factor for factor in self._offered if factor["strategy"] == strategy]
        if strategy == "passkey" and factors:
            return begin_proof(self._instance, self._user)
        if strategy not in CODE_STRATEGIES or not factors:
            raise ApiError("strategy_for_user_invalid")
        name = "phone_number_id" if "phone" in strategy else "email_address_id"
        first = next((factor for factor in factors if factor.get("default")), factors[0])
        wanted = form.get(name) or first[name]
        if wanted not in (factor[name] for factor in factors):
            raise ApiError("strategy_for_user_invalid")
        contact = next(contact for contact in self._user.contacts if contact.id == wanted)
        return send_code(self._instance, contact, strategy, self._attempt_id, previous)

    def attempt(
        self, strategy: str, form: Parameters, verification: Verification | None
    ) -> Verification:
        """Check a proof and return its verification, now verified.

        Args:
            strategy: Which proof.
            form: Holds `password`, `code` or `public_key_credential`.
            verification: Waits for a code that was sent or a challenge, if there was one.

        Raises:
            ApiError: The proof is wrong or not offered, or the user may not try.
        """
        self.check_may_try()
        if strategy not in (factor["strategy"] for factor in self._offered):
            raise ApiError("strategy_for_user_invalid")
        if strategy == "password":
            self.check_password(form.require("password"))
            return Verification("password", status="verified")
        if strategy == "passkey":
            return check_proof(self._instance, self._user, verification, form)
        code = form.require("code")
        if strategy in CODE_STRATEGIES:
            return check_code(self._instance, verification, strategy, code, self._user)
        checks: dict[str, Callable[[str], bool]] = {
            "totp": self._is_totp_code,
            "backup_code": self._take_backup_code,
        }
        if strategy not in checks:
            raise ApiError("strategy_for_user_invalid")
        if not checks[strategy](code):
            self._instance.count_failed_attempt(self._user)
            raise ApiError("form_code_incorrect", param="code")
        return Verification(strategy, status="verified")

    def check_may_try(self) -> None:
        """Refuse users who are banned or locked.

        Raises:
            ApiError: `user_banned` or `user_locked`.
        """
        if self._user.banned:
            raise ApiError("user_banned")
        if self._instance.is_locked(self._user):
            raise ApiError("user_locked")

    def check_password(self, password: str) -> None:
        """Check the user's password.

        Raises:
            ApiError: It is wrong, the user has none, or the user may not try.
        """
        self.check_may_try()
        if self._user.password is None:
            raise ApiError("strategy_for_user_invalid")
        if secrets.compare_digest(password.encode(), self._user.password.encode()):
            return
        self._instance.count_failed_attempt(self._user)
        if self._instance.settings.enumeration_protection:
            raise ApiError("form_password_or_identifier_incorrect", param="password")
        raise ApiError("form_password_incorrect", param="password")

    def _is_totp_code(self, code: str) -> bool:
        totp = self._user.totp
        return totp is not None and is_totp_code(totp.secret, code, self._instance.now())

    def _take_backup_code(self, code: str) -> bool:
        if code not in self._user.backup_codes:
            return False
        self._user.backup_codes.remove(code)
        return True


def is_totp_code(secret: str, code: str, now: float) -> bool:
    """Return whether a code is one of RFC 6238 for a secret at a time, in seconds."""
    return pyotp.TOTP(secret, interval=TOTP_STEP).verify(
        code, for_time=int(now), valid_window=TOTP_WINDOW
    )

"""What proves who somebody is: ways to do it, and how far one got."""

from __future__ import annotations

from ..data import Data
from .base import Resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..errors import ClerkAPIError


class Factor(Data):
    """A way to prove who one is, such as a code sent to an address.

    Attributes:
        strategy: Such as `password`, `email_code`, `phone_code`, `totp`, `backup_code`.
        safeIdentifier: Where a code goes, in part hidden.
        emailAddressId, phoneNumberId: What to name when asking for a code.
        primary: Whether it is the user's first address or number.
        default: Whether it is the user's choice among second factors.

    Source: https://clerk.com/docs/reference/javascript/types/sign-in-first-factor
    """

    OPTIONAL = ("safe_identifier", "email_address_id", "phone_number_id", "primary", "default",
                "channel", "web3_wallet_id", "passkey_id", "enterprise_connection_id",
                "enterprise_connection_name")  # fmt: skip

    strategy: str
    safeIdentifier: str | None
    emailAddressId: str | None
    phoneNumberId: str | None
    primary: bool | None
    default: bool | None

    def __repr__(self) -> str:
        return f"<Factor {self.data.get('strategy')} {self.safeIdentifier or ''}>"


class Verification(Data):
    """How far the proof of one thing got. All fields are None where it was not begun.

    Attributes:
        status: `unverified`, `verified`, `transferable`, `failed` or `expired`.
        strategy: As of `Factor`.
        attempts: How many wrong answers there were.
        expireAt: When the code ends, in milliseconds since the epoch.

    Source: https://clerk.com/docs/reference/javascript/types/verification
    """

    OPTIONAL = ("status", "strategy", "attempts", "expire_at", "nonce", "message", "channel",
                "verified_at_client", "external_verification_redirect_url")  # fmt: skip

    status: str | None
    strategy: str | None
    attempts: int | None
    expireAt: int | None
    nonce: str | None
    verifiedAtClient: str | None

    @property
    def externalVerificationRedirectURL(self) -> str | None:
        """Where to send the user for single sign-on."""
        url: str | None = self.data.get("external_verification_redirect_url")
        return url

    @property
    def error(self) -> ClerkAPIError | None:
        """Why it failed, as of single sign-on that found no account."""
        from ..errors import ClerkAPIError

        data = self.data.get("error")
        return ClerkAPIError(data) if data else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.strategy} {self.status}>"


class SignUpVerification(Verification):
    """The proof of an address or number in a sign-up.

    Attributes:
        nextAction: `needs_prepare`, `needs_attempt` or "".
        supportedStrategies: Ways to do it.
    """

    @property
    def nextAction(self) -> str:
        return self.data.get("next_action") or ""

    @property
    def supportedStrategies(self) -> list[str]:
        return self.data.get("supported_strategies") or []


class SignUpVerifications(Data):
    """The proofs that a sign-up needs.

    Attributes:
        emailAddress, phoneNumber, externalAccount: One each; not begun where none is needed.
    """

    @property
    def emailAddress(self) -> SignUpVerification:
        return SignUpVerification(self.data.get("email_address") or {})

    @property
    def phoneNumber(self) -> SignUpVerification:
        return SignUpVerification(self.data.get("phone_number") or {})

    @property
    def externalAccount(self) -> Verification:
        return Verification(self.data.get("external_account") or {})


class FactorProof(Resource):
    """A proof of who somebody is, by factors: to sign in, or once more in a session."""

    @property
    def supportedFirstFactors(self) -> list[Factor]:
        """What may be used as first factor."""
        return _factors(self.data.get("supported_first_factors"))

    @property
    def supportedSecondFactors(self) -> list[Factor]:
        """What may be used as second factor, once that is needed."""
        return _factors(self.data.get("supported_second_factors"))

    @property
    def firstFactorVerification(self) -> Verification:
        return Verification(self.data.get("first_factor_verification") or {})

    @property
    def secondFactorVerification(self) -> Verification:
        return Verification(self.data.get("second_factor_verification") or {})


def _factors(data: list[dict[str, Any]] | None) -> list[Factor]:
    """Return the factors of a list that may be null."""
    return [Factor(item) for item in data or []]

"""How a user can be reached: e-mail addresses, phone numbers, accounts at other services."""

from __future__ import annotations

from ..data import Tree
from .base import Resource
from .verification import Verification

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Contact(Resource):
    """What all of them have in common."""

    id: str

    @property
    def verification(self) -> Verification:
        return Verification(self.data.get("verification") or {})

    @property
    def isVerified(self) -> bool:
        """Whether it is proven to be the user's. An addition to Clerk's names."""
        return self.verification.status == "verified"

    @property
    def linkedTo(self) -> list[Tree]:
        """What else it came with: `type` and `id`."""
        return [Tree(link) for link in self.data.get("linked_to") or []]

    async def attemptVerification(self, code: str) -> Any:
        """Give the code that was sent.

        Raises:
            ClerkAPIResponseError: Such as `form_code_incorrect`, `verification_expired`.

        Source: POST /v1/me/…/{id}/attempt_verification
        """
        return await self._send("POST", self._path("attempt_verification"), {"code": code})

    async def destroy(self) -> None:
        """Remove it from the user.

        Source: DELETE /v1/me/…/{id}
        """
        await self.clerk.fetch("DELETE", self._path())


class EmailAddress(Contact):
    """An e-mail address of a user.

    Source: https://clerk.com/docs/reference/javascript/types/email-address
    """

    PATH = "/me/email_addresses"
    OPTIONAL = ("matches_sso_connection",)

    emailAddress: str
    matchesSsoConnection: bool | None

    def __str__(self) -> str:
        return self.emailAddress

    async def prepareVerification(self, strategy: str = "email_code") -> EmailAddress:
        """Have a code sent there. Two calls at once are one.

        Source: POST /v1/me/email_addresses/{id}/prepare_verification
        """
        return await self._send("POST", self._path("prepare_verification"), {"strategy": strategy})


class PhoneNumber(Contact):
    """A phone number of a user.

    Attributes:
        reservedForSecondFactor: Whether it serves as second factor only.
        defaultSecondFactor: Whether it is the first choice as such.
        backupCodes: New ones, when it just became a second factor.

    Source: https://clerk.com/docs/reference/javascript/types/phone-number
    """

    PATH = "/me/phone_numbers"
    OPTIONAL = ("reserved_for_second_factor", "default_second_factor", "backup_codes")

    phoneNumber: str
    reservedForSecondFactor: bool | None
    defaultSecondFactor: bool | None
    backupCodes: list[str] | None

    def __str__(self) -> str:
        return self.phoneNumber

    async def prepareVerification(self) -> PhoneNumber:
        """Have a code sent there. Two calls at once are one.

        Source: POST /v1/me/phone_numbers/{id}/prepare_verification
        """
        body = {"strategy": "phone_code"}
        return await self._send("POST", self._path("prepare_verification"), body)

    async def setReservedForSecondFactor(self, reserved: bool) -> PhoneNumber:
        """Let it serve as second factor, or no longer.

        Source: PATCH /v1/me/phone_numbers/{id}
        """
        return await self._send("PATCH", self._path(), {"reservedForSecondFactor": reserved})

    async def makeDefaultSecondFactor(self) -> PhoneNumber:
        """Make it the first choice among second factors.

        Source: PATCH /v1/me/phone_numbers/{id}
        """
        return await self._send("PATCH", self._path(), {"defaultSecondFactor": True})


class ExternalAccount(Contact):
    """An account of the user at another service.

    Attributes:
        provider: Such as `google`.
        emailAddress, username, firstName, lastName, imageUrl, label: As the service has them.
        approvedScopes: What the user allowed, separated by spaces.

    Source: https://clerk.com/docs/reference/javascript/types/external-account
    """

    PATH = "/me/external_accounts"
    OPTIONAL = ("email_address", "username", "first_name", "last_name", "image_url", "label",
                "phone_number", "provider_user_id", "approved_scopes",
                "identification_id")  # fmt: skip

    emailAddress: str | None
    username: str | None

    @property
    def provider(self) -> str:
        return (self.data.get("provider") or "").removeprefix("oauth_")

    @property
    def publicMetadata(self) -> dict[str, Any]:
        return self.data.get("public_metadata") or {}

    def accountIdentifier(self) -> str:
        """Return what the user knows the account by."""
        return self.username or self.emailAddress or self.label or ""

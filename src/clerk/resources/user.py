"""The person who is signed in."""

from __future__ import annotations

from .base import Resource, passkey_module
from .user_organizations import UserOrganizations
from .user_security import UserSecurity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .contacts import EmailAddress, ExternalAccount, PhoneNumber
    from .passkey import Passkey


class User(UserSecurity, UserOrganizations, Resource):
    """A person.

    Attributes:
        username, firstName, lastName, imageUrl, hasImage: As far as they are known.
        passwordEnabled, twoFactorEnabled, totpEnabled, backupCodeEnabled: What they sign in with.
        createOrganizationEnabled, deleteSelfEnabled: What they may do.
        lastSignInAt, createdAt, updatedAt: Milliseconds since the epoch.

    Source: https://clerk.com/docs/reference/javascript/user
    """

    PATH = "/me"
    OPTIONAL = ("image_url", "has_image", "create_organizations_limit", "legal_accepted_at",
                "external_id", "last_sign_in_at", "primary_phone_number_id",
                "primary_web3_wallet_id")  # fmt: skip

    id: str
    externalId: str | None
    username: str | None
    firstName: str | None
    lastName: str | None
    imageUrl: str | None
    hasImage: bool
    primaryEmailAddressId: str | None
    primaryPhoneNumberId: str | None
    passwordEnabled: bool
    twoFactorEnabled: bool
    totpEnabled: bool
    backupCodeEnabled: bool
    createOrganizationEnabled: bool
    createOrganizationsLimit: int | None
    deleteSelfEnabled: bool
    lastSignInAt: int | None
    legalAcceptedAt: int | None
    createdAt: int
    updatedAt: int

    @property
    def fullName(self) -> str | None:
        """First and last name, as far as they are known."""
        names = [self.data.get("first_name"), self.data.get("last_name")]
        return " ".join(name for name in names if name) or None

    @property
    def publicMetadata(self) -> dict[str, Any]:
        return self.data.get("public_metadata") or {}

    @property
    def unsafeMetadata(self) -> dict[str, Any]:
        """What the user may change; not to be relied on."""
        return self.data.get("unsafe_metadata") or {}

    @property
    def emailAddresses(self) -> list[EmailAddress]:
        from .contacts import EmailAddress

        return [EmailAddress(item, self.clerk) for item in self.data.get("email_addresses") or []]

    @property
    def primaryEmailAddress(self) -> EmailAddress | None:
        primary = self.data.get("primary_email_address_id")
        return next((item for item in self.emailAddresses if item.id == primary), None)

    @property
    def hasVerifiedEmailAddress(self) -> bool:
        return any(address.isVerified for address in self.emailAddresses)

    @property
    def phoneNumbers(self) -> list[PhoneNumber]:
        from .contacts import PhoneNumber

        return [PhoneNumber(item, self.clerk) for item in self.data.get("phone_numbers") or []]

    @property
    def primaryPhoneNumber(self) -> PhoneNumber | None:
        primary = self.data.get("primary_phone_number_id")
        return next((item for item in self.phoneNumbers if item.id == primary), None)

    @property
    def hasVerifiedPhoneNumber(self) -> bool:
        return any(number.isVerified for number in self.phoneNumbers)

    @property
    def externalAccounts(self) -> list[ExternalAccount]:
        """The user's accounts at other services."""
        from .contacts import ExternalAccount

        accounts = self.data.get("external_accounts") or []
        return [ExternalAccount(item, self.clerk) for item in accounts]

    @property
    def verifiedExternalAccounts(self) -> list[ExternalAccount]:
        return [account for account in self.externalAccounts if account.isVerified]

    @property
    def passkeys(self) -> list[Passkey]:
        """What the user can sign in with instead of a password."""
        make = passkey_module().Passkey
        return [make(item, self.clerk) for item in self.data.get("passkeys") or []]

    def _path(self, action: str = "") -> str:
        return f"{self.PATH}/{action}" if action else self.PATH

    async def update(self, **fields: Any) -> User:
        """Change the user.

        Args:
            **fields: `username`, `firstName`, `lastName`, `primaryEmailAddressId`,
                `primaryPhoneNumberId`; None removes. `unsafeMetadata` replaces the whole of it;
                see `updateMetadata` for a part.

        Raises:
            ClerkAPIResponseError: Such as `form_username_invalid_character`,
                `session_reverification_required`.

        Source: PATCH /v1/me
        """
        if "unsafeMetadata" not in fields:
            return await self._send("PATCH", self.PATH, fields)
        from ..merge_patch import merge_patch

        wanted = fields.pop("unsafeMetadata")
        user = await (self._send("PATCH", self.PATH, fields) if fields else self.reload())
        changes = merge_patch(user.unsafeMetadata, wanted)
        return await user.updateMetadata(unsafeMetadata=changes) if changes else user

    async def updateMetadata(self, unsafeMetadata: dict[str, Any]) -> User:
        """Change a part of the metadata; None removes a key.

        Args:
            unsafeMetadata: The keys to change, nested ones in nested dicts.

        Source: PATCH /v1/me/metadata
        """
        body = {"unsafeMetadata": unsafeMetadata}
        return await self._send("PATCH", "/me/metadata", body)

    async def setProfileImage(self, file: str | None) -> None:
        """Change or remove the user's picture; `reload` shows the new one.

        Args:
            file: A picture as a data URL (`data:image/png;base64,…`), or None.

        Source: POST, DELETE /v1/me/profile_image
        """
        if file is None:
            await self.clerk.fetch("DELETE", "/me/profile_image")
        else:
            await self.clerk.fetch("POST", "/me/profile_image", file)

    async def delete(self) -> None:
        """Delete the user for ever, and end their sessions.

        Source: DELETE /v1/me
        """
        await self.clerk.fetch("DELETE", self.PATH)
        await self.clerk.reload()

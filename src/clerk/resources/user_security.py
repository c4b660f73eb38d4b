"""What a user signs in with: password, addresses, second factors, and where they are signed in."""

from __future__ import annotations

from ..data import Data, Tree
from .base import Resource, given, no_answer, passkey_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

    from .contacts import EmailAddress, PhoneNumber
    from .passkey import Passkey


class UserSecurity(Resource):
    """A part of `User`.

    Source: https://clerk.com/docs/reference/javascript/user
    """

    async def updatePassword(
        self,
        newPassword: str,
        currentPassword: str | None = None,
        signOutOfOtherSessions: bool | None = None,
    ) -> Self:
        """Set or change the password.

        Args:
            newPassword: The new one.
            currentPassword: The old one, where there is one.
            signOutOfOtherSessions: Whether to end the sessions on all other devices.

        Raises:
            ClerkAPIResponseError: Such as `form_password_incorrect`, `form_password_pwned`.

        Source: POST /v1/me/change_password
        """
        body = given(
            newPassword=newPassword,
            currentPassword=currentPassword,
            signOutOfOtherSessions=signOutOfOtherSessions,
        )
        return await self._send("POST", "/me/change_password", body)

    async def removePassword(self, currentPassword: str) -> Self:
        """Do without a password.

        Source: POST /v1/me/remove_password
        """
        body = {"currentPassword": currentPassword}
        return await self._send("POST", "/me/remove_password", body)

    async def createEmailAddress(self, email: str) -> EmailAddress:
        """Add an address; prove it with its `prepareVerification` and `attemptVerification`.

        Source: POST /v1/me/email_addresses
        """
        from .contacts import EmailAddress

        data = await self.clerk.fetch("POST", "/me/email_addresses/", {"emailAddress": email})
        return EmailAddress(data, self.clerk)

    async def createPhoneNumber(self, phoneNumber: str) -> PhoneNumber:
        """Add a phone number, as `+15555550100`; prove it as an e-mail address.

        Source: POST /v1/me/phone_numbers
        """
        from .contacts import PhoneNumber

        body = {"phoneNumber": phoneNumber}
        data = await self.clerk.fetch("POST", "/me/phone_numbers/", body)
        return PhoneNumber(data, self.clerk)

    async def createPasskey(self) -> Passkey:
        """Add a passkey, in the browser's own dialog; in a page that the user sees.

        Raises:
            ClerkRuntimeError: `passkey_registration_cancelled` when the user closed the dialog,
                `passkey_already_exists` when the authenticator has one of the user's already; else
                as of `SignIn.authenticateWithPasskey`.
            ClerkAPIResponseError: Such as `session_reverification_required`.

        Source: POST /v1/me/passkeys, …/{id}/attempt_verification
        """
        passkey: Passkey = await passkey_module().register(self.clerk)
        return passkey

    async def createTOTP(self) -> TOTP:
        """Begin with an authenticator app; `verifyTOTP` ends it.

        Source: POST /v1/me/totp
        """
        return TOTP(await self.clerk.fetch("POST", "/me/totp"))

    async def verifyTOTP(self, code: str) -> TOTP:
        """Prove that the app shows the right codes; from then on it is a second factor.

        Source: POST /v1/me/totp/attempt_verification
        """
        path = "/me/totp/attempt_verification"
        return TOTP(await self.clerk.fetch("POST", path, {"code": code}))

    async def disableTOTP(self) -> None:
        """Do without the authenticator app.

        Source: DELETE /v1/me/totp
        """
        await self.clerk.fetch("DELETE", "/me/totp")

    async def createBackupCode(self) -> BackupCode:
        """Make new backup codes; older ones are void.

        Source: POST /v1/me/backup_codes
        """
        return BackupCode(await self.clerk.fetch("POST", "/me/backup_codes/"))

    async def getSessions(self) -> list[SessionWithActivities]:
        """Return where the user is signed in, on all devices.

        Source: GET /v1/me/sessions/active
        """
        sessions = await self.clerk.request("GET", "/me/sessions/active")
        if not isinstance(sessions, list):
            raise no_answer()
        return [SessionWithActivities(item, self.clerk) for item in sessions]


class TOTP(Data):
    """An authenticator app.

    Attributes:
        secret: To type in, when it was just created.
        uri: The same for a QR code.
        verified: Whether it is in use.
        backupCodes: New ones, if it brought them.

    Source: https://clerk.com/docs/reference/javascript/types/totp
    """

    OPTIONAL = ("secret", "uri", "backup_codes")

    id: str
    secret: str | None
    uri: str | None
    verified: bool
    backupCodes: list[str] | None


class BackupCode(Data):
    """Codes for when no other second factor is at hand, each good for once.

    Source: https://clerk.com/docs/reference/javascript/types/backup-code
    """

    id: str
    codes: list[str]


class SessionWithActivities(Resource):
    """A session of the user on any device.

    Attributes:
        status: As of `Session`.
        lastActiveAt, expireAt, abandonAt: Milliseconds since the epoch.

    Source: https://clerk.com/docs/reference/javascript/types/session-with-activities
    """

    PATH = "/me/sessions"
    OPTIONAL = ("actor",)

    id: str
    status: str
    lastActiveAt: int
    expireAt: int
    abandonAt: int
    actor: dict[str, Any] | None

    @property
    def latestActivity(self) -> Tree:
        """`browserName`, `deviceType`, `city`, `country`, `ipAddress`, `isMobile` and more."""
        return Tree(NO_ACTIVITY | (self.data.get("latest_activity") or {}))

    async def revoke(self) -> SessionWithActivities:
        """Sign the user out there.

        Source: POST /v1/me/sessions/{id}/revoke
        """
        return await self._send("POST", self._path("revoke"), {})


NO_ACTIVITY: dict[str, Any] = {
    "id": None,
    "is_mobile": False,
    "device_type": None,
    "browser_name": None,
    "browser_version": None,
    "ip_address": None,
    "city": None,
    "country": None,
}

"""Signing up: an attempt that the API keeps until all that it requires is there."""

from __future__ import annotations

from ..errors import ClerkRuntimeError
from .base import Resource, given
from .verification import SignUpVerifications

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class SignUp(Resource):
    """An attempt to sign up.

    Attributes:
        status: `missing_requirements`, `complete` or `abandoned`; None where no attempt is under
            way.
        createdSessionId: For `setActive`, once it is complete.
        createdUserId: The new user.
        emailAddress, phoneNumber, username, firstName, lastName: What was given.

    Source: https://clerk.com/docs/reference/javascript/sign-up
    """

    PATH = "/client/sign_ups"
    OPTIONAL = ("id", "status", "username", "email_address", "phone_number", "first_name",
                "last_name", "created_session_id", "created_user_id", "abandon_at", "external_id",
                "legal_accepted_at", "locale", "protect_check", "web3_wallet")  # fmt: skip

    id: str | None
    status: str | None
    username: str | None
    emailAddress: str | None
    phoneNumber: str | None
    firstName: str | None
    lastName: str | None
    createdSessionId: str | None
    createdUserId: str | None
    legalAcceptedAt: int | None

    @property
    def requiredFields(self) -> list[str]:
        return self.data.get("required_fields") or []

    @property
    def optionalFields(self) -> list[str]:
        return self.data.get("optional_fields") or []

    @property
    def missingFields(self) -> list[str]:
        """What is required and was not given yet, by its name on the wire."""
        return self.data.get("missing_fields") or []

    @property
    def unverifiedFields(self) -> list[str]:
        """What was given and has to be proven yet: `email_address`, `phone_number`."""
        return self.data.get("unverified_fields") or []

    @property
    def verifications(self) -> SignUpVerifications:
        return SignUpVerifications(self.data.get("verifications") or {})

    @property
    def hasPassword(self) -> bool:
        return bool(self.data.get("has_password") or self.data.get("password_enabled"))

    @property
    def unsafeMetadata(self) -> dict[str, Any]:
        return self.data.get("unsafe_metadata") or {}

    async def create(self, **fields: Any) -> SignUp:
        """Begin a new attempt.

        Args:
            **fields: `emailAddress`, `phoneNumber`, `username`, `password`, `firstName`,
                `lastName`, `unsafeMetadata` (a dict), `legalAccepted`, `locale`; `strategy` and
                `ticket` for an invitation; `transfer=True` for the user that a sign-in by single
                sign-on did not find.

        Raises:
            ClerkAPIResponseError: Such as `form_identifier_exists`, `form_password_pwned`.

        Source: POST /v1/client/sign_ups
        """
        return await self._send("POST", self.PATH, fields)

    async def update(self, **fields: Any) -> SignUp:
        """Give more, or something else.

        Args:
            **fields: As of `create`.

        Source: PATCH /v1/client/sign_ups/{id}
        """
        return await self._send("PATCH", self._begun(), fields)

    async def upsert(self, **fields: Any) -> SignUp:
        """Update the attempt under way, or begin one."""
        return await (self.update(**fields) if self.id else self.create(**fields))

    async def prepareVerification(self, strategy: str) -> SignUp:
        """Have a code sent. Two calls at once for the same are one.

        Args:
            strategy: `email_code` or `phone_code`.

        Source: POST /v1/client/sign_ups/{id}/prepare_verification
        """
        path = self._begun("prepare_verification")
        return await self._send("POST", path, {"strategy": strategy})

    async def attemptVerification(self, strategy: str, code: str) -> SignUp:
        """Give the code.

        Args:
            strategy: `email_code` or `phone_code`.
            code: What the user gave.

        Raises:
            ClerkAPIResponseError: Such as `form_code_incorrect`, `verification_expired`.

        Source: POST /v1/client/sign_ups/{id}/attempt_verification
        """
        path = self._begun("attempt_verification")
        return await self._send("POST", path, {"code": code, "strategy": strategy})

    async def prepareEmailAddressVerification(self, strategy: str = "email_code") -> SignUp:
        """As `prepareVerification`, for the e-mail address."""
        return await self.prepareVerification(strategy)

    async def attemptEmailAddressVerification(self, code: str) -> SignUp:
        """As `attemptVerification`, for the e-mail address."""
        return await self.attemptVerification("email_code", code)

    async def preparePhoneNumberVerification(self, strategy: str = "phone_code") -> SignUp:
        """As `prepareVerification`, for the phone number."""
        return await self.prepareVerification(strategy)

    async def attemptPhoneNumberVerification(self, code: str) -> SignUp:
        """As `attemptVerification`, for the phone number."""
        return await self.attemptVerification("phone_code", code)

    async def reload(self, rotatingTokenNonce: str | None = None) -> SignUp:
        """Ask the API how far the attempt is.

        Args:
            rotatingTokenNonce: What single sign-on ended with; the device gets a new token for it.

        Source: GET /v1/client/sign_ups/{id}
        """
        path = self._begun()
        data = await self.clerk.fetch("GET", path, reload=True, nonce=rotatingTokenNonce)
        return SignUp(data, self.clerk)

    async def authenticateWithRedirect(
        self,
        strategy: str,
        emailAddress: str | None = None,
        continueSignUp: bool = False,
        unsafeMetadata: dict[str, Any] | None = None,
        legalAccepted: bool | None = None,
        oidcPrompt: str | None = None,
        enterpriseConnectionId: str | None = None,
    ) -> None:
        """Sign up with an account at another service; see `SignIn.authenticateWithRedirect`.

        Args:
            strategy: Such as `oauth_google`, or `enterprise_sso`.
            emailAddress: The address, for `enterprise_sso`.
            continueSignUp: Go on with the attempt under way instead of beginning a new one.
            unsafeMetadata: For the new user.
            legalAccepted: Whether they accepted the terms.
            oidcPrompt: What the service is to ask, such as `select_account`.
            enterpriseConnectionId: Which connection, where there are several.

        Raises:
            ClerkRuntimeError, ClerkAPIResponseError: As there.
        """
        await self.clerk.authenticate_with_redirect(
            "sign_up",
            given(strategy=strategy),
            given(
                unsafeMetadata=unsafeMetadata,
                emailAddress=emailAddress,
                legalAccepted=legalAccepted,
                oidcPrompt=oidcPrompt,
                enterpriseConnectionId=enterpriseConnectionId,
            ),
            continueSignUp,
        )

    def _begun(self, action: str = "") -> str:
        if not self.id:
            raise ClerkRuntimeError(
                "no attempt under way: call signUp.create() first", "no_sign_up"
            )
        return self._path(action)

"""Signing in: an attempt that the API keeps, so that a closed popup loses nothing."""

from __future__ import annotations

from ..data import Tree
from ..errors import ClerkRuntimeError, refuse_options
from .base import given, passkey_module
from .verification import FactorProof

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class SignIn(FactorProof):
    """An attempt to sign in.

    Attributes:
        status: `needs_identifier`, `needs_first_factor`, `needs_second_factor`,
            `needs_client_trust` (a second factor, since the device is new), `needs_new_password`,
            `complete` or `abandoned`; None where no attempt is under way.
        identifier: What the user gave.
        createdSessionId: For `setActive`, once it is complete.

    Source: https://clerk.com/docs/reference/javascript/sign-in
    """

    PATH = "/client/sign_ins"
    OPTIONAL = ("id", "status", "identifier", "created_session_id", "client_trust_state",
                "abandon_at", "protect_check")  # fmt: skip

    id: str | None
    status: str | None
    identifier: str | None
    createdSessionId: str | None
    clientTrustState: str | None

    @property
    def supportedIdentifiers(self) -> list[str]:
        return self.data.get("supported_identifiers") or []

    @property
    def userData(self) -> Tree:
        """`firstName`, `lastName`, `imageUrl` and `hasImage` of who signs in, as far as known."""
        return Tree(NO_USER_DATA | (self.data.get("user_data") or {}))

    async def create(
        self,
        identifier: str | None = None,
        strategy: str | None = None,
        password: str | None = None,
        ticket: str | None = None,
        transfer: bool | None = None,
        redirectUrl: str | None = None,
        actionCompleteRedirectUrl: str | None = None,
    ) -> SignIn:
        """Begin a new attempt.

        Args:
            identifier: An e-mail address, phone number or username.
            strategy: Such as `password` or `ticket`, to give the first factor at once.
            password: The user's password, for the strategy `password`.
            ticket: A sign-in token, for the strategy `ticket`.
            transfer: Go on with the account that a sign-up by single sign-on turned out to have.
            redirectUrl: Where single sign-on leads when something is missing yet.
            actionCompleteRedirectUrl: Where it leads when it is complete.

        Raises:
            ClerkAPIResponseError: Such as `form_identifier_not_found`, `form_password_incorrect`,
                `session_exists`, `identifier_already_signed_in`.

        Source: POST /v1/client/sign_ins
        """
        refuse_options(identifier, "signIn.create(identifier=…)")
        body = given(
            strategy=strategy,
            identifier=identifier,
            password=password,
            ticket=ticket,
            transfer=transfer,
            redirectUrl=redirectUrl,
            actionCompleteRedirectUrl=actionCompleteRedirectUrl,
        )
        return await self._send("POST", self.PATH, body)

    async def prepareFirstFactor(
        self,
        strategy: str,
        emailAddressId: str | None = None,
        phoneNumberId: str | None = None,
        **more: Any,
    ) -> SignIn:
        """Have a code sent. Two calls at once for the same are one.

        Args:
            strategy: `email_code`, `phone_code`, `reset_password_email_code`,
                `reset_password_phone_code` or another of `supportedFirstFactors`.
            emailAddressId: Where to, from `supportedFirstFactors`.
            phoneNumberId: The same for a phone.
            **more: What other strategies take, by Clerk's names.

        Source: POST /v1/client/sign_ins/{id}/prepare_first_factor
        """
        body = given(emailAddressId=emailAddressId, phoneNumberId=phoneNumberId, **more)
        return await self._step("prepare_first_factor", body | {"strategy": strategy})

    async def attemptFirstFactor(
        self,
        strategy: str,
        code: str | None = None,
        password: str | None = None,
        publicKeyCredential: str | None = None,
    ) -> SignIn:
        """Give a code, the password or what a passkey signed.

        Args:
            strategy: Of the factor.
            code: What was sent to the user.
            password: The user's password.
            publicKeyCredential: The authenticator's answer, as JSON; `authenticateWithPasskey`
                gets and gives it.

        Raises:
            ClerkAPIResponseError: Such as `form_code_incorrect`, `verification_expired`.

        Source: POST /v1/client/sign_ins/{id}/attempt_first_factor
        """
        body = given(
            strategy=strategy,
            code=code,
            password=password,
            publicKeyCredential=publicKeyCredential,
        )
        return await self._step("attempt_first_factor", body)

    async def prepareSecondFactor(
        self, strategy: str, phoneNumberId: str | None = None, emailAddressId: str | None = None
    ) -> SignIn:
        """Have the code of a second factor sent. Two calls at once for the same are one.

        Args:
            strategy: `phone_code` or `email_code`.
            phoneNumberId: Where to, from `supportedSecondFactors`.
            emailAddressId: The same for an e-mail address.

        Source: POST /v1/client/sign_ins/{id}/prepare_second_factor
        """
        body = given(strategy=strategy, phoneNumberId=phoneNumberId, emailAddressId=emailAddressId)
        return await self._step("prepare_second_factor", body)

    async def attemptSecondFactor(self, strategy: str, code: str) -> SignIn:
        """Give the code of a second factor.

        Args:
            strategy: `totp`, `phone_code`, `email_code` or `backup_code`.
            code: What the user gave.

        Source: POST /v1/client/sign_ins/{id}/attempt_second_factor
        """
        return await self._step("attempt_second_factor", {"strategy": strategy, "code": code})

    async def resetPassword(
        self, password: str, signOutOfOtherSessions: bool | None = None
    ) -> SignIn:
        """Give a new password, when the status is `needs_new_password`.

        Args:
            password: The new one.
            signOutOfOtherSessions: Whether to end the user's sessions on all other devices.

        Source: POST /v1/client/sign_ins/{id}/reset_password
        """
        body = given(password=password, signOutOfOtherSessions=signOutOfOtherSessions)
        return await self._step("reset_password", body)

    async def reload(self, rotatingTokenNonce: str | None = None) -> SignIn:
        """Ask the API how far the attempt is.

        Args:
            rotatingTokenNonce: What single sign-on ended with; the device gets a new token for it.

        Source: GET /v1/client/sign_ins/{id}
        """
        path = self._begun()
        data = await self.clerk.fetch("GET", path, reload=True, nonce=rotatingTokenNonce)
        return SignIn(data, self.clerk)

    async def authenticateWithRedirect(
        self,
        strategy: str,
        identifier: str | None = None,
        continueSignIn: bool = False,
        oidcPrompt: str | None = None,
        enterpriseConnectionId: str | None = None,
    ) -> None:
        """Sign in at another service, in a window that Chrome opens and closes.

        All of it runs in the background: a popup may close meanwhile, as it does when it loses
        the focus. When it ends well somebody is signed in, or `client.signIn` or `client.signUp`
        says what is missing.

        Args:
            strategy: Such as `oauth_google`, or `enterprise_sso`.
            identifier: The e-mail address, for `enterprise_sso`.
            continueSignIn: Go on with the attempt under way instead of beginning a new one.
            oidcPrompt: What the service is to ask, such as `select_account`.
            enterpriseConnectionId: Which connection, where there are several.

        Raises:
            ClerkRuntimeError: `sso_cancelled` when the user closed the window,
                `oauth_access_denied` when they refused.
            ClerkAPIResponseError: The API refused, such as for a strategy that is not enabled.
        """
        await self.clerk.authenticate_with_redirect(
            "sign_in",
            given(strategy=strategy, identifier=identifier),
            given(oidcPrompt=oidcPrompt, enterpriseConnectionId=enterpriseConnectionId),
            continueSignIn,
        )

    async def authenticateWithPasskey(self, flow: str | None = None) -> SignIn:
        """Have the user sign in with a passkey, in the browser's own dialog.

        Call it in a page that the user sees: the background shows no dialog. A popup may close
        when the dialog takes the focus; a tab or the side panel stays.

        Args:
            flow: `discoverable` begins a new attempt, and the passkey says who signs in; None goes
                on with the attempt under way, whose `supportedFirstFactors` has to have `passkey`.

        Returns:
            The attempt; once it is complete, `setActive` takes its session.

        Raises:
            ClerkRuntimeError: `passkey_retrieval_cancelled` when the user closed the dialog,
                `passkey_invalid_rpID_or_domain` when the manifest has no host permission for the
                domain of the instance's passkeys, `passkey_not_supported` where no dialog can be.
            ClerkAPIResponseError: The API refused, such as for a passkey that was removed.

        Source: POST /v1/client/sign_ins and …/prepare_first_factor, …/attempt_first_factor
        """
        attempt: SignIn = await passkey_module().authenticate(self, flow)
        return attempt

    def _begun(self, action: str = "") -> str:
        if not self.id:
            raise ClerkRuntimeError(
                "no attempt under way: call signIn.create() first", "no_sign_in"
            )
        return self._path(action)

    async def _step(self, action: str, body: dict[str, Any]) -> SignIn:
        return await self._send("POST", self._begun(action), body)


NO_USER_DATA = {"first_name": None, "last_name": None, "image_url": None, "has_image": False}

"""A signed-in user on this device."""

from __future__ import annotations

from ..data import Tree
from ..errors import refuse_options
from .base import UNSET, Resource, Unset, given, passkey_module
from .user import User

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..tokens import Token
    from .session_verification import SessionVerification


class Session(Resource):
    """A signed-in user on this device.

    Attributes:
        status: `active`; `pending` while a task is left; `ended`, `removed`, `revoked`, `expired`,
            `abandoned` or `replaced` when it is over.
        expireAt, abandonAt, lastActiveAt, createdAt, updatedAt: Milliseconds since the epoch.
        lastActiveOrganizationId: The active organization; None for the personal account.
        factorVerificationAge: Minutes since the first and the second factor were proven, -1 where
            there is none.
        actor: Who impersonates the user, as claims, if somebody does.

    Source: https://clerk.com/docs/reference/javascript/session
    """

    PATH = "/client/sessions"
    OPTIONAL = ("actor", "last_active_organization_id", "factor_verification_age", "created_at",
                "updated_at")  # fmt: skip

    id: str
    status: str
    expireAt: int
    abandonAt: int
    lastActiveAt: int
    createdAt: int | None
    updatedAt: int | None
    lastActiveOrganizationId: str | None
    factorVerificationAge: list[int] | None
    actor: dict[str, Any] | None

    @property
    def user(self) -> User | None:
        data = self.data.get("user")
        return User(data, self.clerk) if data else None

    @property
    def publicUserData(self) -> Tree:
        return Tree(self.data.get("public_user_data") or {})

    @property
    def tasks(self) -> list[Tree]:
        """What is left to do while the session is pending; `key` says what.

        `choose-organization`, `reset-password` or `setup-mfa`.
        """
        return [Tree(task) for task in self.data.get("tasks") or []]

    @property
    def currentTask(self) -> Tree | None:
        """The first of `tasks`."""
        return self.tasks[0] if self.tasks else None

    @property
    def agent(self) -> dict[str, Any] | None:
        """The actor, where that is a program and no person."""
        return self.actor if self.actor and self.actor.get("type") == "agent" else None

    @property
    def lastActiveToken(self) -> Token | None:
        """The freshest token of the active organization, expired or not."""
        return self.clerk.tokens.get((self.id, None, self.lastActiveOrganizationId or None))

    async def getToken(
        self,
        template: str | None = None,
        organizationId: str | Unset | None = UNSET,
        skipCache: bool = False,
        leewayInSeconds: float | None = None,
    ) -> str | None:
        """Return a session token that is good to send, or None when nobody is signed in.

        While the token at hand has enough life left, no request is made; those that ask at once
        share one request. A token that is asked for again and again is replaced before it expires.

        Args:
            template: Name of a JWT template of the instance.
            organizationId: Another organization than the active one; None or "" for the personal
                account.
            skipCache: Ask for a new token in any case.
            leewayInSeconds: Least life in seconds that the token is to have left.

        Raises:
            ClerkAPIResponseError: The API refused, such as for an unknown template.
            ClerkOfflineError: The API cannot be reached.
            ClerkTimeoutError: The API did not answer in time.

        Source: POST /v1/client/sessions/{id}/tokens
        """
        refuse_options(template, "getToken(template=…)")
        if isinstance(organizationId, Unset):
            organizationId = self.lastActiveOrganizationId
        organization = organizationId or None
        slot = (self.id, template, None if template else organization)
        return await self.clerk.get_token(slot, skipCache, leewayInSeconds)

    def clearCache(self) -> None:
        """Forget the tokens of this session, so that the next `getToken` asks for one."""
        self.clerk.clear_tokens(self.id)

    def checkAuthorization(
        self,
        role: str | Unset | None = UNSET,
        permission: str | Unset | None = UNSET,
        feature: str | Unset | None = UNSET,
        plan: str | Unset | None = UNSET,
        reverification: str | dict[str, Any] | Unset | None = UNSET,
    ) -> bool:
        """Return whether the user may do something in the active organization.

        All that is asked for has to hold; what cannot be told does not, None included. It shows or
        hides a button; what counts is the server's own check of the token.

        Args:
            role: Such as `org:admin`.
            permission: Such as `org:invoices:create`.
            feature: A feature, or one of a scope, such as `org:reports`.
            plan: A plan, or one of a scope, such as `org:gold`.
            reverification: How recently who they are has to be proven: `strict_mfa`, `strict`,
                `moderate`, `lax`, or a dict with `level` (`first_factor`, `second_factor`,
                `multi_factor`) and `afterMinutes`.
        """
        from ..authorization import check_authorization

        refuse_options(role, "checkAuthorization(role=…)")

        asked = {"role": role, "permission": permission, "feature": feature, "plan": plan,
                 "reverification": reverification}  # fmt: skip
        return check_authorization(self, {n: v for n, v in asked.items() if v is not UNSET})

    async def touch(self, intent: str | None = None) -> Session:
        """Make this the active session.

        Args:
            intent: Why, as the API may want to know: `select_session`, `select_org` or `focus`.

        Source: POST /v1/client/sessions/{id}/touch
        """
        return await self._touch(self.lastActiveOrganizationId, intent)

    async def select_organization(self, organization: str | None) -> Session:
        """Make this the active session, with an organization by id or slug, or without."""
        return await self._touch(organization, "select_org")

    async def _touch(self, organization: str | None, intent: str | None) -> Session:
        body = {"activeOrganizationId": organization} | given(intent=intent)
        return await self._send("POST", self._path("touch"), body)

    async def end(self) -> Session:
        """End the session; it can be seen among the user's past ones.

        Source: POST /v1/client/sessions/{id}/end
        """
        return await self._send("POST", self._path("end"))

    async def remove(self) -> Session:
        """Sign this session out.

        Source: POST /v1/client/sessions/{id}/remove
        """
        return await self._send("POST", self._path("remove"))

    async def startVerification(self, level: str) -> SessionVerification:
        """Have the user prove once more who they are, as the server may demand.

        Args:
            level: `first_factor`, `second_factor` or `multi_factor`.

        Source: POST /v1/client/sessions/{id}/verify
        """
        return await self._verify("", {"level": level})

    async def prepareFirstFactorVerification(
        self, strategy: str, emailAddressId: str | None = None, phoneNumberId: str | None = None
    ) -> SessionVerification:
        """Have a code sent. Two calls at once for the same are one.

        Args:
            strategy: `email_code` or `phone_code`.
            emailAddressId: Where to, from `supportedFirstFactors`.
            phoneNumberId: The same for a phone.

        Source: POST /v1/client/sessions/{id}/verify/prepare_first_factor
        """
        body = given(emailAddressId=emailAddressId, phoneNumberId=phoneNumberId)
        return await self._verify("/prepare_first_factor", body | {"strategy": strategy})

    async def attemptFirstFactorVerification(
        self,
        strategy: str,
        code: str | None = None,
        password: str | None = None,
        publicKeyCredential: str | None = None,
    ) -> SessionVerification:
        """Give a code, the password or what a passkey signed; arguments as of `SignIn`.

        Source: POST /v1/client/sessions/{id}/verify/attempt_first_factor
        """
        body = given(
            strategy=strategy,
            code=code,
            password=password,
            publicKeyCredential=publicKeyCredential,
        )
        return await self._verify("/attempt_first_factor", body)

    async def verifyWithPasskey(self) -> SessionVerification:
        """Have the user prove it with a passkey, after `startVerification`.

        Raises:
            ClerkError: As of `SignIn.authenticateWithPasskey`.

        Source: POST /v1/client/sessions/{id}/verify/prepare_first_factor, …/attempt_first_factor
        """
        verification: SessionVerification = await passkey_module().verify(self)
        return verification

    async def prepareSecondFactorVerification(
        self, strategy: str, phoneNumberId: str | None = None
    ) -> SessionVerification:
        """Have the code of a second factor sent. Two calls at once for the same are one.

        Source: POST /v1/client/sessions/{id}/verify/prepare_second_factor
        """
        body = given(strategy=strategy, phoneNumberId=phoneNumberId)
        return await self._verify("/prepare_second_factor", body)

    async def attemptSecondFactorVerification(
        self, strategy: str, code: str
    ) -> SessionVerification:
        """Give the code of a second factor: `totp`, `phone_code` or `backup_code`.

        Source: POST /v1/client/sessions/{id}/verify/attempt_second_factor
        """
        body = {"strategy": strategy, "code": code}
        return await self._verify("/attempt_second_factor", body)

    async def _verify(self, step: str, body: dict[str, Any]) -> SessionVerification:
        from .session_verification import SessionVerification

        data = await self.clerk.fetch("POST", self._path("verify") + step, body)
        return SessionVerification(data, self.clerk)

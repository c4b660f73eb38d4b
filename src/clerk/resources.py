"""Clerk's resources: views of what the Frontend API sent, with Clerk's camelCase names.

`user.primaryEmailAddressId` reads `primary_email_address_id`. Times are integers, milliseconds
since the epoch. Resources are not changed: after each answer the client holds new ones.

Source: https://clerk.com/docs/reference/javascript/overview
"""

from __future__ import annotations

from .errors import ClerkRuntimeError
from .fapi import snake_case
from .tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .clerk import Clerk


class Unset:
    """The type of `UNSET`: an argument that was not given, where None means something."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Resource:
    """One resource.

    Args:
        data: What the API sent.
        clerk: The client that it belongs to; requests go through it.
    """

    def __init__(self, data: dict[str, Any], clerk: Clerk) -> None:
        self.data = data
        self.clerk = clerk

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name in ("data", "clerk"):
            raise AttributeError(name)
        try:
            return self.data[snake_case(name)]
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no {name!r}") from None

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.data == self.data

    def __hash__(self) -> int:
        return hash(self.data.get("id"))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.data.get('id')}>"


def response_of(payload: Any, optional: bool = False) -> Any:
    """Return the data of the resource that an answer is about.

    Args:
        payload: What the API sent.
        optional: Whether it may be null.

    Raises:
        ClerkRuntimeError: This is no answer of the API, such as a proxy's page with status 200;
            code `unknown_answer`.
    """
    if isinstance(payload, dict) and "response" in payload:
        response = payload["response"]
        if isinstance(response, dict) or (optional and response is None):
            return response
    raise ClerkRuntimeError("this is no answer of Clerk's Frontend API", "unknown_answer")


class EmailAddress(Resource):
    """One of a user's e-mail addresses."""

    id: str
    emailAddress: str


class User(Resource):
    """The user of a session.

    Source: https://clerk.com/docs/reference/javascript/user
    """

    id: str
    username: str | None
    firstName: str | None
    lastName: str | None
    imageUrl: str
    hasImage: bool
    primaryEmailAddressId: str | None

    @property
    def fullName(self) -> str | None:
        """First and last name, as far as they are known."""
        names = [self.data.get("first_name"), self.data.get("last_name")]
        return " ".join(name for name in names if name) or None

    @property
    def emailAddresses(self) -> list[EmailAddress]:
        return [EmailAddress(item, self.clerk) for item in self.data.get("email_addresses") or []]

    @property
    def primaryEmailAddress(self) -> EmailAddress | None:
        for address in self.emailAddresses:
            if address.id == self.data.get("primary_email_address_id"):
                return address
        return None


class Session(Resource):
    """A signed-in user on this device.

    Source: https://clerk.com/docs/reference/javascript/session
    """

    id: str
    status: str
    expireAt: int
    abandonAt: int
    lastActiveAt: int
    lastActiveOrganizationId: str | None

    @property
    def user(self) -> User | None:
        data = self.data.get("user")
        return User(data, self.clerk) if data else None

    @property
    def lastActiveToken(self) -> Token | None:
        """The freshest token of the active organization, expired or not."""
        return self.clerk.tokens.get((self.id, None, self.data.get("last_active_organization_id")))

    async def getToken(
        self,
        template: str | None = None,
        organizationId: str | Unset | None = UNSET,
        skipCache: bool = False,
        leewayInSeconds: float | None = None,
    ) -> str | None:
        """Return a session token that is good to send, or None when nobody is signed in.

        While the token at hand has enough life left, no request is made; those that ask at once
        share one request.

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
        if isinstance(organizationId, Unset):
            organizationId = self.data.get("last_active_organization_id")
        organization = organizationId or None
        slot = (self.id, template, None if template else organization)
        return await self.clerk.get_token(slot, skipCache, leewayInSeconds)

    async def touch(self) -> Session:
        """Make this the active session.

        Source: POST /v1/client/sessions/{id}/touch
        """
        body = {
            "activeOrganizationId": self.data.get("last_active_organization_id"),
            "intent": "select_session",
        }
        payload = await self.clerk.request("POST", f"/client/sessions/{self.id}/touch", body=body)
        return Session(response_of(payload), self.clerk)

    async def end(self) -> Session:
        """End the session; it can be seen among the user's past ones.

        Source: POST /v1/client/sessions/{id}/end
        """
        return await self._stop("end")

    async def remove(self) -> Session:
        """Sign this session out.

        Source: POST /v1/client/sessions/{id}/remove
        """
        return await self._stop("remove")

    async def _stop(self, how: str) -> Session:
        payload = await self.clerk.request("POST", f"/client/sessions/{self.id}/{how}", body={})
        return Session(response_of(payload), self.clerk)


class SignIn(Resource):
    """An attempt to sign in; the server keeps it, so a closed popup loses nothing.

    Source: https://clerk.com/docs/reference/javascript/sign-in
    """

    id: str | None
    status: str | None
    identifier: str | None
    createdSessionId: str | None

    @property
    def supportedFirstFactors(self) -> list[dict[str, Any]]:
        """What may be used to sign in, as sent: `strategy` and more."""
        return self.data.get("supported_first_factors") or []

    async def create(
        self,
        identifier: str | None = None,
        strategy: str | None = None,
        password: str | None = None,
    ) -> SignIn:
        """Begin a new attempt.

        Args:
            identifier: An e-mail address, phone number or username.
            strategy: Such as `password`, to give the first factor at once.
            password: The user's password, for the strategy `password`.

        Raises:
            ClerkAPIResponseError: Such as `form_identifier_not_found`, `form_password_incorrect`.

        Source: POST /v1/client/sign_ins
        """
        fields = {"strategy": strategy, "identifier": identifier, "password": password}
        return await self._post("/client/sign_ins", fields)

    async def prepareFirstFactor(self, strategy: str, emailAddressId: str | None = None) -> SignIn:
        """Have a code sent.

        Args:
            strategy: `email_code` or another of `supportedFirstFactors` that sends one.
            emailAddressId: Where to, from `supportedFirstFactors`.

        Source: POST /v1/client/sign_ins/{id}/prepare_first_factor
        """
        fields = {"strategy": strategy, "emailAddressId": emailAddressId}
        return await self._post(f"/client/sign_ins/{self._id()}/prepare_first_factor", fields)

    async def attemptFirstFactor(
        self, strategy: str, code: str | None = None, password: str | None = None
    ) -> SignIn:
        """Give a code or the password.

        Raises:
            ClerkAPIResponseError: Such as `form_code_incorrect`, `verification_expired`.

        Source: POST /v1/client/sign_ins/{id}/attempt_first_factor
        """
        fields = {"strategy": strategy, "code": code, "password": password}
        return await self._post(f"/client/sign_ins/{self._id()}/attempt_first_factor", fields)

    def _id(self) -> str:
        if not self.data.get("id"):
            raise ValueError("no attempt under way: call signIn.create() first")
        return str(self.data["id"])

    async def _post(self, path: str, fields: dict[str, str | None]) -> SignIn:
        body = {name: value for name, value in fields.items() if value is not None}
        payload = await self.clerk.request("POST", path, body=body)
        return SignIn(response_of(payload), self.clerk)


# An attempt that was not begun, as the API's null.
NO_SIGN_IN = {"id": None, "status": None, "identifier": None, "created_session_id": None}


class Client(Resource):
    """This device: its sessions and the attempt under way.

    Source: https://clerk.com/docs/reference/javascript/client
    """

    id: str
    lastActiveSessionId: str | None

    @property
    def sessions(self) -> list[Session]:
        return [Session(item, self.clerk) for item in self.data.get("sessions") or []]

    @property
    def signedInSessions(self) -> list[Session]:
        return [s for s in self.sessions if s.status in ("active", "pending")]

    @property
    def signIn(self) -> SignIn:
        return SignIn(self.data.get("sign_in") or NO_SIGN_IN, self.clerk)

    async def reload(self) -> Client | None:
        """Ask the API how things are; return the client as it is now.

        Source: GET /v1/client
        """
        await self.clerk.reload()
        return self.clerk.client

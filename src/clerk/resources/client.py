"""This device as the API knows it."""

from __future__ import annotations

from .base import Resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .session import Session
    from .sign_in import SignIn
    from .sign_up import SignUp


class Client(Resource):
    """This device: its sessions and the attempts under way.

    Source: https://clerk.com/docs/reference/javascript/client
    """

    OPTIONAL = (
        "last_active_session_id",
        "cookie_expires_at",
        "last_authentication_strategy",
        "captcha_bypass",
    )

    id: str
    lastActiveSessionId: str | None
    lastAuthenticationStrategy: str | None
    cookieExpiresAt: int | None
    createdAt: int
    updatedAt: int

    @property
    def sessions(self) -> list[Session]:
        sessions = self.data.get("sessions")
        if not sessions:
            return []
        from .session import Session

        return [Session(item, self.clerk) for item in sessions]

    @property
    def signedInSessions(self) -> list[Session]:
        """The sessions that live, those included that wait for a task such as a second factor."""
        return [s for s in self.sessions if s.status in ("active", "pending")]

    @property
    def signIn(self) -> SignIn:
        """The attempt to sign in; one without an id where none is under way."""
        from .sign_in import SignIn

        return SignIn(self.data.get("sign_in") or {}, self.clerk)

    @property
    def signUp(self) -> SignUp:
        """The attempt to sign up; one without an id where none is under way."""
        from .sign_up import SignUp

        return SignUp(self.data.get("sign_up") or {}, self.clerk)

    async def create(self) -> Client:
        """Make the API know this device.

        Source: PUT /v1/client
        """
        await self.clerk.request("PUT", "/client")
        return self.clerk.client

    async def destroy(self) -> None:
        """End all sessions and have the API forget this device.

        Source: DELETE /v1/client
        """
        await self.clerk.request("DELETE", "/client")

    async def removeSessions(self) -> Client:
        """End all sessions of this device.

        Source: DELETE /v1/client/sessions
        """
        await self.clerk.request("DELETE", "/client/sessions")
        return self.clerk.client

    async def reload(self) -> Client:
        """Ask the API how things are.

        Source: GET /v1/client
        """
        await self.clerk.reload()
        return self.clerk.client


# A device that the API does not know.
NO_CLIENT: dict[str, Any] = {"id": None, "sessions": [], "sign_in": None, "sign_up": None,
             "last_active_session_id": None, "created_at": None, "updated_at": None}  # fmt: skip

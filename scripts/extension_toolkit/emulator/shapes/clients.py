"""The JSON form of clients and sessions."""

from __future__ import annotations

from ..json_types import JsonObject
from ..models import Client, Reverification, Session, SignIn, SignUp, User
from ..state import Instance
from ..tokens import factor_verification_age
from . import attempts, users
from .public_users import public_user_data
from .times import milliseconds
from .verifications import verification


class Shapes:
    """Gives the JSON form of an instance's objects, as one caller sees them.

    Args:
        instance: Whose objects.
        origin: Origin of the request; it goes into the session tokens inside clients.
    """

    def __init__(self, instance: Instance, origin: str | None) -> None:
        self._instance = instance
        self._origin = origin

    def client(self, client: Client) -> JsonObject:
        """Return a client with its live sessions, each with a fresh token."""
        sessions = self._instance.live_sessions(client)
        return {
            "object": "client",
            "id": client.id,
            "sessions": [self.session(session) for session in sessions],
            "sign_in": self.sign_in(client.sign_in) if client.sign_in else None,
            "sign_up": self.sign_up(client.sign_up) if client.sign_up else None,
            "last_active_session_id": client.last_active_session_id,
            "last_authentication_strategy": client.last_authentication_strategy,
            "cookie_expires_at": None,
            "captcha_bypass": False,
            "created_at": milliseconds(client.created_at),
            "updated_at": milliseconds(client.updated_at),
        }

    def session(self, session: Session) -> JsonObject:
        """Return a session; one that is over carries no token."""
        return {
            **self._session_base(session),
            "last_active_organization_id": session.last_active_organization_id,
            "user": self.user(session.user),
            "public_user_data": public_user_data(self._instance, session.user),
            "factor_verification_age": factor_verification_age(session, self._instance.now()),
            "created_at": milliseconds(session.created_at),
            "updated_at": milliseconds(session.updated_at),
        }

    def session_with_activity(self, session: Session) -> JsonObject:
        """Return a session as the list of a user's devices shows it."""
        return {
            **self._session_base(session),
            "latest_activity": {
                "object": "session_activity",
                "id": f"sess_activity_{session.id.partition('_')[2]}",
                "device_type": "Computer",
                "is_mobile": False,
                "browser_name": "Chrome",
                "browser_version": "",
                "ip_address": "127.0.0.1",
                "city": "",
                "country": "",
            },
        }

    def token(self, session: Session, organization_id: str | None = None) -> JsonObject:
        """Return a fresh session token.

        Args:
            session: Whose token.
            organization_id: The organization it is for, or None for the personal account.
        """
        return {
            "object": "token",
            "jwt": self._instance.tokens.session_token(
                session,
                self._instance.organizations.get(organization_id or ""),
                now=self._instance.now(),
                origin=self._origin,
                settings=self._instance.settings,
            ),
        }

    def user(self, user: User) -> JsonObject:
        """Return a user."""
        return users.user(self._instance, user)

    def sign_in(self, sign_in: SignIn) -> JsonObject:
        """Return an attempt to sign in."""
        return attempts.sign_in(self._instance, sign_in)

    def sign_up(self, sign_up: SignUp) -> JsonObject:
        """Return an attempt to sign up."""
        return attempts.sign_up(self._instance, sign_up)

    def reverification(self, session: Session, found: Reverification) -> JsonObject:
        """Return a session's proof that its user is still there."""
        first, second = attempts.supported_reverification(self._instance, session.user, found.level)
        return {
            "object": "session_reverification",
            "level": found.level,
            "status": found.status,
            "supported_first_factors": first or None,
            "supported_second_factors": second or None,
            "first_factor_verification": verification(found.first_factor_verification),
            "second_factor_verification": verification(found.second_factor_verification),
            "session": self.session(session),
        }

    def _session_base(self, session: Session) -> JsonObject:
        token = self.token(session, session.last_active_organization_id)
        return {
            "id": session.id,
            "object": "session",
            "status": session.status,
            "expire_at": milliseconds(session.expire_at),
            "abandon_at": milliseconds(session.abandon_at),
            "last_active_at": milliseconds(session.last_active_at),
            "last_active_token": token if session.is_live else None,
            "actor": None,
            "tasks": [{"key": key} for key in session.tasks] or None,
        }

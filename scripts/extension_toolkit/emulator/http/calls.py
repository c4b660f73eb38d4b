"""What an endpoint gets and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import ApiError
from ..json_types import JsonObject
from ..models import Client, Session, User
from ..settings import REVERIFICATION_WINDOW
from ..shapes import Shapes
from ..state import Instance
from .credentials import Caller
from .parameters import Parameters


@dataclass
class Answer:
    """An answer to send.

    Attributes:
        content: What to send: JSON, or bytes of `media_type`.
        status: HTTP status.
        media_type: Of the content.
        headers: Further headers.
    """

    content: Any
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Call:
    """One request, as an endpoint sees it.

    Attributes:
        instance: The instance that is called.
        method: Effective HTTP method.
        path: Path without a trailing slash.
        origin: The `Origin` header, or None.
        caller: Who is calling.
        query: Query parameters.
        form: Body parameters.
        file: The picture in the body: media type and content; None when there is none.
        params: Parts of the path.
    """

    instance: Instance
    method: str
    path: str
    origin: str | None
    caller: Caller
    query: Parameters
    form: Parameters
    params: Mapping[str, str] = field(default_factory=dict)
    file: tuple[str, bytes] | None = None

    @property
    def shapes(self) -> Shapes:
        """The JSON form of objects, as this caller sees them."""
        return Shapes(self.instance, self.origin)

    @property
    def client(self) -> Client:
        """The caller's client.

        Raises:
            ApiError: The caller has none (`signed_out`).
        """
        if self.caller.client is None:
            raise ApiError("signed_out")
        return self.caller.client

    def client_or_new(self) -> Client:
        """Return the caller's client; a caller that has none gets one, with its token."""
        if self.caller.client is None:
            self.caller.client = self.instance.create_client()
        return self.caller.client

    def session(self) -> Session:
        """Return the live session on whose behalf the call is made.

        That is the one named by `_clerk_session_id`, else the client's last active one.

        Raises:
            ApiError: There is none (`signed_out`).
        """
        client = self.client
        wanted = self.query.get("_clerk_session_id") or client.last_active_session_id
        for session in self.instance.live_sessions(client):
            if session.id == wanted:
                return session
        raise ApiError("signed_out")

    def user(self, *, recently_verified: bool = False) -> User:
        """Return the user on whose behalf the call is made.

        Args:
            recently_verified: The call changes how the user signs in, so that the instance may
                want a verification that is not older than ten minutes.

        Raises:
            ApiError: Nobody is signed in (`signed_out`), or the verification is too old
                (`session_reverification_required`).
        """
        session = self.session()
        age = self.instance.now() - session.first_factor_at
        is_guarded = recently_verified and self.instance.settings.reverification
        if is_guarded and age >= REVERIFICATION_WINDOW:
            raise ApiError("session_reverification_required")
        return session.user

    def page(self, items: Sequence[JsonObject]) -> JsonObject:
        """Return the part of a list that `limit` and `offset` ask for, with the total number."""
        limit, offset = self.query.number("limit", 10), self.query.number("offset", 0)
        return {"data": list(items[offset : offset + limit]), "total_count": len(items)}

    def wrapped(self, response: Any) -> Answer:
        """Return an answer that carries the caller's whole client beside the response."""
        client = self.caller.client
        return Answer(
            {"response": response, "client": self.shapes.client(client) if client else None}
        )


def session_of(call: Call) -> Session:
    """Return the session of the caller's that is named in the path, live or not.

    Raises:
        ApiError: There is none, or it belongs to another client.
    """
    session = call.instance.sessions.get(call.params["session_id"])
    if session is None:
        raise ApiError("resource_not_found", "There is no such session.")
    if session.client_id != call.client.id:
        raise ApiError("action_for_session_not_authorized")
    call.instance.live_sessions(call.client)  # ends those that are past their time
    return session


def live_session_of(call: Call) -> Session:
    """Return the live session of the caller's that is named in the path.

    Raises:
        ApiError: As for `session_of`, or it is over (`invalid_action_for_session`).
    """
    session = session_of(call)
    if not session.is_live:
        raise ApiError("invalid_action_for_session")
    return session

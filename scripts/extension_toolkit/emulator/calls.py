"""What an endpoint gets and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from .credentials import Caller
from .errors import ApiError
from .models import Client, Session
from .shapes import Shapes
from .state import Instance

MAXIMUM_FIELDS = 1000


class Parameters:
    """Query or body parameters. An empty value means null, a repeated name an array."""

    def __init__(self, values: Mapping[str, list[str]]) -> None:
        self.values = dict(values)

    @classmethod
    def parse(cls, encoded: str) -> Parameters:
        """Return the parameters of form-urlencoded text.

        Raises:
            ApiError: There are far too many.
        """
        try:
            return cls(parse_qs(encoded, keep_blank_values=True, max_num_fields=MAXIMUM_FIELDS))
        except ValueError as error:
            raise ApiError("request_body_invalid", "There are too many parameters.") from error

    def __contains__(self, name: object) -> bool:
        return name in self.values

    def get(self, name: str) -> str | None:
        """Return the last value of a parameter, or None when it is absent or empty."""
        return (self.values.get(name) or [""])[-1] or None

    def require(self, name: str) -> str:
        """Return a parameter.

        Raises:
            ApiError: It is absent (`form_param_missing`) or empty (`form_param_nil`).
        """
        value = self.get(name)
        if value is None:
            raise ApiError("form_param_nil" if name in self else "form_param_missing", param=name)
        return value

    def flag(self, name: str) -> bool:
        """Return whether a parameter is `1` or `true`."""
        return self.get(name) in {"1", "true"}


@dataclass
class Answer:
    """An answer to send.

    Attributes:
        content: What to send: JSON, or bytes of `media_type`.
        status: HTTP status.
        media_type: Of the content.
    """

    content: Any
    status: int = 200
    media_type: str = "application/json"


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

    def wrapped(self, response: Any) -> Answer:
        """Return an answer that carries the caller's whole client beside the response."""
        client = self.caller.client
        return Answer(
            {"response": response, "client": self.shapes.client(client) if client else None}
        )

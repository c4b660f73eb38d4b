"""Endpoints of the client."""

from __future__ import annotations

from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable

routes = RouteTable()


@routes.add("GET", "/v1/client", Access.OPTIONAL)
def read(call: Call) -> Answer:
    """Return the caller's client, or null when it has none."""
    settings = call.instance.settings
    if settings.mint_on_anonymous and not settings.production:
        call.client_or_new()
    client = call.caller.client
    return _bare(call.shapes.client(client) if client else None)


@routes.add("PUT", "/v1/client", Access.OPTIONAL)
@routes.add("POST", "/v1/client", Access.OPTIONAL)
def create(call: Call) -> Answer:
    """Return the caller's client, made now when it had none."""
    return _bare(call.shapes.client(call.client_or_new()))


@routes.add("DELETE", "/v1/client")
def delete(call: Call) -> Answer:
    """End all sessions and forget the client."""
    call.instance.forget_client(call.client)
    call.caller.client = None
    call.caller.was_forgotten = True
    return _bare(None)


@routes.add("DELETE", "/v1/client/sessions")
def remove_sessions(call: Call) -> Answer:
    """Sign out of all sessions; the client and its token stay."""
    call.instance.close_sessions(call.client.sessions, "removed")
    return _bare(call.shapes.client(call.client))


def _bare(response: object) -> Answer:
    return Answer({"response": response, "client": None})

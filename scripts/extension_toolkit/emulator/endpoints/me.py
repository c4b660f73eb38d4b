"""Endpoints of the signed-in user."""

from __future__ import annotations

from ..calls import Answer, Call
from ..routes import RouteTable

routes = RouteTable()


@routes.add("GET", "/v1/me")
def read(call: Call) -> Answer:
    """Return the user on whose behalf the call is made."""
    return call.wrapped(call.shapes.user(call.session().user))

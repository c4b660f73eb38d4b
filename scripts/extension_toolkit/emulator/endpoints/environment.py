"""Endpoints of the environment and of development browsers."""

from __future__ import annotations

from ..errors import ApiError
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable
from ..shapes.environment import environment

routes = RouteTable()


@routes.add("GET", "/v1/environment", Access.OPTIONAL)
@routes.add("PATCH", "/v1/environment", Access.OPTIONAL)
def read(call: Call) -> Answer:
    """Return the environment; browsers in development ask with PATCH to show they are there."""
    return Answer(environment(call.instance))


@routes.add("POST", "/v1/dev_browser", Access.PUBLIC)
def create_dev_browser(call: Call) -> Answer:
    """Return a token for a new development browser, which comes with an empty client."""
    if call.instance.settings.production:
        raise ApiError("resource_not_found", "A production instance has no dev browsers.")
    client = call.caller.client = call.instance.create_client()
    return Answer({"id": client.jwt})

"""The endpoints of the control API.

What changes something takes JSON and answers with JSON or nothing; the page's forms take the same
ways, and lead back to the page.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from ..http.faults import Fault
from ..http.responses import json_response
from ..models import User
from ..state import Instance
from . import views
from .guard import LocalCallersOnly
from .page import page
from .values import ControlError, changed_settings, read_fault, read_values

PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
)

Endpoint = Callable[[Request], Awaitable[Response]]
VIEWS: dict[str, Callable[[Instance], Any]] = {
    "/requests": views.requests,
    "/codes": views.codes,
    "/users": views.users,
    "/sessions": views.sessions,
    "/organizations": views.organizations,
    "/faults": views.faults,
    "/settings": views.settings,
}


def control_app(instance: Instance) -> Starlette:
    """Return the ASGI application of the control API."""
    control = Control(instance)
    actions: dict[str, Endpoint] = {
        "/faults": control.add_fault,
        "/faults/clear": control.clear_faults,
        "/requests/clear": control.clear_requests,
        "/settings": control.change_settings,
        "/tickets": control.create_ticket,
        "/sessions/{id}/revoke": control.revoke_session,
        "/clients/{id}/rotate": control.rotate_client,
        "/users/{id}/ban": control.ban_user,
        "/users/{id}/unban": control.unban_user,
        "/reset": control.reset,
    }
    routes = [
        Route("/", control.page, methods=["GET"]),
        Route("/requests", control.clear_requests, methods=["DELETE"]),
        Route("/faults", control.clear_faults, methods=["DELETE"]),
        *(Route(path, control.view, methods=["GET"]) for path in VIEWS),
        *(Route(path, action, methods=["POST"]) for path, action in actions.items()),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(LocalCallersOnly)],
        exception_handlers={ControlError: _error_response},
    )


async def _error_response(request: Request, error: Exception) -> Response:
    assert isinstance(error, ControlError)
    return json_response({"error": str(error)}, error.status)


class Control:
    """The endpoints.

    Args:
        instance: What they steer.
    """

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    async def page(self, request: Request) -> Response:
        """Return a page that shows the state and changes it."""
        with self._instance.lock:
            html = page(self._instance)
        headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-store"}
        return HTMLResponse(html, headers=headers)

    async def view(self, request: Request) -> Response:
        """Return one part of the state."""
        with self._instance.lock:
            return json_response(VIEWS[request.url.path](self._instance))

    async def clear_requests(self, request: Request) -> Response:
        """Empty the request log."""
        self._instance.requests.clear()
        return await _done(request)

    async def add_fault(self, request: Request) -> Response:
        """Put a fault in force."""
        fault: Fault = await read_fault(request)
        self._instance.faults.add(fault)
        return await _done(request)

    async def clear_faults(self, request: Request) -> Response:
        """Lift all faults."""
        self._instance.faults.clear()
        return await _done(request)

    async def change_settings(self, request: Request) -> Response:
        """Change settings; answer with all of them."""
        instance, wanted = self._instance, await read_values(request)
        with instance.lock:
            instance.settings = changed_settings(instance.settings, wanted)
            return await _done(request, views.settings(instance))

    async def create_ticket(self, request: Request) -> Response:
        """Make a ticket: for `user_id` to sign in, or for `email_address` to sign up."""
        instance, wanted = self._instance, await read_values(request)
        with instance.lock:
            user_id, email = wanted.values.get("user_id"), wanted.values.get("email_address")
            if user_id is not None:
                ticket = instance.create_ticket(self._user(str(user_id)))
            elif isinstance(email, str):
                ticket = instance.create_ticket(email)
            else:
                raise ControlError("A ticket is for a user_id or an email_address.")
        return json_response({"ticket": ticket})

    async def revoke_session(self, request: Request) -> Response:
        """Revoke a session."""
        instance = self._instance
        with instance.lock:
            session = instance.sessions.get(request.path_params["id"])
            if session is None:
                raise ControlError("There is no such session.", 404)
            if not session.is_live:
                raise ControlError(f"The session is {session.status} already.", 409)
            instance.close_sessions([session], "revoked")
        return await _done(request)

    async def rotate_client(self, request: Request) -> Response:
        """Give a client a new token."""
        instance = self._instance
        with instance.lock:
            client = instance.clients.get(request.path_params["id"])
            if client is None:
                raise ControlError("There is no such client.", 404)
            instance.rotate(client)
        return await _done(request)

    async def ban_user(self, request: Request) -> Response:
        """Ban a user, which revokes the user's sessions."""
        with self._instance.lock:
            self._instance.ban_user(self._user(request.path_params["id"]))
        return await _done(request)

    async def unban_user(self, request: Request) -> Response:
        """Let a banned or locked user in again."""
        with self._instance.lock:
            user = self._user(request.path_params["id"])
            user.banned, user.locked_until, user.failed_attempts = False, None, 0
        return await _done(request)

    async def reset(self, request: Request) -> Response:
        """Return the instance to how it was at first."""
        self._instance.reset()
        return await _done(request)

    def _user(self, user_id: str) -> User:
        user = self._instance.users.get(user_id)
        if user is None:
            raise ControlError("There is no such user.", 404)
        return user


async def _done(request: Request, content: Any = None) -> Response:
    """Return the answer to a change: a form leads back to the page."""
    if (await read_values(request)).is_form:
        return Response(status_code=303, headers={"Location": "/"})
    return Response(status_code=204) if content is None else json_response(content)

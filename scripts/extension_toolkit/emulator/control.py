"""The control API: reads and steers an instance from outside, on a port of its own.

It serves plain HTTP on the loopback interface and refuses what a web page could make a browser
send: requests for other host names, and requests that come from another origin.
"""

from __future__ import annotations

import json
import math
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from .control_page import page
from .control_views import codes, requests, sessions, users
from .faults import Fault
from .responses import json_response
from .state import Instance

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
# Settings that may be changed while the emulator runs, with their least values.
CHANGEABLE: dict[str, float | None] = {"token_lifetime": 1, "clock_offset": None}

Endpoint = Callable[[Request], Awaitable[Response]]


class ControlError(Exception):
    """A request that cannot be carried out.

    Args:
        message: What is wrong with it.
        status: HTTP status to answer with.
    """

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class LocalCallersOnly:
    """Middleware that refuses requests which a web page elsewhere may have caused.

    Args:
        app: The application behind it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        app = self._app
        if scope["type"] == "http":
            headers = Request(scope).headers
            host, origin = headers.get("host", ""), headers.get("origin")
            # A name that merely resolves to this machine could belong to a web page.
            if host.partition(":")[0].lower() not in LOCAL_HOSTS:
                app = json_response({"error": "The host has to be 127.0.0.1 or localhost."}, 403)
            elif origin is not None and urlsplit(origin).netloc.lower() != host.lower():
                app = json_response({"error": "Requests from other origins are refused."}, 403)
        await app(scope, receive, send)


def control_app(instance: Instance) -> Starlette:
    """Return the ASGI application of the control API."""
    control = Control(instance)
    routes = [
        Route("/", control.page, methods=["GET"]),
        Route("/requests", control.list_requests, methods=["GET"]),
        Route("/requests", control.clear_requests, methods=["DELETE"]),
        Route("/codes", control.list_codes, methods=["GET"]),
        Route("/users", control.list_users, methods=["GET"]),
        Route("/sessions", control.list_sessions, methods=["GET"]),
        Route("/faults", control.add_fault, methods=["POST"]),
        Route("/faults", control.clear_faults, methods=["DELETE"]),
        Route("/settings", control.change_settings, methods=["POST"]),
        Route("/sessions/{id}/revoke", control.revoke_session, methods=["POST"]),
        Route("/users/{id}/ban", control.ban_user, methods=["POST"]),
        Route("/reset", control.reset, methods=["POST"]),
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
    """The endpoints of the control API.

    Args:
        instance: What they steer.
    """

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    async def page(self, request: Request) -> Response:
        """Return a page that shows the state."""
        with self._instance.lock:
            html = page(self._instance)
        headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-store"}
        return HTMLResponse(html, headers=headers)

    async def list_requests(self, request: Request) -> Response:
        """Return the request log."""
        return json_response(requests(self._instance))

    async def clear_requests(self, request: Request) -> Response:
        """Empty the request log."""
        self._instance.requests.clear()
        return Response(status_code=204)

    async def list_codes(self, request: Request) -> Response:
        """Return the codes sent."""
        return json_response(codes(self._instance))

    async def list_users(self, request: Request) -> Response:
        """Return the users."""
        return json_response(users(self._instance))

    async def list_sessions(self, request: Request) -> Response:
        """Return the sessions, those that are over included."""
        return json_response(sessions(self._instance))

    async def add_fault(self, request: Request) -> Response:
        """Put a fault in force."""
        try:
            fault = Fault.from_json(await _json(request))
        except ValueError as error:
            raise ControlError(str(error)) from error
        self._instance.faults.add(fault)
        return Response(status_code=204)

    async def clear_faults(self, request: Request) -> Response:
        """Lift all faults."""
        self._instance.faults.clear()
        return Response(status_code=204)

    async def change_settings(self, request: Request) -> Response:
        """Change the life of session tokens or the clock; answer with both, in seconds."""
        wanted = await _json(request)
        if not isinstance(wanted, dict):
            raise ControlError("Settings are a JSON object.")
        for name, value in wanted.items():
            if name not in CHANGEABLE:
                raise ControlError(f"There is no setting {name!r} to change.")
            # JSON knows no NaN or infinity, Python's reader does.
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not is_number or not math.isfinite(value):
                raise ControlError(f"The setting {name!r} is a number of seconds.")
            least = CHANGEABLE[name]
            if least is not None and value < least:
                raise ControlError(f"The setting {name!r} is at least {least} seconds.")
        settings = self._instance.settings
        for name, value in wanted.items():
            setattr(settings, name, value)
        return json_response({name: getattr(settings, name) for name in CHANGEABLE})

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
        return Response(status_code=204)

    async def ban_user(self, request: Request) -> Response:
        """Ban a user, which revokes the user's sessions."""
        instance = self._instance
        with instance.lock:
            user = instance.users.get(request.path_params["id"])
            if user is None:
                raise ControlError("There is no such user.", 404)
            instance.ban_user(user)
        return Response(status_code=204)

    async def reset(self, request: Request) -> Response:
        """Return the instance to how it was at first."""
        self._instance.reset()
        return Response(status_code=204)


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except ValueError as error:
        raise ControlError("The body is not JSON.") from error

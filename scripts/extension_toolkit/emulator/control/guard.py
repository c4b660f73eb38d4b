"""Who may call the control API."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from ..http.responses import json_response

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})


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

"""A small web application that signs in to the instance, as one beside an extension would.

It keeps the cookies that Clerk's own script keeps, so that an extension can follow its session. In
development it is served over plain HTTP on localhost; beside a production instance over TLS on
the instance's site, since browsers send no cookies from one site to another.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

HERE = Path(__file__).parent


def web_app(frontend_api: str, publishable_key: str) -> Starlette:
    """Return the ASGI application.

    Args:
        frontend_api: Host name of the Frontend API.
        publishable_key: The instance's key.
    """
    configuration = json.dumps({"frontendApi": frontend_api, "publishableKey": publishable_key})
    template = (HERE / "page.html").read_text("utf-8")
    html = template.replace("{{configuration}}", escape(configuration))
    headers = {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
        f"connect-src https://{frontend_api}; frame-ancestors 'none'; base-uri 'none'",
        "Cache-Control": "no-store",
    }

    async def page(request: Request) -> Response:
        return HTMLResponse(html, headers=headers)

    async def file(request: Request) -> Response:
        name, media_type = FILES[request.url.path]
        return Response((HERE / name).read_bytes(), media_type=media_type, headers=headers)

    return Starlette(routes=[Route("/", page), *(Route(path, file) for path in FILES)])


FILES = {
    "/page.js": ("page.js", "text/javascript"),
    "/page.css": ("page.css", "text/css"),
}

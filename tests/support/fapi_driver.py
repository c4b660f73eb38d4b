"""Calls the emulator's endpoints and checks every answer against Clerk's description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.endpoints import ENDPOINTS

from .fapi_description import CLIENT_SCHEMA, describes, response_schema, validate, validate_error

SIGN_INS = "/v1/client/sign_ins"
PASSWORD = "emulator-demo-password"
# Endpoints that are not JSON, or that the description does not have (clients use them all).
PAGES = ("/avatars/", "/provider/")
UNDESCRIBED = (
    "/invitations",
    "/domains",
    "/membership_requests",
    "/memberships/{user_id}",
    "/logo",
    "/profile_image",
    "/passkeys",
    "/external_accounts",
    "/waitlist",
    "/v1/dev_browser",
)


class Driver:
    """Calls endpoints, validates their answers, and notes which ones worked."""

    def __init__(
        self, server: EmulatorServer, new_browser: Callable[[EmulatorServer], Any]
    ) -> None:
        self.server = server
        self.new_browser = new_browser
        self.browser = new_browser(server).start()
        self.seen: set[tuple[str, str]] = set()

    def __call__(self, method: str, path: str, *, files: Any = None, **data: Any) -> Any:
        """Call an endpoint and return the `response` of its answer, or the whole of a bare one."""
        in_query = {name: data.pop(name) for name in ("paginated",) if name in data}
        response = self.browser.send(
            method, path, data=data or None, files=files, params=in_query, follow_redirects=False
        )
        found = ENDPOINTS.find(method, path)
        assert found is not None, path
        route = found[0]
        if response.status_code >= 400:
            validate_error(response.json())
            return None
        self.seen.add((route.method, route.path))
        if route.path.startswith(PAGES):
            return response
        body = response.json()
        if describes(route.method, route.path):
            validate(body, response_schema(route.method, route.path, 200))
        else:
            assert any(part in route.path for part in UNDESCRIBED), route.path
            validate(body.get("client"), CLIENT_SCHEMA)
        return body.get("response") if isinstance(body, dict) and "response" in body else body

    def start(self, email: str = "", password: str = PASSWORD) -> Any:
        """Begin with a fresh client; with an address, sign in and return the session."""
        self.browser = self.new_browser(self.server).start()
        if email:
            self("POST", SIGN_INS, strategy="password", identifier=email, password=password)
            return self("GET", "/v1/client")["sessions"][-1]
        return None

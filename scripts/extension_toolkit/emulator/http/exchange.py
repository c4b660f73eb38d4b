"""One request to the Frontend API and the making of its answer."""

from __future__ import annotations

import logging
from email.utils import formatdate
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from ..endpoints import ENDPOINTS
from ..errors import ApiError
from ..state import Instance
from .bodies import FORM_TYPE, parse_body, shown_form
from .calls import Call
from .cookies import UPDATED_COOKIE, read_cookie, updated_cookie
from .credentials import answer_headers, check_caller, check_headers, identify
from .faults import Fault
from .parameters import Parameters
from .request_log import RequestRecord, masked, masked_headers, shorten
from .responses import answer_response, error_response
from .routes import Access

EXPOSED_HEADERS = "Authorization, Clerk-Db-Jwt, X-Country, Retry-After"
METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS"
PREFLIGHT_LIFETIME = "600"  # seconds
LOGGER = logging.getLogger(__name__)


class Exchange:
    """One request and the making of its answer. Making one puts the request into the log.

    Args:
        instance: The instance that is called.
        request: The request.
        body: Its body, or None when that is too large.

    Attributes:
        path: The path without a trailing slash.
        record: The request's record in the log.
    """

    def __init__(self, instance: Instance, request: Request, body: bytes | None) -> None:
        self._instance = instance
        self._request = request
        self._body = body
        query = request.scope["query_string"].decode("utf-8", "replace")
        self._query = parse_qs(query, keep_blank_values=True)
        # A preflight carries the query of the request it asks about, `_method` included.
        verb = request.method
        if verb != "OPTIONS":
            verb = self._query.get("_method", [verb])[-1].upper()
        # Not `request.url`, which is put together from the caller's Host header.
        path: str = request.scope["path"]
        self.path = path.rstrip("/") or "/"
        with instance.lock:
            self._caller = identify(instance, self._query, request.headers)
            self.record = RequestRecord(
                time=instance.now(),
                method=verb,
                path=path,
                query=masked(self._query),
                form=masked(shown_form(body or b"", self._content_type())),
                headers=masked_headers(request.headers),
                origin=request.headers.get("origin"),
                credential=shorten(self._caller.token),
            )
            instance.requests.add(self.record)

    def response(self) -> Response:
        """Let the request take effect and return the answer, without the headers all have."""
        if self.record.method == "OPTIONS":
            return self._preflight()
        with self._instance.lock:
            try:
                return self._endpoint_response()
            except ApiError as error:
                return error_response(error)
            except Exception as error:
                LOGGER.exception("The emulator failed on %s %s", self.record.method, self.path)
                self.record.error = repr(error)
                return error_response(ApiError("internal_clerk_error"))

    def add_headers(self, response: Response, fault: Fault) -> None:
        """Add the headers that all answers have, and those of a fault."""
        headers = response.headers
        headers["Cache-Control"] = "no-store"
        headers["Vary"] = "Origin"
        # Clients compare this to their own clock, so it follows the instance's.
        headers["Date"] = formatdate(self._instance.now(), usegmt=True)
        if self.record.origin:
            headers["Access-Control-Allow-Origin"] = self.record.origin
            headers["Access-Control-Allow-Credentials"] = "true"
            headers["Access-Control-Expose-Headers"] = EXPOSED_HEADERS
        if not fault.drop_client_token:
            for name, value in self._credential_headers():
                headers.append(name, value)
        if fault.retry_after is not None:
            headers["Retry-After"] = str(fault.retry_after)

    def _credential_headers(self) -> list[tuple[str, str]]:
        instance, client = self._instance, self._caller.client
        headers = answer_headers(instance, self._caller)
        if instance.settings.production and client and not self._caller.is_native:
            is_signed_in = any(session.is_live for session in client.sessions)
            updated_at = int(client.updated_at) if is_signed_in else 0
            if read_cookie(self._request.headers, UPDATED_COOKIE) != str(updated_at):
                headers.append(("Set-Cookie", updated_cookie(instance.host, updated_at)))
        return headers

    def _endpoint_response(self) -> Response:
        instance, caller, method = self._instance, self._caller, self.record.method
        check_headers(instance, self._query, self._request.headers)
        found = ENDPOINTS.find(method, self.path)
        if found is None:
            message = f"The emulator has no endpoint {method} {self.path}."
            raise ApiError("resource_not_found", message)
        route, params = found
        if instance.settings.rate_limits:
            instance.rate_limits.check(method, self.path, instance.now())
        if route.access is not Access.PUBLIC:
            is_optional = route.access is Access.OPTIONAL
            check_caller(instance, caller, may_be_anonymous=is_optional, path=self.path)
        query, (form, file) = Parameters(self._query), self._parsed_body()
        origin = self.record.origin
        call = Call(instance, method, self.path, origin, caller, query, form, params, file)
        return answer_response(route.endpoint(call))

    def _parsed_body(self) -> tuple[Parameters, tuple[str, bytes] | None]:
        if self._body is None:
            raise ApiError("request_body_invalid", "The body is too large.", status=413)
        return parse_body(self._body, self._content_type())

    def _content_type(self) -> str:
        return str(self._request.headers.get("content-type", FORM_TYPE))

    def _preflight(self) -> Response:
        asked = self._request.headers
        headers = {
            "Access-Control-Allow-Methods": METHODS,
            "Access-Control-Max-Age": PREFLIGHT_LIFETIME,
        }
        if wanted := asked.get("access-control-request-headers"):
            headers["Access-Control-Allow-Headers"] = wanted
        # Asked for when a page of a public site calls an address of this machine.
        if asked.get("access-control-request-private-network") == "true":
            headers["Access-Control-Allow-Private-Network"] = "true"
        return Response(status_code=204, headers=headers)

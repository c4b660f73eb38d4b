"""Who is calling: client tokens in requests, and in the headers of answers.

A development instance takes the token from the query and returns it with every answer. A
production instance takes it from `Authorization` when the caller says it is native, else from the
cookie, and returns it when the caller does not have the current one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import ApiError
from ..models import Client
from ..state import Instance
from .cookies import CLIENT_COOKIE, client_cookie, read_cookie

DEVELOPMENT_HEADER = "Clerk-Db-Jwt"
PRODUCTION_HEADER = "Authorization"
# The first is what clients send, the second what Clerk's OpenAPI description calls it.
DEVELOPMENT_PARAMETERS = ("__clerk_db_jwt", "__dev_session")
NATIVE_PARAMETER = "_is_native"
NONCE_PARAMETER = "rotating_token_nonce"
# What clients load first; see `Settings.mint_on_anonymous`.
MINTING_PATHS = frozenset({"/v1/client", "/v1/environment"})
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})


@dataclass
class Caller:
    """Who is calling.

    Attributes:
        token: The client token that was presented, or "".
        client: The client it stands for, or None.
        was_forgotten: Whether the request made the client's token useless.
        is_native: Whether the caller declares itself native.
        origin: The `Origin` header, or None.
    """

    token: str = field(default="", repr=False)
    client: Client | None = None
    was_forgotten: bool = False
    is_native: bool = False
    origin: str | None = None


def identify(
    instance: Instance, query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> Caller:
    """Return who is calling; a token that is not good gives a caller without a client."""
    if instance.settings.production:
        token = _production_token(query, headers)
    else:
        token = next((query[name][-1] for name in DEVELOPMENT_PARAMETERS if name in query), "")
    nonce = query.get(NONCE_PARAMETER, [None])[-1]
    client = instance.find_client(token, nonce) if token else None
    return Caller(token, client, is_native=is_native(query), origin=headers.get("origin"))


def check_headers(
    instance: Instance, query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> None:
    """Refuse hosts, origins and kinds of callers that the instance does not serve.

    Raises:
        ApiError: One of `host_invalid`, `origin_authorization_headers_conflict`,
            `origin_invalid`, `native_api_disabled`.
    """
    settings = instance.settings
    # Names of this machine are good too; any other would let a web page of that name call.
    if headers.get("host", "").partition(":")[0].lower() not in {instance.host, *LOCAL_HOSTS}:
        raise ApiError("host_invalid")
    origin = headers.get("origin")
    if origin and "authorization" in headers and settings.refuse_origin_with_authorization:
        raise ApiError("origin_authorization_headers_conflict")
    allowed = settings.allowed_origins
    if origin and allowed is not None and origin not in {instance.url, *allowed}:
        raise ApiError("origin_invalid")
    if settings.production and is_native(query) and not settings.native_api_enabled:
        raise ApiError("native_api_disabled")


def check_caller(instance: Instance, caller: Caller, *, may_be_anonymous: bool, path: str) -> None:
    """Refuse callers without the client token that an endpoint needs.

    Args:
        instance: The instance that is called.
        caller: Who is calling.
        may_be_anonymous: Whether a production instance answers callers without a token.
        path: The endpoint's path.

    Raises:
        ApiError: `dev_browser_unauthenticated`, `authentication_invalid` or `signed_out`.
    """
    if caller.client is not None:
        return
    settings = instance.settings
    if not settings.production:
        if settings.mint_on_anonymous and not caller.token and path in MINTING_PATHS:
            return
        raise ApiError("dev_browser_unauthenticated")
    if caller.token:
        raise ApiError("authentication_invalid", "The client token is not known.")
    if not may_be_anonymous:
        raise ApiError("signed_out")


def answer_headers(instance: Instance, caller: Caller) -> list[tuple[str, str]]:
    """Return the headers that tell a caller its client token, or to drop the one it has."""
    client = caller.client
    if not instance.settings.production:
        if caller.was_forgotten:
            return [(DEVELOPMENT_HEADER, "")]
        return [(DEVELOPMENT_HEADER, client.jwt)] if client else []
    token = client.jwt if client else ""
    if token == caller.token or not (token or caller.was_forgotten):
        return []
    headers = [] if _is_web(caller) else [(PRODUCTION_HEADER, f"Bearer {token}".strip())]
    if not caller.is_native:
        headers.append(("Set-Cookie", client_cookie(token)))
    return headers


def is_native(query: Mapping[str, list[str]]) -> bool:
    """Return whether a caller declares itself native."""
    return query.get(NATIVE_PARAMETER, [""])[-1] in {"1", "true"}


def _production_token(query: Mapping[str, list[str]], headers: Mapping[str, str]) -> str:
    # Only callers that say so are native; the header of others is not read.
    if not is_native(query):
        return read_cookie(headers, CLIENT_COOKIE)
    value = headers.get("authorization", "")
    scheme, _, token = value.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else value


def _is_web(caller: Caller) -> bool:
    """Return whether a caller is a web page, which must not see the client token."""
    return not caller.is_native and (caller.origin or "").startswith(("http://", "https://"))

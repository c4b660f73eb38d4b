"""Who is calling: client tokens in requests, and in the headers of answers.

A development instance takes the token from the query and returns it with every answer. A
production instance takes it from `Authorization` when the caller says it is native, and returns
it when the caller does not have the current one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import ApiError
from .models import Client
from .state import Instance

DEVELOPMENT_HEADER = "Clerk-Db-Jwt"
PRODUCTION_HEADER = "Authorization"
# The first is what clients send, the second what Clerk's OpenAPI description calls it.
DEVELOPMENT_PARAMETERS = ("__clerk_db_jwt", "__dev_session")
NATIVE_PARAMETER = "_is_native"
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
    """

    token: str = field(default="", repr=False)
    client: Client | None = None
    was_forgotten: bool = False


def identify(
    instance: Instance, query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> Caller:
    """Return who is calling; a token that is not good gives a caller without a client."""
    if instance.settings.production:
        token = _production_token(query, headers)
    else:
        token = next((query[name][-1] for name in DEVELOPMENT_PARAMETERS if name in query), "")
    return Caller(token, instance.find_client(token) if token else None)


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
    if origin and settings.allowed_origins is not None and origin not in settings.allowed_origins:
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


def answer_headers(instance: Instance, caller: Caller) -> dict[str, str]:
    """Return the header that tells a caller its client token, or to drop the one it has."""
    client = caller.client
    if not instance.settings.production:
        if caller.was_forgotten:
            return {DEVELOPMENT_HEADER: ""}
        return {DEVELOPMENT_HEADER: client.jwt} if client else {}
    if caller.was_forgotten:
        return {PRODUCTION_HEADER: "Bearer"}
    if client and client.jwt != caller.token:
        return {PRODUCTION_HEADER: f"Bearer {client.jwt}"}
    return {}


def is_native(query: Mapping[str, list[str]]) -> bool:
    """Return whether a caller declares itself native."""
    return query.get(NATIVE_PARAMETER, [""])[-1] in {"1", "true"}


def _production_token(query: Mapping[str, list[str]], headers: Mapping[str, str]) -> str:
    # Only callers that say so are native; the header of others is not read.
    if not is_native(query):
        return ""
    value = headers.get("authorization", "")
    scheme, _, token = value.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else value

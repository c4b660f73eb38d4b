"""The JSON Web Tokens of an instance: client tokens, session tokens, template tokens."""

from __future__ import annotations

import re
import secrets
from typing import Any

import jwt

from .json_types import JsonObject
from .keys import Keys
from .models import Client, Session, User
from .seed import SeedTemplate
from .settings import Settings

ALGORITHM = "RS256"
# How far `nbf` lies before `iat` in a session token, seconds.
SESSION_TOKEN_SKEW = 10
TOKEN_VERSION = 2
PLACE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


class TokenMaker:
    """Makes and reads the tokens of one instance.

    Args:
        keys: Holds the signing key.
        issuer: The `iss` claim, a URL.
    """

    def __init__(self, keys: Keys, issuer: str) -> None:
        self._keys = keys
        self._issuer = issuer

    def client_token(self, client: Client) -> str:
        """Return the token that stands for a client."""
        return self._sign({"id": client.id, "rotating_token": client.rotating_token})

    def read_client_token(self, token: str) -> tuple[str, str] | None:
        """Return the client id and rotating part of a token, or None when it is not ours."""
        try:
            claims = jwt.decode(token, self._keys.token_key.public_key(), algorithms=[ALGORITHM])
        except jwt.InvalidTokenError:
            return None
        client_id, rotating_token = claims.get("id"), claims.get("rotating_token")
        if isinstance(client_id, str) and isinstance(rotating_token, str):
            return client_id, rotating_token
        return None

    def session_token(
        self, session: Session, *, now: float, origin: str | None, settings: Settings
    ) -> str:
        """Return a session token.

        Args:
            session: Whose token.
            now: Time, seconds since the epoch.
            origin: Origin of the request, which becomes `azp`.
            settings: Holds the token's life.
        """
        issued_at = int(now)
        claims: JsonObject = {
            **({"azp": origin} if origin else {}),
            "exp": issued_at + int(settings.token_lifetime),
            "fva": factor_verification_age(session, now),
            "iat": issued_at,
            "iss": self._issuer,
            "jti": secrets.token_hex(10),
            "nbf": issued_at - SESSION_TOKEN_SKEW,
            "sid": session.id,
            "sts": session.status,
            "sub": session.user.id,
            "v": TOKEN_VERSION,
        }
        return self._sign(claims, {"oiat": issued_at - int(settings.oiat_lag)})

    def template_token(
        self, template: SeedTemplate, session: Session, *, now: float, origin: str | None
    ) -> str:
        """Return a token made from a JWT template; arguments as for `session_token`."""
        issued_at = int(now)
        claims: JsonObject = {
            **{name: fill(value, session.user) for name, value in template.claims.items()},
            **({"azp": origin} if origin else {}),
            "exp": issued_at + int(template.lifetime),
            "iat": issued_at,
            "iss": self._issuer,
            "jti": secrets.token_hex(10),
            "nbf": issued_at - int(template.allowed_clock_skew),
            "sub": session.user.id,
        }
        return self._sign(claims)

    def _sign(self, claims: JsonObject, headers: JsonObject | None = None) -> str:
        full = {"kid": self._keys.key_id, "typ": "JWT", **(headers or {})}
        return jwt.encode(claims, self._keys.token_key, algorithm=ALGORITHM, headers=full)


def factor_verification_age(session: Session, now: float) -> list[int]:
    """Return minutes since the first and the second factor were verified; -1 means never."""
    return [max(0, int((now - session.first_factor_at) // 60)), -1]


def fill(value: Any, user: User) -> Any:
    """Return a template's claim with its `{{user.…}}` places filled in.

    A string that is nothing but one place takes the value's own type; an unknown place is null.
    """
    if isinstance(value, dict):
        return {name: fill(member, user) for name, member in value.items()}
    if isinstance(value, list):
        return [fill(member, user) for member in value]
    if not isinstance(value, str):
        return value
    if place := PLACE.fullmatch(value):
        return _lookup(place[1], user)
    return PLACE.sub(lambda place: str(_lookup(place[1], user) or ""), value)


def _lookup(path: str, user: User) -> Any:
    values: JsonObject = {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "full_name": user.full_name,
        "username": user.username,
        "external_id": user.external_id,
        "primary_email_address": user.identifier if user.email_addresses else None,
        "public_metadata": user.public_metadata,
        "unsafe_metadata": user.unsafe_metadata,
        "created_at": int(user.created_at),
        "updated_at": int(user.updated_at),
    }
    found: Any = {"user": values}
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found

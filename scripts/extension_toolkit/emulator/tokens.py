"""The JSON Web Tokens of an instance: client tokens, session tokens, template tokens."""

from __future__ import annotations

import re
import secrets
from typing import Any

import jwt

from .json_types import JsonObject
from .keys import Keys
from .models import Client, Organization, Session, User
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
        self,
        session: Session,
        organization: Organization | None,
        *,
        now: float,
        origin: str | None,
        settings: Settings,
    ) -> str:
        """Return a session token.

        Args:
            session: Whose token.
            organization: The organization the token is for, or None for the personal account.
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
            **(organization_claims(organization, session.user) if organization else {}),
        }
        return self._sign(claims, {"oiat": issued_at - int(settings.oiat_lag)})

    def template_token(
        self,
        template: SeedTemplate,
        session: Session,
        organization: Organization | None,
        *,
        now: float,
        origin: str | None,
    ) -> str:
        """Return a token made from a JWT template; arguments as for `session_token`."""
        issued_at = int(now)
        places = {"user": _user_places(session.user), "org": _organization_places(organization)}
        claims: JsonObject = {
            **{name: fill(value, places) for name, value in template.claims.items()},
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
    times = (session.first_factor_at, session.second_factor_at)
    return [_minutes_since(time, now) for time in times]


def organization_claims(organization: Organization, user: User) -> JsonObject:
    """Return the claims `o` and `fea` of a member: role, features, and permissions by feature.

    Each feature has a number in `fpm` whose bit n says whether the member has the permission
    that stands at place n of `per`. System permissions are not in tokens.
    """
    membership = organization.membership_of(user)
    if membership is None:
        return {}
    claims: JsonObject = {
        "id": organization.id,
        "slg": organization.slug,
        "rol": membership.role.key.removeprefix("org:"),
    }
    granted = [
        key.split(":")[1:]
        for key in membership.role.permissions
        if key.count(":") == 2 and not key.startswith("org:sys_")
    ]
    if not granted:
        return {"o": claims}
    features = sorted({feature for feature, _ in granted})
    actions = sorted({action for _, action in granted})
    masks = [
        sum(1 << place for place, action in enumerate(actions) if [feature, action] in granted)
        for feature in features
    ]
    claims |= {"per": ",".join(actions), "fpm": ",".join(map(str, masks))}
    return {"fea": ",".join(f"o:{feature}" for feature in features), "o": claims}


def fill(value: Any, places: JsonObject) -> Any:
    """Return a template's claim with its `{{user.…}}` and `{{org.…}}` places filled in.

    A string that is nothing but one place takes the value's own type; an unknown place is null.
    """
    if isinstance(value, dict):
        return {name: fill(member, places) for name, member in value.items()}
    if isinstance(value, list):
        return [fill(member, places) for member in value]
    if not isinstance(value, str):
        return value
    if place := PLACE.fullmatch(value):
        return _lookup(place[1], places)
    return PLACE.sub(lambda place: str(_lookup(place[1], places) or ""), value)


def _minutes_since(time: float | None, now: float) -> int:
    return -1 if time is None else max(0, int((now - time) // 60))


def _lookup(path: str, places: JsonObject) -> Any:
    found: Any = places
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _user_places(user: User) -> JsonObject:
    email, phone = user.primary_email_address, user.primary_phone_number
    return {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "full_name": user.full_name,
        "username": user.username,
        "external_id": user.external_id,
        "primary_email_address": email.value if email else None,
        "primary_phone_number": phone.value if phone else None,
        "public_metadata": user.public_metadata,
        "unsafe_metadata": user.unsafe_metadata,
        "created_at": int(user.created_at),
        "updated_at": int(user.updated_at),
    }


def _organization_places(organization: Organization | None) -> JsonObject:
    if organization is None:
        return {}
    return {
        "id": organization.id,
        "name": organization.name,
        "slug": organization.slug,
        "public_metadata": organization.public_metadata,
    }

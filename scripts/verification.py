"""Verify a session token the way a server would, three times over with independent code."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import httpx
from clerk_backend_api.security import authenticate_request
from clerk_backend_api.security.types import AuthenticateRequestOptions
from joserfc import jws, jwt
from joserfc.jwk import KeySet, RSAKey

from extension_toolkit.emulator import EmulatorServer


@dataclass
class Verified:
    """A token that passed.

    Attributes:
        header, claims: Its parts.
        checks: What was checked, in words.
    """

    header: dict[str, Any]
    claims: dict[str, Any]
    checks: list[str]


def verify(token: str, emulator: EmulatorServer, origin: str) -> Verified:
    """Verify a token of the emulator.

    Args:
        token: The JWT.
        emulator: Who signed it.
        origin: Who it must have been made for, `chrome-extension://…`.

    Raises:
        Exception: A check fails.
    """
    keys = KeySet.import_key_set(emulator.jwks())  # type: ignore[arg-type]
    # Clerk's header has fields of its own, such as `oiat`.
    registry = jws.JWSRegistry(algorithms=["RS256"], strict_check_header=False)
    decoded = jwt.decode(token, keys, registry=registry)
    checks = [f"signature: RS256, by key {decoded.header['kid']} of the instance's JWKS (joserfc)"]
    claims = jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": f"https://{emulator.frontend_api}"},
        azp={"essential": True, "value": origin},
        exp={"essential": True},
        sub={"essential": True},
        sid={"essential": True},
    )
    claims.validate(decoded.claims)
    left = decoded.claims["exp"] - time.time()
    checks.append(
        f"claims: iss, azp, sub, sid; nbf, iat and exp, {left:.0f} s of life left (joserfc)"
    )
    pem = RSAKey.import_key(emulator.jwks()["keys"][0]).as_pem(private=False).decode()
    request = httpx.Request(
        "GET", "https://api.example", headers={"Authorization": f"Bearer {token}"}
    )
    options = AuthenticateRequestOptions(jwt_key=pem, authorized_parties=[origin])
    state = authenticate_request(request, options)
    if not state.is_signed_in:
        raise ValueError(f"Clerk's backend SDK refuses the token: {state.reason}")
    checks.append(
        "accepted by authenticate_request of Clerk's Python backend SDK (clerk-backend-api)"
    )
    return Verified(dict(decoded.header), dict(decoded.claims), checks)

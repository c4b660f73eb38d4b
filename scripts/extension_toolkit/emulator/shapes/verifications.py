"""The JSON form of verifications."""

from __future__ import annotations

from ..json_types import JsonObject
from ..models import Verification
from .times import milliseconds

OBJECTS = {
    "password": "verification_password",
    "totp": "verification_totp",
    "backup_code": "verification_backup_code",
    "ticket": "verification_ticket",
    "admin": "verification_admin",
    "passkey": "verification_passkey",
}


def verification(found: Verification | None) -> JsonObject | None:
    """Return a verification, or None when there is none."""
    if found is None:
        return None
    shape: JsonObject = {
        "object": OBJECTS.get(found.strategy, "verification_otp"),
        "status": found.status,
        "strategy": found.strategy,
        "attempts": found.attempts or None if found.strategy in OBJECTS else found.attempts,
        "expire_at": milliseconds(found.expire_at),
    }
    if found.nonce:
        shape["nonce"] = found.nonce
    if found.strategy.startswith("from_"):
        shape["object"] = "verification_from_oauth"
    elif found.strategy.startswith("oauth_") or found.strategy == "enterprise_sso":
        is_oauth = found.strategy != "enterprise_sso"
        shape |= {
            "object": "verification_oauth" if is_oauth else "verification_saml",
            # An enterprise's verification is named after the protocol.
            "strategy": found.strategy if is_oauth else "saml",
            **({"error": found.error} if found.error else {}),
            **({"external_verification_redirect_url": found.url} if found.url else {}),
        }
    return shape

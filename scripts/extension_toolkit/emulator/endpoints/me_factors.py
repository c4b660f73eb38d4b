"""Endpoints of the signed-in user's authenticator app and backup codes."""

from __future__ import annotations

import pyotp

from ..errors import ApiError
from ..flows.proofs import is_totp_code
from ..flows.second_factors import new_backup_codes, note_second_factors
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..identifiers import new_id
from ..models import Totp
from ..shapes.times import milliseconds
from ..shapes.users import totp

routes = RouteTable()


@routes.add("POST", "/v1/me/totp")
def create_totp(call: Call) -> Answer:
    """Return the secret for an authenticator app, which waits for its first code."""
    user = call.user(recently_verified=True)
    if not call.instance.settings.totp:
        raise ApiError("resource_forbidden", "The instance has no authenticator apps.")
    if user.totp_enabled:
        raise ApiError("totp_already_enabled")
    now = call.instance.now()
    user.totp = Totp(pyotp.random_base32(), now, now)
    uri = pyotp.TOTP(user.totp.secret).provisioning_uri(
        name=user.identifier, issuer_name=call.instance.settings.application_name
    )
    return call.wrapped(totp(user.totp, uri))


@routes.add("POST", "/v1/me/totp/attempt_verification")
def attempt_totp_verification(call: Call) -> Answer:
    """Check the app's first code; with it the second factor is on."""
    user = call.user()
    code = call.form.require("code")
    if user.totp is None:
        raise ApiError("verification_missing", "There is no authenticator app to verify.")
    if not is_totp_code(user.totp.secret, code, call.instance.now()):
        raise ApiError("totp_incorrect_code", param="code")
    user.totp.verified = True
    user.totp.updated_at = call.instance.now()
    call.session().second_factor_at = call.instance.now()
    return call.wrapped(totp(user.totp, None, note_second_factors(call.instance, user)))


@routes.add("DELETE", "/v1/me/totp")
def delete_totp(call: Call) -> Answer:
    """Remove the authenticator app."""
    user = call.user(recently_verified=True)
    if user.totp is None:
        raise ApiError("resource_not_found", "The user has no authenticator app.")
    removed, user.totp = user.totp, None
    note_second_factors(call.instance, user)
    return call.wrapped({"object": "totp", "id": removed.id, "deleted": True})


@routes.add("POST", "/v1/me/backup_codes")
def create_backup_codes(call: Call) -> Answer:
    """Return new backup codes, which take the place of the old ones."""
    user = call.user(recently_verified=True)
    if not call.instance.settings.backup_code or not user.two_factor_enabled:
        raise ApiError("backup_codes_not_available")
    now = milliseconds(call.instance.now())
    return call.wrapped(
        {
            "object": "backup_code",
            "id": new_id("bc"),
            "codes": new_backup_codes(user),
            "created_at": now,
            "updated_at": now,
        }
    )

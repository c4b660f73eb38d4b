"""Clerk's error codes, with their statuses and texts."""

from __future__ import annotations

# Code: (HTTP status, short message, longer message).
CATALOGUE: dict[str, tuple[int, str, str]] = {
    "authentication_invalid": (401, "Invalid authentication", "No active session was presented."),
    "signed_out": (401, "Signed out", "Nobody is signed in on this client."),
    "dev_browser_unauthenticated": (
        401,
        "Browser unauthenticated",
        "A development instance needs a dev browser token, and none that it knows was presented.",
    ),
    "action_for_session_not_authorized": (
        401,
        "Unauthorized action for session",
        "The session belongs to another client.",
    ),
    "origin_authorization_headers_conflict": (
        400,
        "Origin and Authorization conflict",
        "Only one of the Origin and Authorization headers may be set.",
    ),
    "origin_invalid": (400, "Invalid origin", "This origin may not use the instance."),
    "host_invalid": (400, "Invalid host", "The host does not belong to the instance."),
    "native_api_disabled": (400, "Native API disabled", "The instance refuses native callers."),
    "request_body_invalid": (400, "Request body invalid", "The request body cannot be read."),
    "session_exists": (400, "Session already exists", "Somebody is already signed in."),
    "identifier_already_signed_in": (
        400,
        "Already signed in",
        "The user has a session on this client already.",
    ),
    "client_state_invalid": (400, "Invalid action", "The sign-in is not at this step."),
    "strategy_for_user_invalid": (
        400,
        "Invalid verification strategy",
        "The verification strategy is not valid for this account.",
    ),
    "invalid_action_for_session": (400, "Invalid action", "The session is not active."),
    "verification_expired": (400, "Expired", "The code has expired; request another one."),
    "verification_failed": (
        400,
        "Too many failed attempts",
        "Too many failed attempts. Request another code.",
    ),
    "verification_missing": (400, "Not prepared", "No code was requested for this step."),
    "verification_already_verified": (400, "Already verified", "This step is already done."),
    "user_locked": (
        403,
        "Account locked",
        "The account is locked after too many failed attempts. Try again later.",
    ),
    "user_banned": (403, "Account banned", "The user is banned."),
    "resource_forbidden": (403, "Forbidden", "The caller may not do this."),
    "resource_not_found": (404, "Not found", "There is no such resource."),
    "organization_not_found_or_unauthorized": (
        404,
        "Organization unavailable",
        "The organization does not exist or the user is not a member of it.",
    ),
    "form_identifier_not_found": (
        422,
        "Couldn't find your account.",
        "Couldn't find your account.",
    ),
    "form_code_incorrect": (422, "is incorrect", "Incorrect code"),
    "form_password_incorrect": (422, "Password is incorrect.", "Password is incorrect. Try again."),
    "form_password_or_identifier_incorrect": (
        422,
        "Password or identifier is incorrect.",
        "Password or identifier is incorrect. Try again.",
    ),
    "form_password_length_too_short": (
        422,
        "Password is too short.",
        "Password is too short. Use more characters.",
    ),
    "form_param_missing": (422, "is missing", "A required parameter is missing."),
    "form_param_nil": (422, "is empty", "A required parameter is empty."),
    "form_param_value_invalid": (422, "is invalid", "The parameter has a value that is unknown."),
    "sign_up_mode_restricted": (
        403,
        "Sign ups are restricted",
        "Sign-ups are off; an invitation lets somebody in.",
    ),
    "sign_up_restricted_waitlist": (
        403,
        "Sign ups are restricted",
        "Sign-ups are off; join the waitlist.",
    ),
    "session_reverification_required": (
        403,
        "Reverification required",
        "The change needs a verification that is not older than ten minutes.",
    ),
    "session_reverification_missing": (
        400,
        "Reverification missing",
        "The session is not being reverified; begin with verify.",
    ),
    "organization_not_enabled_in_instance": (
        403,
        "Organizations are off",
        "The instance has no organizations.",
    ),
    "organization_quota_exceeded": (
        403,
        "Too many members",
        "The organization has as many members as it may have.",
    ),
    "organization_creator_not_found": (
        403,
        "Not allowed",
        "Users may not make organizations.",
    ),
    "organization_minimum_permissions_needed": (
        422,
        "Last administrator",
        "Somebody has to keep the permission to manage members.",
    ),
    "already_a_member_in_organization": (
        400,
        "Already a member",
        "The user is a member of the organization already.",
    ),
    "duplicate_record": (
        400,
        "Duplicate invitation",
        "The address is invited already.",
    ),
    "form_identifier_exists": (
        422,
        "is taken",
        "That is taken. Try another.",
    ),
    "form_param_format_invalid": (
        422,
        "is invalid",
        "The parameter has the wrong form.",
    ),
    "form_param_unknown": (
        422,
        "is unknown",
        "The instance does not have this parameter.",
    ),
    "form_password_length_too_long": (
        422,
        "Password is too long.",
        "Password is too long. Use fewer characters.",
    ),
    "form_password_pwned": (
        422,
        "Password is known from a breach.",
        "The password was found in a breach. Use another one.",
    ),
    "form_username_invalid_length": (
        422,
        "has a wrong length",
        "The username has 4 to 64 characters.",
    ),
    "form_username_invalid_character": (
        422,
        "has a character that is not allowed",
        "The username has letters, digits, - and _ only.",
    ),
    "external_account_not_found": (
        422,
        "External account not found",
        "No user has this account; sign up with it.",
    ),
    "external_account_exists": (
        400,
        "External account exists",
        "A user has this account; sign in with it.",
    ),
    "oauth_access_denied": (
        403,
        "Access denied",
        "The provider was not allowed to tell who you are.",
    ),
    "ticket_invalid": (
        400,
        "Ticket is invalid",
        "The ticket is not known or was used.",
    ),
    "backup_codes_not_available": (
        400,
        "Backup codes not available",
        "Backup codes need another second factor, and the instance to have them.",
    ),
    "last_identification_deletion_failed": (
        400,
        "Last identification",
        "A user has to keep one verified address or number.",
    ),
    "passkey_registration_failure": (
        400,
        "Registration failed",
        "The authenticator's answer is not one to the challenge.",
    ),
    "passkey_authentication_failure": (
        400,
        "Authentication failed",
        "The authenticator's answer is not one to the challenge.",
    ),
    "passkey_not_registered": (
        400,
        "Passkey not registered",
        "No user has this passkey.",
    ),
    "totp_already_enabled": (
        400,
        "Already enabled",
        "The user has a verified authenticator app.",
    ),
    "no_password_set": (
        400,
        "No password set",
        "The user has no password.",
    ),
    "delete_self_not_enabled": (
        403,
        "Not allowed",
        "Users may not delete themselves.",
    ),
    "missing_expired_token": (
        422,
        "is missing",
        "The last session token has to be sent as expired_token.",
    ),
    "totp_incorrect_code": (422, "is incorrect", "Incorrect code"),
    "too_many_requests": (429, "Too many requests", "Slow down and try again."),
    "verification_code_too_many_requests": (
        429,
        "Too many codes",
        "A code was sent a moment ago; wait before requesting another one.",
    ),
    "internal_clerk_error": (500, "Internal error", "The emulator failed."),
}

# The code a fault uses when it names a status only.
CODE_BY_STATUS = {
    400: "request_body_invalid",
    401: "authentication_invalid",
    403: "resource_forbidden",
    404: "resource_not_found",
    422: "form_param_value_invalid",
    429: "too_many_requests",
}

"""The JSON form of attempts: to sign in, to sign up, to prove again who is there."""

from __future__ import annotations

from ..flows.factors import (
    first_factors,
    reverification_factors,
    second_factors,
    trust_factors,
)
from ..flows.sign_up import missing_fields, optional_fields, required_fields, unverified_fields
from ..json_types import JsonObject
from ..models import Contact, SignIn, SignUp, User, Verification
from ..state import Instance
from .public_users import user_data
from .times import milliseconds
from .verifications import verification

IDENTIFIERS = ("email_address", "phone_number", "username")


def sign_in(instance: Instance, found: SignIn) -> JsonObject:
    """Return an attempt to sign in."""
    return {
        "object": "sign_in_attempt",
        "id": found.id,
        "status": found.status,
        "supported_identifiers": [
            name for name in IDENTIFIERS if getattr(instance.settings, name) != "off"
        ],
        "supported_first_factors": _first_factors(instance, found),
        "supported_second_factors": _second_factors(instance, found),
        "first_factor_verification": verification(found.first_factor_verification),
        "second_factor_verification": verification(found.second_factor_verification),
        "identifier": found.identifier,
        "user_data": user_data(instance, found.user) if found.user else None,
        "created_session_id": found.created_session_id,
        "abandon_at": milliseconds(found.abandon_at),
        "client_trust_state": found.client_trust_state,
    }


def sign_up(instance: Instance, found: SignUp) -> JsonObject:
    """Return an attempt to sign up."""
    email, phone = found.email_address, found.phone_number
    has_password = found.password is not None
    return {
        "object": "sign_up_attempt",
        "id": found.id,
        "status": found.status,
        "required_fields": required_fields(found, instance.settings),
        "optional_fields": optional_fields(instance.settings),
        "missing_fields": missing_fields(found, instance.settings),
        "unverified_fields": unverified_fields(found),
        "verifications": {
            "email_address": _contact_verification(email, found.abandon_at),
            "phone_number": _contact_verification(phone, found.abandon_at),
            "web3_wallet": None,
            "external_account": verification(found.external_verification),
        },
        "email_address": email.value if email else None,
        "phone_number": phone.value if phone else None,
        "username": found.username,
        "web3_wallet": None,
        # The first is Clerk's documented name, the second the one that clients read.
        "password_enabled": has_password,
        "has_password": has_password,
        "first_name": found.first_name,
        "last_name": found.last_name,
        "unsafe_metadata": found.unsafe_metadata,
        "public_metadata": {},
        "custom_action": False,
        "external_id": None,
        "created_session_id": found.created_session_id,
        "created_user_id": found.created_user_id,
        "abandon_at": milliseconds(found.abandon_at),
        "legal_accepted_at": milliseconds(found.legal_accepted_at),
    }


def supported_reverification(
    instance: Instance, user: User, level: str
) -> tuple[list[JsonObject], list[JsonObject]]:
    """Return the first and the second factors that a reverification of a level takes."""
    first = reverification_factors(user, instance.settings) if level != "second_factor" else []
    return first, second_factors(user) if level != "first_factor" else []


def _first_factors(instance: Instance, found: SignIn) -> list[JsonObject] | None:
    if found.user is not None:
        return first_factors(found.user, instance.settings)
    if found.status != "needs_first_factor":
        return None
    begun = found.first_factor_verification
    is_passkey = begun is not None and begun.strategy == "passkey"
    return [{"strategy": "passkey" if is_passkey else "enterprise_sso"}]


def _second_factors(instance: Instance, found: SignIn) -> list[JsonObject] | None:
    if found.user is None:
        return None
    if found.status == "needs_client_trust":
        return trust_factors(found.user, instance.settings)
    return second_factors(found.user) or None


def _contact_verification(contact: Contact | None, abandon_at: float) -> JsonObject | None:
    if contact is None:
        return None
    found = contact.verification
    next_action = "" if contact.is_verified else "needs_attempt" if found else "needs_prepare"
    waiting = Verification(contact.code_strategy, expire_at=abandon_at)
    return {
        **(verification(found or waiting) or {}),
        "next_action": next_action,
        "supported_strategies": [contact.code_strategy],
    }

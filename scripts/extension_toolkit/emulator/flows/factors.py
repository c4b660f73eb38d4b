"""The factors that a user can prove, as clients list them."""

from __future__ import annotations

from collections.abc import Sequence

from ..json_types import JsonObject
from ..models import Contact, User
from ..settings import Settings

RESET_STRATEGIES = {
    "reset_password_email_code": "email_address",
    "reset_password_phone_code": "phone_number",
}
CODE_STRATEGIES = frozenset({"email_code", "phone_code", *RESET_STRATEGIES})


def first_factors(user: User, settings: Settings) -> list[JsonObject]:
    """Return the ways a user can begin to sign in."""
    factors: list[JsonObject] = []
    addresses = [address for address in user.email_addresses if address.is_verified]
    numbers = [
        number
        for number in user.phone_numbers
        if number.is_verified and not number.reserved_for_second_factor
    ]
    if any(settings.is_enterprise(address.value) for address in addresses):
        factors.append({"strategy": "enterprise_sso"})
    if user.password is not None:
        factors.append({"strategy": "password"})
    if settings.passkey and user.verified_passkeys:
        factors.append({"strategy": "passkey"})
    factors += _code_factors("email_code", addresses, user.primary_email_address)
    factors += _code_factors("phone_code", numbers, user.primary_phone_number)
    if user.password is not None:
        factors += _code_factors("reset_password_email_code", addresses, user.primary_email_address)
        factors += _code_factors("reset_password_phone_code", numbers, user.primary_phone_number)
    factors += [
        {"strategy": account.strategy}
        for account in user.verified_accounts
        if account.strategy != "enterprise_sso"
    ]
    return factors


def second_factors(user: User) -> list[JsonObject]:
    """Return the ways a user can prove the second factor; none when there is none."""
    if not user.two_factor_enabled:
        return []
    numbers = user.second_factor_numbers
    default = next((number for number in numbers if number.default_second_factor), None)
    factors: list[JsonObject] = [{"strategy": "totp"}] if user.totp_enabled else []
    factors += [
        {
            "strategy": "phone_code",
            "phone_number_id": number.id,
            "safe_identifier": number.safe_identifier,
            "default": number is (default or numbers[0]),
        }
        for number in numbers
    ]
    if user.backup_codes:
        factors.append({"strategy": "backup_code"})
    return factors


def trust_factors(user: User, settings: Settings) -> list[JsonObject]:
    """Return what proves a new client: codes, to wherever the user can get one."""
    return [
        factor
        for factor in first_factors(user, settings)
        if factor["strategy"] in {"email_code", "phone_code"}
    ]


def reverification_factors(user: User, settings: Settings) -> list[JsonObject]:
    """Return the first factors that prove again who is there."""
    return [
        factor
        for factor in first_factors(user, settings)
        if factor["strategy"] in {"password", "passkey", "email_code", "phone_code"}
    ]


def _code_factors(
    strategy: str, contacts: Sequence[Contact], primary: Contact | None
) -> list[JsonObject]:
    return [
        {
            "strategy": strategy,
            f"{contact.kind}_id": contact.id,
            "safe_identifier": contact.safe_identifier,
            "primary": contact is primary,
        }
        for contact in contacts
    ]

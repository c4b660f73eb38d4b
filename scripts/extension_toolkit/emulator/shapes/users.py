"""The JSON form of users and what belongs to them."""

from __future__ import annotations

from ..json_types import JsonObject
from ..models import EmailAddress, ExternalAccount, Passkey, PhoneNumber, Totp, User
from ..state import Instance
from .organizations import membership
from .public_users import image
from .times import milliseconds
from .verifications import verification


def user(instance: Instance, found: User) -> JsonObject:
    """Return a user, as the user sees it."""
    email, phone = found.primary_email_address, found.primary_phone_number
    return {
        "id": found.id,
        "object": "user",
        "username": found.username,
        "first_name": found.first_name,
        "last_name": found.last_name,
        **image(instance, found),
        "primary_email_address_id": email.id if email else None,
        "primary_phone_number_id": phone.id if phone else None,
        "primary_web3_wallet_id": None,
        "email_addresses": [email_address(address) for address in found.email_addresses],
        "phone_numbers": [phone_number(number) for number in found.phone_numbers],
        "external_accounts": [
            external_account(account)
            for account in found.external_accounts
            if account.strategy != "enterprise_sso"
        ],
        "enterprise_accounts": [
            enterprise_account(account)
            for account in found.external_accounts
            if account.strategy == "enterprise_sso"
        ],
        "organization_memberships": [
            membership(instance, organization, member)
            for organization in instance.organizations.values()
            if (member := organization.membership_of(found))
        ],
        "passkeys": [passkey(one) for one in found.verified_passkeys],
        "public_metadata": found.public_metadata,
        "unsafe_metadata": found.unsafe_metadata,
        "external_id": found.external_id,
        "created_at": milliseconds(found.created_at),
        "updated_at": milliseconds(found.updated_at),
        "last_sign_in_at": milliseconds(found.last_sign_in_at),
        "last_active_at": milliseconds(found.last_active_at),
        "legal_accepted_at": milliseconds(found.legal_accepted_at),
        **_security(instance, found),
        # What the emulated users do not have.
        **{name: [] for name in ("web3_wallets", "saml_accounts")},
    }


def email_address(address: EmailAddress) -> JsonObject:
    """Return an e-mail address of a user."""
    return {
        "id": address.id,
        "object": "email_address",
        "email_address": address.value,
        "reserved": False,
        "verification": verification(address.verification),
        "linked_to": [{"type": "oauth_account", "id": linked} for linked in address.linked_to],
        "matches_sso_connection": False,
        "created_at": milliseconds(address.created_at),
        "updated_at": milliseconds(address.updated_at),
    }


def phone_number(number: PhoneNumber, backup_codes: list[str] | None = None) -> JsonObject:
    """Return a phone number of a user.

    Args:
        number: The number.
        backup_codes: The codes that were made just now because of it.
    """
    return {
        "id": number.id,
        "object": "phone_number",
        "phone_number": number.value,
        "reserved_for_second_factor": number.reserved_for_second_factor,
        "default_second_factor": number.default_second_factor,
        "reserved": False,
        "verification": verification(number.verification),
        "linked_to": [],
        "backup_codes": backup_codes,
        "created_at": milliseconds(number.created_at),
        "updated_at": milliseconds(number.updated_at),
    }


def external_account(account: ExternalAccount) -> JsonObject:
    """Return an account of a user at another provider."""
    return {
        "object": "external_account",
        "id": account.id,
        "provider": account.strategy,
        "identification_id": account.identification_id,
        "provider_user_id": account.id,
        "approved_scopes": "email openid profile",
        "email_address": account.email_address,
        "email_address_verified": True,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "avatar_url": "",
        "image_url": "",
        "username": None,
        "phone_number": None,
        "public_metadata": {},
        "label": None,
        "created_at": milliseconds(account.created_at),
        "updated_at": milliseconds(account.created_at),
        "verification": verification(account.verification),
    }


def passkey(found: Passkey) -> JsonObject:
    """Return a passkey of a user."""
    return {
        "object": "passkey",
        "id": found.id,
        "name": found.name,
        "last_used_at": milliseconds(found.last_used_at),
        "verification": verification(found.verification),
        "created_at": milliseconds(found.created_at),
        "updated_at": milliseconds(found.updated_at),
    }


def enterprise_account(account: ExternalAccount) -> JsonObject:
    """Return an account of a user at an enterprise."""
    return {
        "object": "enterprise_account",
        "id": account.id,
        "protocol": "saml",
        "provider": "saml_custom",
        "active": True,
        "email_address": account.email_address,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "provider_user_id": account.id,
        "public_metadata": {},
        "verification": verification(account.verification),
        "enterprise_connection": None,
        "enterprise_connection_id": None,
        "last_authenticated_at": milliseconds(account.created_at),
    }


def totp(found: Totp, uri: str | None = None, backup_codes: list[str] | None = None) -> JsonObject:
    """Return an authenticator app.

    Args:
        found: The app.
        uri: `otpauth:` address, while the app is being set up; the secret is shown with it.
        backup_codes: The codes that were made just now because of it.
    """
    return {
        "object": "totp",
        "id": found.id,
        "secret": found.secret if uri else None,
        "uri": uri,
        "verified": found.verified,
        "backup_codes": backup_codes,
        "created_at": milliseconds(found.created_at),
        "updated_at": milliseconds(found.updated_at),
    }


def _security(instance: Instance, found: User) -> JsonObject:
    settings = instance.settings
    is_locked = instance.is_locked(found)
    seconds_left = int((found.locked_until or 0) - instance.now()) if is_locked else None
    return {
        "banned": found.banned,
        "locked": is_locked,
        "lockout_expires_in_seconds": seconds_left,
        "verification_attempts_remaining": max(
            0, settings.lockout_attempts - found.failed_attempts
        ),
        "password_enabled": found.password is not None,
        "password_last_updated_at": milliseconds(found.password_last_updated_at),
        "two_factor_enabled": found.two_factor_enabled,
        "totp_enabled": found.totp_enabled,
        "backup_code_enabled": bool(found.backup_codes),
        "mfa_enabled_at": milliseconds(found.mfa_enabled_at),
        "mfa_disabled_at": milliseconds(found.mfa_disabled_at),
        "delete_self_enabled": settings.delete_self,
        "create_organization_enabled": settings.organizations and settings.create_organization,
    }

"""The environment's part on users: what they have, and how they prove who they are."""

from __future__ import annotations

from .json_types import JsonObject
from .settings import Settings

PASSWORD_MINIMUM = 8
PASSWORD_MAXIMUM = 72
RESTRICTIONS = (
    "allowlist",
    "blocklist",
    "allowlist_blocklist_disabled_on_sign_in",
    "block_email_subaddresses",
    "block_disposable_email_domains",
)


def user_settings(settings: Settings) -> JsonObject:
    """Return how users of the instance sign up and in."""
    off = {"enabled": False}
    return {
        "attributes": _attributes(),
        "social": {},
        "saml": off,
        "enterprise_sso": off,
        "sign_in": {"second_factor": {"required": False}},
        "sign_up": {
            "captcha_enabled": False,
            "captcha_widget_type": "smart",
            "custom_action_required": False,
            "progressive": True,
            "mode": "restricted",  # there is no sign-up yet
            "legal_consent_enabled": False,
        },
        "restrictions": dict.fromkeys(RESTRICTIONS, off),
        "password_settings": _password_settings(),
        "username_settings": {
            "min_length": 4,
            "max_length": 64,
            "allow_extended_special_characters": False,
            "allow_numeric_usernames": False,
        },
        "actions": {
            "delete_self": True,
            "create_organization": False,
            "create_organizations_limit": None,
        },
        "attack_protection": _attack_protection(settings),
        "passkey_settings": {
            "allow_autofill": False,
            "show_sign_in_button": False,
            "satisfies_second_factor": False,
        },
    }


def _attributes() -> JsonObject:
    first_factors = {
        "email_address": ["email_code"],
        "password": ["password"],
        "username": [],
        "ticket": ["ticket"],
    }
    plain = ["first_name", "last_name"]
    off = ["phone_number", "web3_wallet", "authenticator_app", "backup_code", "passkey"]
    return {
        name: {
            "enabled": name not in off,
            "required": name == "email_address",
            "used_for_first_factor": name in first_factors,
            "first_factors": first_factors.get(name, []),
            "used_for_second_factor": False,
            "second_factors": [],
            "verifications": ["email_code"] if name == "email_address" else [],
            "verify_at_sign_up": name == "email_address",
            "immutable": False,
        }
        for name in [*first_factors, *plain, *off]
    }


def _password_settings() -> JsonObject:
    return {
        "disable_hibp": True,
        "disable_password_reverification": False,
        "min_length": PASSWORD_MINIMUM,
        "max_length": PASSWORD_MAXIMUM,
        "require_special_char": False,
        "require_numbers": False,
        "require_uppercase": False,
        "require_lowercase": False,
        "show_zxcvbn": False,
        "min_zxcvbn_strength": 0,
        "enforce_hibp_on_sign_in": False,
        "allowed_special_characters": "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~",
    }


def _attack_protection(settings: Settings) -> JsonObject:
    return {
        "user_lockout": {
            "enabled": True,
            "max_attempts": settings.lockout_attempts,
            "duration_in_minutes": int(settings.lockout_duration // 60),
        },
        "pii": {"enabled": False},
        "email_link": {"require_same_client": False},
        "enumeration_protection": {"enabled": settings.enumeration_protection},
    }

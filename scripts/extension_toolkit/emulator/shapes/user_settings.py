"""The environment's part on users: what they have, and how they prove who they are."""

from __future__ import annotations

from ..flows.contacts import USERNAME_MAXIMUM, USERNAME_MINIMUM
from ..flows.passwords import PASSWORD_MAXIMUM
from ..json_types import JsonObject
from ..settings import Settings

RESTRICTIONS = (
    "allowlist",
    "blocklist",
    "allowlist_blocklist_disabled_on_sign_in",
    "block_email_subaddresses",
    "block_disposable_email_domains",
)
# First factors, second factors and verifications of each attribute.
FACTORS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "email_address": (["email_code"], [], ["email_code"]),
    "phone_number": (["phone_code"], ["phone_code"], ["phone_code"]),
    "username": ([], [], []),
    "password": (["password"], [], []),
    "first_name": ([], [], []),
    "last_name": ([], [], []),
    "ticket": (["ticket"], [], []),
    "authenticator_app": ([], ["totp"], ["totp"]),
    "backup_code": ([], ["backup_code"], []),
    "web3_wallet": ([], [], []),
    "passkey": (["passkey"], [], ["passkey"]),
}
IDENTIFIERS = frozenset({"email_address", "phone_number", "username"})


def user_settings(settings: Settings) -> JsonObject:
    """Return how users of the instance sign up and in."""
    off = {"enabled": False}
    return {
        "attributes": {name: _attribute(settings, name) for name in FACTORS},
        "social": {strategy: _social(strategy) for strategy in settings.social},
        "saml": off,
        "enterprise_sso": {"enabled": bool(settings.enterprise_domains)},
        "sign_in": {"second_factor": {"required": settings.second_factor_required}},
        "sign_up": {
            "captcha_enabled": False,
            "captcha_widget_type": "smart",
            "custom_action_required": False,
            "progressive": True,
            "mode": settings.sign_up_mode,
            "legal_consent_enabled": settings.legal_consent,
        },
        "restrictions": dict.fromkeys(RESTRICTIONS, off),
        "password_settings": _password_settings(settings),
        "username_settings": {
            "min_length": USERNAME_MINIMUM,
            "max_length": USERNAME_MAXIMUM,
            "allow_extended_special_characters": False,
            "allow_numeric_usernames": True,
        },
        "actions": {
            "delete_self": settings.delete_self,
            "create_organization": settings.create_organization,
            "create_organizations_limit": None,
        },
        "attack_protection": _attack_protection(settings),
        "passkey_settings": {
            "allow_autofill": False,
            "show_sign_in_button": settings.passkey,
            "satisfies_second_factor": False,
        },
    }


def requirement(settings: Settings, name: str) -> str:
    """Return whether users have an attribute: `off`, `on` or `required`."""
    optional = {
        "ticket": True,
        "authenticator_app": settings.totp,
        "backup_code": settings.backup_code,
        "web3_wallet": False,
        "passkey": settings.passkey,
    }
    if name in optional:
        return "on" if optional[name] else "off"
    return str(getattr(settings, name))


def _attribute(settings: Settings, name: str) -> JsonObject:
    first, second, verifications = FACTORS[name]
    level = requirement(settings, name)
    if name == "phone_number" and not settings.phone_second_factor:
        second = []
    enabled = level != "off"
    return {
        "enabled": enabled,
        "required": level == "required",
        "used_for_first_factor": enabled and (bool(first) or name in IDENTIFIERS),
        "first_factors": first if enabled else [],
        "used_for_second_factor": enabled and bool(second),
        "second_factors": second if enabled else [],
        "verifications": verifications if enabled else [],
        "verify_at_sign_up": enabled and name in {"email_address", "phone_number"},
        "immutable": False,
    }


def _social(strategy: str) -> JsonObject:
    return {
        "enabled": True,
        "required": False,
        "authenticatable": True,
        "block_email_subaddresses": False,
        "strategy": strategy,
        "not_selectable": False,
        "deprecated": False,
        "name": strategy.removeprefix("oauth_").replace("_", " ").title(),
        "logo_url": None,
    }


def _password_settings(settings: Settings) -> JsonObject:
    return {
        "disable_hibp": True,
        "disable_password_reverification": False,
        "min_length": settings.password_minimum,
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

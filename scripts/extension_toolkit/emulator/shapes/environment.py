"""The environment: what clients and components read about how an instance is configured."""

from __future__ import annotations

from ..json_types import JsonObject
from ..settings import Settings
from ..state import Instance
from .user_settings import FACTORS, IDENTIFIERS, requirement, user_settings

AUTH_ATTRIBUTES = (*sorted(IDENTIFIERS), "first_name", "last_name", "password")
ENROLLMENT_MODES = ("manual_invitation", "automatic_invitation", "automatic_suggestion")


def environment(instance: Instance) -> JsonObject:
    """Return the environment of an instance."""
    return {
        "auth_config": _auth_config(instance),
        "display_config": _display_config(instance),
        "user_settings": user_settings(instance.settings),
        "organization_settings": _organization_settings(instance.settings),
        "fraud_settings": {
            "object": "fraud_settings",
            "native": {"device_attestation_mode": "disabled"},
        },
        "commerce_settings": _commerce_settings(),
        "api_keys_settings": {
            "enabled": False,
            "user_api_keys_enabled": False,
            "orgs_api_keys_enabled": False,
        },
        "protect_config": {"loaders": []},
        "client_debug_mode": False,
        "partitioned_cookies": False,
        "maintenance_mode": instance.settings.maintenance_mode,
    }


def accounts_url(host: str) -> str:
    """Return the address of the account portal that goes with a Frontend API host."""
    if ".clerk." in host:
        return f"https://{host.replace('.clerk.', '.', 1)}"
    return f"https://accounts.{host.partition('.')[2]}"


def _auth_config(instance: Instance) -> JsonObject:
    settings = instance.settings
    levels = {name: requirement(settings, name) for name in FACTORS}
    enabled = [name for name in FACTORS if levels[name] != "off"]
    required = [name for name in IDENTIFIERS if levels[name] == "required"]
    first = {factor for name in enabled for factor in FACTORS[name][0]} | {*settings.social}
    if {"email_code", "password"} <= first:
        first.add("reset_password_email_code")
    if {"phone_code", "password"} <= first:
        first.add("reset_password_phone_code")
    second = {factor for name in enabled for factor in FACTORS[name][1]}
    if not settings.phone_second_factor:
        second.discard("phone_code")
    return {
        "object": "auth_config",
        "id": f"aconf_{instance.keys.key_id}",
        **{name: levels[name] for name in AUTH_ATTRIBUTES},
        "identification_requirements": [required],
        "identification_strategies": [name for name in enabled if name in IDENTIFIERS],
        "first_factors": sorted(first),
        "second_factors": sorted(second),
        "email_address_verification_strategies": ["email_code"],
        "single_session_mode": settings.single_session_mode,
        "enhanced_email_deliverability": False,
        "test_mode": True,
        "cookieless_dev": False,
        "url_based_session_syncing": True,
        "claimed_at": None,
        "reverification": settings.reverification,
        "native_settings": {
            "object": "native_settings",
            "api_enabled": settings.native_api_enabled,
            "trusted_device_sign_in_enabled": False,
            "trusted_device_enrollment_prompt_after_sign_in_enabled": False,
            "trusted_device_enrollment_prompt_after_sign_up_enabled": False,
        },
        # Clients read it; the description knows nothing of it.
        **({"session_minter": True} if settings.session_minter else {}),
    }


def _display_config(instance: Instance) -> JsonObject:
    settings = instance.settings
    is_production = settings.production
    return {
        "object": "display_config",
        "id": f"display_config_{instance.keys.key_id}",
        "instance_environment_type": "production" if is_production else "development",
        "application_name": settings.application_name,
        "theme": {},
        "preferred_sign_in_strategy": settings.preferred_sign_in_strategy,
        "branded": False,
        "experimental_force_oauth_first": False,
        "show_devmode_warning": not is_production,
        "captcha_oauth_bypass": [],
        "captcha_heartbeat": False,
        **_display_urls(instance),
        **dict.fromkeys(ABSENT_FROM_DISPLAY),
    }


ABSENT_FROM_DISPLAY = (
    "support_email",
    "clerk_js_version",
    "google_one_tap_client_id",
    "help_url",
    "privacy_policy_url",
    "terms_url",
    "logo_url",
    "logo_image",
    "logo_image_url",
    "favicon_url",
    "favicon_image",
    "favicon_image_url",
    "captcha_public_key",
    "captcha_public_key_invisible",
    "captcha_widget_type",
    "captcha_provider",
)


def _display_urls(instance: Instance) -> JsonObject:
    base = accounts_url(instance.host)
    pages = {
        "sign_in": "/sign-in",
        "sign_up": "/sign-up",
        "user_profile": "/user",
        "waitlist": "/waitlist",
        "oauth_consent": "/oauth-consent",
        "after_sign_out_one": "/sign-in/choose",
        "after_sign_out_all": "/sign-in",
        "organization_profile": "/organization",
        "create_organization": "/create-organization",
    }
    at_home = (
        "home",
        "after_sign_in",
        "after_sign_up",
        "after_switch_session",
        "after_join_waitlist",
        "after_leave_organization",
        "after_create_organization",
        "logo_link",
    )
    urls = {f"{name}_url": f"{base}{path}" for name, path in pages.items()}
    return {**urls, **{f"{name}_url": f"{base}/default-redirect" for name in at_home}}


def _organization_settings(settings: Settings) -> JsonObject:
    is_forced = settings.organizations and settings.force_organization_selection
    return {
        "enabled": settings.organizations,
        "max_allowed_memberships": settings.max_allowed_memberships,
        "actions": {"admin_delete": True},
        "domains": {
            "enabled": settings.organizations,
            "enrollment_modes": [*ENROLLMENT_MODES],
            "default_role": "org:member",
        },
        "slug": {"disabled": False},
        "creator_role": settings.creator_role,
        # As above: read by clients only.
        **({"force_organization_selection": True} if is_forced else {}),
    }


def _commerce_settings() -> JsonObject:
    off = {"enabled": False, "has_paid_plans": False}
    return {
        "billing": {
            "stripe_publishable_key": None,
            "free_trial_requires_payment_method": False,
            "user": off,
            "organization": off,
        }
    }

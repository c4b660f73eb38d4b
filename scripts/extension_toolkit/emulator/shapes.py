"""The JSON form of the objects, as clients read them. Times become milliseconds."""

from __future__ import annotations

from .json_types import JsonObject
from .models import Client, EmailAddress, Session, SignIn, User, Verification
from .state import Instance
from .tokens import factor_verification_age


def milliseconds(seconds: float | None) -> int | None:
    """Return a time in milliseconds, or None when there is none."""
    return None if seconds is None else int(seconds * 1000)


class Shapes:
    """Gives the JSON form of an instance's objects.

    Args:
        instance: Whose objects.
        origin: Origin of the request; it goes into the session tokens inside clients.
    """

    def __init__(self, instance: Instance, origin: str | None) -> None:
        self._instance = instance
        self._origin = origin

    def client(self, client: Client) -> JsonObject:
        """Return a client with its live sessions, each with a fresh token."""
        sessions = self._instance.live_sessions(client)
        return {
            "object": "client",
            "id": client.id,
            "sessions": [self.session(session) for session in sessions],
            "sign_in": self.sign_in(client.sign_in) if client.sign_in else None,
            "sign_up": None,
            "last_active_session_id": client.last_active_session_id,
            "last_authentication_strategy": client.last_authentication_strategy,
            "cookie_expires_at": None,
            "captcha_bypass": False,
            "created_at": milliseconds(client.created_at),
            "updated_at": milliseconds(client.updated_at),
        }

    def session(self, session: Session) -> JsonObject:
        """Return a session; one that is over carries no token."""
        is_live = session.status in {"active", "pending"}
        return {
            "id": session.id,
            "object": "session",
            "status": session.status,
            "expire_at": milliseconds(session.expire_at),
            "abandon_at": milliseconds(session.abandon_at),
            "last_active_at": milliseconds(session.last_active_at),
            "last_active_token": self.token(session) if is_live else None,
            "actor": None,
            "tasks": None,
            "last_active_organization_id": session.last_active_organization_id,
            "user": self.user(session.user),
            "public_user_data": self.public_user_data(session.user),
            "factor_verification_age": factor_verification_age(session, self._instance.now()),
            "created_at": milliseconds(session.created_at),
            "updated_at": milliseconds(session.updated_at),
        }

    def token(self, session: Session) -> JsonObject:
        """Return a fresh session token."""
        instance = self._instance
        jwt = instance.tokens.session_token(
            session, now=instance.now(), origin=self._origin, settings=instance.settings
        )
        return {"object": "token", "jwt": jwt}

    def user(self, user: User) -> JsonObject:
        """Return a user."""
        addresses = user.email_addresses
        return {
            "id": user.id,
            "object": "user",
            "username": user.username,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "image_url": self.image_url(user),
            "profile_image_url": self.image_url(user),
            "has_image": False,
            "primary_email_address_id": addresses[0].id if addresses else None,
            "email_addresses": [self.email_address(address) for address in addresses],
            "public_metadata": user.public_metadata,
            "unsafe_metadata": user.unsafe_metadata,
            "external_id": user.external_id,
            "created_at": milliseconds(user.created_at),
            "updated_at": milliseconds(user.updated_at),
            "last_sign_in_at": milliseconds(user.last_sign_in_at),
            "last_active_at": milliseconds(user.last_active_at),
            **self._user_security(user),
            **_absent_from_user(),
        }

    def public_user_data(self, user: User) -> JsonObject:
        """Return what others may see of a user."""
        return {
            "user_id": user.id,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "username": user.username,
            "identifier": user.identifier,
            "image_url": self.image_url(user),
            "profile_image_url": self.image_url(user),
            "has_image": False,
            "banned": user.banned,
        }

    def email_address(self, address: EmailAddress) -> JsonObject:
        """Return a verified e-mail address."""
        return {
            "id": address.id,
            "object": "email_address",
            "email_address": address.email_address,
            "reserved": False,
            "verification": {
                "object": "verification_admin",
                "status": "verified",
                "strategy": "admin",
                "attempts": None,
                "expire_at": None,
            },
            "linked_to": [],
            "matches_sso_connection": False,
            "created_at": milliseconds(address.created_at),
            "updated_at": milliseconds(address.created_at),
        }

    def sign_in(self, sign_in: SignIn) -> JsonObject:
        """Return an attempt to sign in."""
        user = sign_in.user
        return {
            "object": "sign_in_attempt",
            "id": sign_in.id,
            "status": sign_in.status,
            "supported_identifiers": ["email_address", "username"],
            "supported_first_factors": first_factors(user) if user else None,
            "supported_second_factors": None,
            "first_factor_verification": _verification(sign_in.first_factor_verification),
            "second_factor_verification": None,
            "identifier": sign_in.identifier,
            "user_data": self._user_data(user) if user else None,
            "created_session_id": sign_in.created_session_id,
            "abandon_at": milliseconds(sign_in.abandon_at),
        }

    def image_url(self, user: User) -> str:
        """Return the address of a user's avatar, which the emulator serves itself."""
        return f"{self._instance.url}/avatars/{user.id}"

    def _user_data(self, user: User) -> JsonObject:
        return {
            "first_name": user.first_name,
            "last_name": user.last_name,
            "image_url": self.image_url(user),
            "profile_image_url": self.image_url(user),
            "has_image": False,
        }

    def _user_security(self, user: User) -> JsonObject:
        instance = self._instance
        is_locked = instance.is_locked(user)
        seconds_left = int((user.locked_until or 0) - instance.now()) if is_locked else None
        attempts_left = max(0, instance.settings.lockout_attempts - user.failed_attempts)
        return {
            "banned": user.banned,
            "locked": is_locked,
            "lockout_expires_in_seconds": seconds_left,
            "verification_attempts_remaining": attempts_left,
            "password_enabled": user.password is not None,
            "password_last_updated_at": milliseconds(user.password_last_updated_at),
            "delete_self_enabled": True,
            "create_organization_enabled": False,
        }


def first_factors(user: User) -> list[JsonObject]:
    """Return the ways a user can sign in."""
    factors: list[JsonObject] = []
    if user.password is not None:
        factors.append({"strategy": "password"})
    for strategy in ("email_code", "reset_password_email_code"):
        if strategy == "reset_password_email_code" and user.password is None:
            continue
        factors += [
            {
                "strategy": strategy,
                "email_address_id": address.id,
                "safe_identifier": address.safe_identifier,
                "primary": index == 0,
            }
            for index, address in enumerate(user.email_addresses)
        ]
    return factors


def _verification(verification: Verification | None) -> JsonObject | None:
    if verification is None:
        return None
    is_password = verification.strategy == "password"
    return {
        "object": "verification_password" if is_password else "verification_otp",
        "status": verification.status,
        "strategy": verification.strategy,
        "attempts": verification.attempts,
        "expire_at": milliseconds(verification.expire_at),
    }


def _absent_from_user() -> JsonObject:
    """Return the members for what the emulated users do not have."""
    lists = (
        "phone_numbers",
        "web3_wallets",
        "passkeys",
        "organization_memberships",
        "external_accounts",
        "saml_accounts",
        "enterprise_accounts",
    )
    nulls = (
        "primary_phone_number_id",
        "primary_web3_wallet_id",
        "mfa_enabled_at",
        "mfa_disabled_at",
        "legal_accepted_at",
    )
    flags = ("two_factor_enabled", "totp_enabled", "backup_code_enabled")
    return {
        **{name: [] for name in lists},
        **dict.fromkeys(nulls),
        **dict.fromkeys(flags, False),
    }

"""Passkeys: challenges for them, and checks of what an authenticator answered (WebAuthn)."""

from __future__ import annotations

import json

import webauthn
from webauthn.helpers import parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ..errors import ApiError
from ..http.parameters import Parameters
from ..models import Passkey, User, Verification
from ..state import Instance

CREDENTIAL = "public_key_credential"
CHALLENGE_LIFETIME = 300.0  # seconds
RESIDENT = AuthenticatorSelectionCriteria(
    resident_key=ResidentKeyRequirement.REQUIRED,
    user_verification=UserVerificationRequirement.REQUIRED,
)


def begin_registration(instance: Instance, user: User) -> Passkey:
    """Return a passkey that waits for its authenticator; it is not the user's yet."""
    options = webauthn.generate_registration_options(
        rp_id=instance.host,
        rp_name=instance.settings.application_name,
        user_id=user.id.encode(),
        user_name=user.identifier,
        user_display_name=user.full_name or user.identifier,
        authenticator_selection=RESIDENT,
        exclude_credentials=_descriptors(user),
    )
    now = instance.now()
    verification = _challenge(instance, webauthn.options_to_json(options))
    return Passkey(f"Passkey {len(user.verified_passkeys) + 1}", now, now, verification)


def finish_registration(instance: Instance, passkey: Passkey, form: Parameters) -> None:
    """Take over the public key that an authenticator made.

    Raises:
        ApiError: The answer is not one to the challenge, or that is too old.
    """
    credential, challenge = _answer(instance, passkey.verification, form)
    try:
        verified = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=instance.host,
            expected_origin=_origin(instance, credential),
            require_user_verification=True,
        )
    except WebAuthnException as error:
        raise ApiError("passkey_registration_failure", str(error), param=CREDENTIAL) from error
    passkey.credential_id = verified.credential_id
    passkey.public_key = verified.credential_public_key
    passkey.sign_count = verified.sign_count
    passkey.updated_at = instance.now()
    _close(passkey.verification)


def begin_proof(instance: Instance, user: User | None = None) -> Verification:
    """Return a challenge for the passkeys of a user; without one for any that there is."""
    options = webauthn.generate_authentication_options(
        rp_id=instance.host,
        allow_credentials=_descriptors(user) if user else None,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _challenge(instance, webauthn.options_to_json(options))


def check_proof(
    instance: Instance, user: User, verification: Verification | None, form: Parameters
) -> Verification:
    """Check what a passkey of the user signed; return the verification, now verified.

    Raises:
        ApiError: The user has no such passkey, the signature is wrong, or the challenge too old.
    """
    credential, challenge = _answer(instance, verification, form)
    passkey = _named(user, credential)
    assert verification is not None  # it was answered
    if passkey is None:
        raise ApiError("passkey_not_registered", param=CREDENTIAL)
    try:
        verified = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=instance.host,
            expected_origin=_origin(instance, credential),
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except WebAuthnException as error:
        instance.count_failed_attempt(user)
        raise ApiError("passkey_authentication_failure", str(error), param=CREDENTIAL) from error
    passkey.sign_count = verified.new_sign_count
    passkey.last_used_at = instance.now()
    _close(verification)
    return verification


def owner_of(instance: Instance, form: Parameters) -> User:
    """Return whose passkey an answer is from, unchecked.

    Raises:
        ApiError: It is nobody's (`passkey_not_registered`).
    """
    credential = form.json_object(CREDENTIAL)
    for user in instance.users.values():
        if _named(user, credential):
            return user
    raise ApiError("passkey_not_registered", param=CREDENTIAL)


def _challenge(instance: Instance, options: str) -> Verification:
    return Verification("passkey", nonce=options, expire_at=instance.now() + CHALLENGE_LIFETIME)


def _answer(
    instance: Instance, verification: Verification | None, form: Parameters
) -> tuple[dict[str, object], bytes]:
    """Return an authenticator's answer, and the challenge that it has to be for."""
    form.require(CREDENTIAL)
    if verification is None or not verification.nonce or not verification.expire_at:
        raise ApiError("verification_missing")
    if instance.now() >= verification.expire_at:
        raise ApiError("verification_expired")
    challenge = json.loads(verification.nonce)["challenge"]
    return form.json_object(CREDENTIAL), webauthn.base64url_to_bytes(challenge)


def _close(verification: Verification) -> None:
    """A challenge is good for one answer."""
    verification.status, verification.nonce = "verified", ""


def _origin(instance: Instance, credential: dict[str, object]) -> str:
    """Return the page that asked the authenticator, as signed, if the instance knows such pages.

    Extensions and web pages both may use the host as relying party; Chrome sees to that.
    """
    try:
        response = credential["response"]
        encoded = response["clientDataJSON"]  # type: ignore[index]
        origin = parse_client_data_json(webauthn.base64url_to_bytes(encoded)).origin
    except (KeyError, TypeError, ValueError, WebAuthnException) as error:
        raise ApiError("form_param_format_invalid", param=CREDENTIAL) from error
    allowed = instance.settings.allowed_origins
    if allowed is not None and origin not in allowed:
        raise ApiError("origin_invalid")
    return origin


def _named(user: User, credential: dict[str, object]) -> Passkey | None:
    """Return the passkey of a user that an answer says it is from."""
    wanted = credential.get("id")
    for passkey in user.verified_passkeys:
        if webauthn.helpers.bytes_to_base64url(passkey.credential_id) == wanted:
            return passkey
    return None


def _descriptors(user: User) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(passkey.credential_id) for passkey in user.verified_passkeys
    ]

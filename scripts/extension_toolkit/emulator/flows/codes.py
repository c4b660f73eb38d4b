"""One-time codes: sent to e-mail addresses and phone numbers, and checked."""

from __future__ import annotations

from math import ceil

from ..errors import ApiError
from ..identifiers import TEST_CODE, new_code
from ..models import Contact, SentCode, User, Verification
from ..state import Instance


def send_code(
    instance: Instance,
    contact: Contact,
    strategy: str,
    attempt_id: str,
    previous: Verification | None = None,
) -> Verification:
    """Note a code as sent, and return the verification that waits for it.

    Args:
        instance: The instance.
        contact: Where the code goes.
        strategy: What it is for, such as `email_code`.
        attempt_id: What it belongs to.
        previous: The verification that the new one replaces.

    Raises:
        ApiError: The last code was sent just now.
    """
    now = instance.now()
    if previous is not None and previous.sent_at is not None:
        wait = previous.sent_at + instance.settings.code_interval - now
        if wait > 0:
            raise ApiError("verification_code_too_many_requests", retry_after=ceil(wait))
    code = TEST_CODE if contact.is_test else new_code()
    instance.codes.append(SentCode(now, contact.value, strategy, code, attempt_id))
    return Verification(
        strategy,
        sent_at=now,
        expire_at=now + instance.settings.code_lifetime,
        code=code,
        contact_id=contact.id,
    )


def check_code(
    instance: Instance,
    verification: Verification | None,
    strategy: str,
    code: str,
    user: User | None = None,
) -> Verification:
    """Compare a code with the one that was sent; return the verification, now verified.

    Args:
        instance: The instance.
        verification: Waits for the code; None when none was sent.
        strategy: What the caller says the code is for.
        code: What the caller gives.
        user: Whose failed attempts are counted, if anybody's.

    Raises:
        ApiError: The code is wrong, was not sent, is too old, or was tried too often.
    """
    if verification is None or verification.strategy != strategy:
        raise ApiError("verification_missing")
    if verification.is_verified:
        raise ApiError("verification_already_verified")
    if verification.status == "failed":
        raise ApiError("verification_failed")
    if verification.expire_at is not None and instance.now() >= verification.expire_at:
        verification.status = "expired"
        raise ApiError("verification_expired")
    verification.attempts += 1
    if code != verification.code:
        if user is not None:
            instance.count_failed_attempt(user)
        if verification.attempts >= instance.settings.code_attempts:
            verification.status = "failed"
        raise ApiError("form_code_incorrect", param="code")
    verification.status = "verified"
    return verification

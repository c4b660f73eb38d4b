"""A user's second factors: when they come and go, and backup codes."""

from __future__ import annotations

import secrets

from ..models import User
from ..state import Instance

BACKUP_CODES = 10
BACKUP_CODE_BYTES = 4


def note_second_factors(instance: Instance, user: User) -> list[str] | None:
    """Note that a user's second factors changed; return backup codes if they come with the first.

    Without another second factor backup codes are of no use, and go.
    """
    now = instance.now()
    had_one = user.mfa_enabled_at is not None
    user.updated_at = now
    if user.two_factor_enabled and not had_one:
        user.mfa_enabled_at, user.mfa_disabled_at = now, None
        if instance.settings.backup_code and not user.backup_codes:
            return new_backup_codes(user)
    elif had_one and not user.two_factor_enabled:
        user.mfa_enabled_at, user.mfa_disabled_at = None, now
        user.backup_codes = []
    return None


def new_backup_codes(user: User) -> list[str]:
    """Give a user new backup codes in place of the old ones, and return them."""
    user.backup_codes = [secrets.token_hex(BACKUP_CODE_BYTES) for _ in range(BACKUP_CODES)]
    return list(user.backup_codes)

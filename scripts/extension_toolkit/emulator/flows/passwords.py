"""The rules for new passwords."""

from __future__ import annotations

from ..errors import ApiError
from ..models import User
from ..state import Instance

PASSWORD_MAXIMUM = 72


def check_new_password(instance: Instance, password: str, param: str = "password") -> None:
    """Refuse a password that the instance does not take.

    Args:
        instance: The instance.
        password: The password.
        param: The parameter it came in.

    Raises:
        ApiError: It is too short, too long, or known from a breach.
    """
    if len(password) < instance.settings.password_minimum:
        raise ApiError("form_password_length_too_short", param=param)
    if len(password.encode()) > PASSWORD_MAXIMUM:
        raise ApiError("form_password_length_too_long", param=param)
    if password in instance.settings.pwned_passwords:
        raise ApiError("form_password_pwned", param=param)


def set_password(instance: Instance, user: User, password: str) -> None:
    """Give a user a password that was checked before."""
    user.password = password
    user.must_reset_password = False
    user.password_last_updated_at = user.updated_at = instance.now()

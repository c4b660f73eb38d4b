"""The form of e-mail addresses, phone numbers and usernames, and whether they are taken."""

from __future__ import annotations

import re

from ..errors import ApiError
from ..state import Instance

EMAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
PHONE_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
USERNAME = re.compile(r"[\w-]+")
USERNAME_MINIMUM, USERNAME_MAXIMUM = 4, 64


def checked_email_address(instance: Instance, text: str, param: str = "email_address") -> str:
    """Return an address in its one form, if nobody has it.

    Raises:
        ApiError: It is none (`form_param_format_invalid`), or somebody has it
            (`form_identifier_exists`).
    """
    return _checked(instance, text.lower(), EMAIL_ADDRESS, param, "is not an e-mail address")


def checked_phone_number(instance: Instance, text: str, param: str = "phone_number") -> str:
    """Return a number in its one form, if nobody has it; errors as for addresses."""
    number = re.sub(r"[\s().-]", "", text)
    return _checked(instance, number, PHONE_NUMBER, param, "is not +, country code and number")


def checked_username(instance: Instance, text: str) -> str:
    """Return a username, if nobody has it; errors as for addresses, and
    `form_username_invalid_length`."""
    if not USERNAME_MINIMUM <= len(text) <= USERNAME_MAXIMUM:
        raise ApiError("form_username_invalid_length", param="username")
    if not USERNAME.fullmatch(text):
        raise ApiError("form_username_invalid_character", param="username")
    return _checked(instance, text, USERNAME, "username", "")


def check_free(instance: Instance, identifier: str, param: str) -> None:
    """Refuse an address, number or name that a user has.

    Raises:
        ApiError: `form_identifier_exists`.
    """
    if instance.find_user(identifier) is not None:
        raise ApiError("form_identifier_exists", param=param)


def _checked(
    instance: Instance, text: str, pattern: re.Pattern[str], param: str, problem: str
) -> str:
    text = text.strip()
    if not pattern.fullmatch(text):
        raise ApiError("form_param_format_invalid", f"{text} {problem}.", param=param)
    check_free(instance, text, param)
    return text

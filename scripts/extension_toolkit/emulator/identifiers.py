"""Random identifiers in the form Clerk uses: a prefix, an underscore, 27 letters and digits."""

from __future__ import annotations

import secrets
import string

ALPHABET = string.ascii_letters + string.digits
LENGTH = 27
TEST_CODE = "424242"


def new_id(prefix: str) -> str:
    """Return a fresh identifier.

    Args:
        prefix: What the object is, such as `sess` or `user`.
    """
    return f"{prefix}_{''.join(secrets.choice(ALPHABET) for _ in range(LENGTH))}"


def new_code() -> str:
    """Return a random one-time code of six digits, never the fixed one of test addresses."""
    code = TEST_CODE
    while code == TEST_CODE:
        code = f"{secrets.randbelow(1_000_000):06d}"
    return code


def new_ticket() -> str:
    """Return a random ticket, which opens a sign-in or a sign-up once."""
    return secrets.token_urlsafe(24)

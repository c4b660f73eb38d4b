"""Keys that must never be in an extension, where everybody who installs it could read them."""

from __future__ import annotations

import re

from .errors import BuildError

SECRETS = {
    "a Clerk secret key (sk_…)": re.compile(r"\bsk_(?:test|live)_[A-Za-z0-9]{8,}"),
    "the secret of a webhook (whsec_…)": re.compile(r"\bwhsec_[A-Za-z0-9+/=]{8,}"),
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
}


def has_secret(text: str) -> str | None:
    """Return what kind of secret a text holds, if any."""
    return next((what for what, pattern in SECRETS.items() if pattern.search(text)), None)


def refuse_secret_key(text: str, file: str) -> None:
    """Raise where a text that would be bundled holds a secret.

    Raises:
        BuildError: It does; the message never repeats it.
    """
    for what, pattern in SECRETS.items():
        if found := pattern.search(text):
            raise BuildError(
                f"{what} would be bundled, where everybody could read it. Remove it from here, and "
                "replace it in Clerk's dashboard if it was ever published",
                file,
                text.count("\n", 0, found.start()) + 1,
            )

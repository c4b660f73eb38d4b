"""Clerk's publishable key: which instance it names, and whether it is one at all.

A key is `pk_test_` or `pk_live_` and the base64 of the Frontend API's host with a `$` behind it.

Source: https://clerk.com/docs/guides/how-clerk-works/overview
"""

from __future__ import annotations

from webext import _page

from .errors import ClerkRuntimeError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
PUNCTUATION = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

WHERE = "Copy the publishable key from the API keys page of Clerk's dashboard"


class PublishableKey:
    """A checked key.

    Attributes:
        value: The key itself.
        instanceType: `development` or `production`.
        frontend_api: The host of the Frontend API, with a port if the key has one.
    """

    def __init__(self, value: str, instanceType: str, frontend_api: str) -> None:
        self.value = value
        self.instanceType = instanceType
        self.frontend_api = frontend_api


def parse_publishable_key(value: str | None) -> PublishableKey:
    """Check a key and read it.

    Args:
        value: The key, such as `pk_test_…`.

    Raises:
        ClerkRuntimeError: With the code `missing_publishable_key`, `secret_key` or
            `malformed_publishable_key`. The message never repeats a secret key.
    """
    if not value:
        raise ClerkRuntimeError(f"no publishable key was given. {WHERE}", "missing_publishable_key")
    if value.strip().startswith("sk_"):
        raise ClerkRuntimeError(
            "this is a secret key (sk_…), which must never be in an extension, where everybody "
            f"could read it. {WHERE} (pk_…)",
            "secret_key",
        )
    parts = value.split("_")
    if value != "".join(value.split()):
        raise _malformed("it has spaces or line ends in it or around it")
    if len(parts) != 3 or parts[0] != "pk" or parts[1] not in ("test", "live"):
        raise _malformed("it is not of the form pk_test_… or pk_live_…")
    host = _decode_base64(parts[2])
    if host is None or not host.endswith("$") or "$" in host[:-1]:
        raise _malformed("its last part was cut off or changed")
    host = host[:-1]
    if not _is_host(host):
        raise _malformed("it names no host")
    instance = "production" if parts[1] == "live" else "development"
    return PublishableKey(value, instance, host)


def _is_host(host: str) -> bool:
    # What `strip` leaves has another character somewhere; `isalnum` loads Unicode's tables.
    name, colon, port = host.partition(":")
    labels = name.split(".")
    wrong = [x for x in labels if x.strip(LETTERS + DIGITS + "-") or not x.strip("-")]
    is_port = port != "" and port.strip(DIGITS) == ""
    return len(labels) > 1 and not wrong and (is_port or not colon)


def _decode_base64(text: str) -> str | None:
    """ASCII in base64, or None."""
    try:
        decoded = _page.decode_base64(text.rstrip("="))
    except ValueError:
        return None
    return None if decoded.strip(LETTERS + DIGITS + PUNCTUATION) else decoded


def _malformed(why: str) -> ClerkRuntimeError:
    return ClerkRuntimeError(
        f"the publishable key is malformed: {why}. {WHERE}", "malformed_publishable_key"
    )

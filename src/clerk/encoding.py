"""How names and values look in a request to Clerk's Frontend API."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SAFE = CAPITALS + "abcdefghijklmnopqrstuvwxyz0123456789-._~"

# The few names there are, since each is read again and again.
_in_snake_case: dict[str, str] = {}


def encode_form(fields: Mapping[str, Any], write_json: Callable[[Any], str]) -> str:
    """Encode a body as Clerk's SDK does: names in snake_case, None as an empty value.

    Args:
        fields: Strings, numbers, booleans, None, lists of them or dicts, by camelCase name. A value
            that is absent is left out by the caller.
        write_json: Writes a dict as JSON.
    """
    return encode_pairs({snake_case(name): value for name, value in fields.items()}, write_json)


def encode_pairs(fields: Mapping[str, Any], write_json: Callable[[Any], str]) -> str:
    """Encode names as they are; a list gives its name several times."""
    pairs = []
    for name, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            text = write_json(item) if isinstance(item, dict) else _text(item)
            pairs.append(f"{quote(name)}={quote(text)}")
    return "&".join(pairs)


def snake_case(name: str) -> str:
    """Return `emailAddress` as `email_address`."""
    if name not in _in_snake_case:
        words = [f"_{c.lower()}" if c in CAPITALS else c for c in name]
        _in_snake_case[name] = "".join(words)
    return _in_snake_case[name]


def quote(text: str) -> str:
    """Percent-encode everything but unreserved characters (RFC 3986)."""
    return "".join(
        c if c in SAFE else "".join(f"%{byte:02X}" for byte in c.encode("utf-8")) for c in text
    )


def read_query(url: str) -> dict[str, str]:
    """Return the names and values in an address's query."""
    query = url.partition("#")[0].partition("?")[2]
    pairs = [part.partition("=") for part in query.split("&") if part]
    return {_unquote(name): _unquote(value) for name, _, value in pairs}


def _unquote(text: str) -> str:
    first, *others = text.replace("+", " ").split("%")
    encoded = first.encode("utf-8")
    for part in others:
        try:
            encoded += bytes([int(part[:2], 16)]) + part[2:].encode("utf-8")
        except ValueError:  # no two digits behind the sign
            encoded += f"%{part}".encode()
    return encoded.decode("utf-8", "replace")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)

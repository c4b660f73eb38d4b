"""The cookies of web applications of a production instance."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import SimpleCookie

CLIENT_COOKIE = "__client"
# When the client changed last, seconds since the epoch; 0 says that nobody is signed in.
UPDATED_COOKIE = "__client_uat"
LIFETIME = 365 * 86_400  # seconds


def read_cookie(headers: Mapping[str, str], name: str) -> str:
    """Return the value of a cookie in a request, or ""."""
    found = SimpleCookie(headers.get("cookie", "")).get(name)
    return found.value if found else ""


def client_cookie(token: str) -> str:
    """Return the `Set-Cookie` header of a client token; an empty token removes the cookie."""
    age = LIFETIME if token else 0
    return f"{CLIENT_COOKIE}={token}; Path=/; Max-Age={age}; HttpOnly; Secure; SameSite=Lax"


def updated_cookie(host: str, updated_at: int) -> str:
    """Return the `Set-Cookie` header that tells all pages of the site of a client's state."""
    attributes = f"Domain={site_of(host)}; Path=/; Max-Age={LIFETIME}; Secure; SameSite=Lax"
    return f"{UPDATED_COOKIE}={updated_at}; {attributes}"


def site_of(host: str) -> str:
    """Return the site of a Frontend API: that of clerk.example.com is example.com."""
    return host.partition(".")[2]

"""Clerk in Python, for Chrome extensions, with Clerk's names.

from clerk import createClerkClient

clerk = await createClerkClient(publishableKey="pk_test_…")
token = await clerk.session.getToken() if clerk.session else None

createClerkClient       the client of an instance, loaded
Clerk                   its type: client, session, user, organization, signOut, setActive, …
Client, Session, User   what it holds; the rest is in `clerk.resources`
Resources               what its listeners get
ClerkError              what it raises; the tree is in `clerk.errors`
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .resources.session import Session
    from .resources.user import User

from .clerk import Clerk
from .errors import (
    ClerkAPIError,
    ClerkAPIResponseError,
    ClerkError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
)
from .events import Resources
from .extension import createClerkClient
from .resources.client import Client

__all__ = [
    "Clerk",
    "ClerkAPIError",
    "ClerkAPIResponseError",
    "ClerkError",
    "ClerkOfflineError",
    "ClerkRuntimeError",
    "ClerkTimeoutError",
    "Client",
    "Resources",
    "Session",
    "User",
    "createClerkClient",
]

# Modules that are bundled, with the permissions that they need, only with code that uses them.
BUNDLED_WHEN_NAMED = {
    "clerk.resources.passkey": (
        "authenticateWithPasskey",
        "createPasskey",
        "passkeys",
        "verifyWithPasskey",
    ),
    "clerk.sso": ("authenticateWithRedirect",),
    "clerk.sync_host": ("syncHost",),
}


def __getattr__(name: str) -> Any:
    """Resources are imported when they are asked for: where nobody is signed in there are none."""
    if name == "Session":
        from .resources.session import Session

        return Session
    if name == "User":
        from .resources.user import User

        return User
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Clerk in Python, for Chrome extensions, with Clerk's names.

from clerk import createClerkClient

clerk = await createClerkClient(publishableKey="pk_test_…")
token = await clerk.session.getToken() if clerk.session else None

createClerkClient       the client of an instance, loaded
Clerk                   its type: client, session, user, signOut, setActive, addListener
Client, Session, User, EmailAddress, SignIn
                        what it holds
ClerkError              what it raises; the tree is in `clerk.errors`
"""

from .clerk import Clerk, Resources
from .errors import (
    ClerkAPIError,
    ClerkAPIResponseError,
    ClerkError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
)
from .extension import createClerkClient
from .resources import Client, EmailAddress, Session, SignIn, User

__all__ = [
    "Clerk",
    "ClerkAPIError",
    "ClerkAPIResponseError",
    "ClerkError",
    "ClerkOfflineError",
    "ClerkRuntimeError",
    "ClerkTimeoutError",
    "Client",
    "EmailAddress",
    "Resources",
    "Session",
    "SignIn",
    "User",
    "createClerkClient",
]

"""The popup: home when somebody is signed in, the sign-in form when nobody is."""

from __future__ import annotations

from clerk import ClerkError, createClerkClient
from webext import spawn
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY


async def start() -> None:
    """Show who is signed in; when that cannot be known, why, and a way to try again."""
    try:
        clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    except ClerkError as error:
        show_failure(error, start)
    else:
        Popup(clerk)


spawn(start())

# Behind it, so that Chrome reads what it keeps of the client while these are loaded.
from .shell import Popup, show_failure

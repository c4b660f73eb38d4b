"""Who is signed in, for routes that are shown to nobody else."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk, Session, User

from clerk import ClerkRuntimeError


def session_of(clerk: Clerk) -> Session:
    """Return the active session.

    Raises:
        ClerkRuntimeError: Somebody signed out meanwhile, maybe in another page.
    """
    if clerk.session is None:
        raise ClerkRuntimeError("nobody is signed in any more", "signed_out")
    return clerk.session


def user_of(clerk: Clerk) -> User:
    """Return the signed-in user.

    Raises:
        ClerkRuntimeError: Somebody signed out meanwhile, maybe in another page.
    """
    user = session_of(clerk).user
    if user is None:
        raise ClerkRuntimeError("nobody is signed in any more", "signed_out")
    return user

"""What routes need to know: who is signed in, and the settings of the instance."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk, Session, User
    from clerk.resources.environment import Environment

from clerk import ClerkError, ClerkRuntimeError


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


async def settings_of(clerk: Clerk) -> Environment | None:
    """Return the settings of the instance, or None while Clerk does not answer.

    What depends on them is an offer more; what is tried without an answer says so itself. So the
    page shows first what it has.
    """
    await clerk.platform.sleep(0)
    try:
        return await clerk.getEnvironment()
    except ClerkError:
        return None

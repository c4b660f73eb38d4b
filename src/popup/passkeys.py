"""Passkeys, where the instance offers them: its settings have to be known first."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk

    from .view import View

from webext import spawn

from .attempts import finish_sign_in
from .state import settings_of


async def are_offered(clerk: Clerk, at_sign_in: bool = False) -> bool:
    """Return whether users of the instance may have passkeys.

    Args:
        clerk: The client.
        at_sign_in: Whether there is to be a button for them at the sign-in, too.
    """
    environment = await settings_of(clerk)
    if environment is None:
        return False
    settings = environment.userSettings
    has_button = settings.passkeySettings.showSignInButton or not at_sign_in
    return bool(settings.attributes.passkey.enabled and has_button)


def add_passkey(view: View, clerk: Clerk) -> None:
    """Add a link for signing in with a passkey, if there may be one."""
    spawn(add_when_known(view, clerk))


async def add_when_known(view: View, clerk: Clerk) -> None:
    async def sign_in() -> None:
        attempt = await clerk.client.signIn.authenticateWithPasskey(flow="discoverable")
        await finish_sign_in(clerk, attempt)

    if await are_offered(clerk, at_sign_in=True):
        view.link("use-passkey", "usePasskey", sign_in)

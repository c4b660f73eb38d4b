"""Buttons for signing in elsewhere: Google, GitHub, a company's own sign-in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from clerk import Clerk

    from .view import View

from webext import spawn

from .attempts import resume
from .state import settings_of
from .texts import text


def add_providers(view: View, clerk: Clerk) -> None:
    """Add a button for each provider of the instance, when its settings are known."""
    spawn(add_when_known(view, clerk))


async def add_when_known(view: View, clerk: Clerk) -> None:
    environment = await settings_of(clerk)
    if environment is None:
        return
    social = environment.userSettings.social.data.values()
    enabled = [p for p in social if p["enabled"] and p["authenticatable"]]
    if not enabled:
        return
    view.begin_alternatives()
    for provider in sorted(enabled, key=lambda provider: provider["name"]):
        add_provider(view, clerk, provider)


def add_provider(view: View, clerk: Clerk, provider: dict[str, Any]) -> None:
    async def sign_in() -> None:
        view.notice("continueInWindow")
        await clerk.client.signIn.authenticateWithRedirect(strategy=provider["strategy"])
        if clerk.session is None:
            resume(clerk)  # something is missing yet

    view.row(provider["strategy"], text("continueWith", provider["name"]), "", sign_in)

"""The popup: the home route when somebody is signed in, the sign-in form when nobody is."""

from __future__ import annotations

from clerk import Clerk, ClerkError, Resources, createClerkClient
from webext import spawn
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

from .routes import home, sign_in
from .view import View

shown: str | None = None  # the id of the user whose home it is


def show(clerk: Clerk, resources: Resources) -> None:
    """Show the route that fits, unless it is there already."""
    global shown
    wanted = resources.user.id if resources.user else "nobody"
    if wanted == shown:
        return
    shown = wanted
    if resources.user:
        home.show(clerk, resources.user)
    else:
        sign_in.show(clerk)


async def start() -> None:
    try:
        clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    except ClerkError as error:
        failure = View("failure")
        failure.alert(str(error))
        failure.on_click("retry", start)
        return
    clerk.addListener(lambda resources: show(clerk, resources))


spawn(start())

"""The popup: home when somebody is signed in, the sign-in form when nobody is."""

from __future__ import annotations

from browser import document
from clerk import Clerk, ClerkError, createClerkClient
from webext import spawn
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

from .attempts import resume
from .navigation import go
from .texts import failure_text, text
from .view import View

# Routes for what a session may have to do before it counts.
TASKS = {
    "choose-organization": "organizations/choose",
    "reset-password": "account/password",
    "setup-mfa": "two_step",
}


class Popup:
    """Shows the route that fits, and again when somebody else is signed in than before."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.shown: object = "nothing"
        clerk.addListener(lambda resources: self.update())

    def update(self) -> None:
        identity = self._identity()
        if identity != self.shown:
            self.shown = identity
            self._show()

    def _identity(self) -> object:
        session = self.clerk.session
        if session is None:
            return None
        task = session.currentTask
        return (session.id, session.lastActiveOrganizationId, task.key if task else None)

    def _show(self) -> None:
        session = self.clerk.session
        if session is None:
            resume(self.clerk)
        elif session.currentTask:
            go(TASKS[session.currentTask.key], self.clerk)
        else:
            go("home", self.clerk)


async def start() -> None:
    """Show who is signed in; when that cannot be known, why, and a way to try again."""
    try:
        clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    except ClerkError as error:
        view = View("unreachable")
        view.alert(failure_text(error))
        view.button("retry", "tryAgain", start, "primary")
        return
    Popup(clerk)


document.documentElement.lang = text("language")
document.querySelector(".loading").textContent = text("loading")
spawn(start())

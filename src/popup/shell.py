"""What shows the route that fits who is signed in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk, ClerkError

    from .view import Action

from browser import document

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

document.documentElement.lang = text("language")
document.querySelector(".loading").textContent = text("loading")


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


def show_failure(error: ClerkError, retry: Action) -> None:
    """Say why nothing can be known of who is signed in."""
    view = View("unreachable")
    view.alert(failure_text(error))
    view.button("retry", "tryAgain", retry, "primary")

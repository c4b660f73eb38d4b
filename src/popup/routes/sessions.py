"""The sessions route: the accounts that are signed in here, and another one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk, Session

from ..navigation import go, route, way_to
from ..picture import detail_of, name_of, picture_of
from ..state import session_of
from ..view import View


@route("sessions")
def show(clerk: Clerk) -> None:
    view = View("accounts", back=way_to("home", clerk))
    for session in clerk.client.signedInSessions:
        add_session(view, clerk, session)
    view.button("add-account", "addAccount", way_to("sign_in", clerk))
    view.button("sign-out-all", "signOutAll", clerk.signOut, "danger")


def add_session(view: View, clerk: Clerk, session: Session) -> None:
    user = session.user
    if user is None:
        return
    is_current = session.id == session_of(clerk).id

    async def switch() -> None:
        if not is_current:
            await clerk.setActive(session=session.id)
        go("home", clerk)

    view.row(
        f"session-{session.id}",
        name_of(user),
        detail_of(user),
        switch,
        picture=picture_of(user),
        current=is_current,
    )

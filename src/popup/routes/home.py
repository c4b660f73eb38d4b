"""The home route: who is signed in, for which organization, and the ways from here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk

import chrome
from webext import spawn

from ..navigation import route, way_to
from ..picture import Picture, detail_of, logo_of, name_of, picture_of
from ..state import session_of, settings_of, user_of
from ..texts import text
from ..view import View


@route("home")
def show(clerk: Clerk) -> None:
    user = user_of(clerk)
    view = View("extName")
    view.person(picture_of(user), name_of(user), detail_of(user))
    if user.organizationMemberships or user.createOrganizationEnabled:
        add_organization(view, clerk)
    view.row("account", text("account"), "", way_to("account", clerk))
    spawn(add_sessions(view, clerk))
    view.button("open-demo", "openDemo", open_demo, "primary")
    view.button("sign-out", "signOut", lambda: clerk.signOut(sessionId=session_of(clerk).id))


async def add_sessions(view: View, clerk: Clerk) -> None:
    """Lead to the other accounts, where there are any or may be."""
    others = len(clerk.client.signedInSessions) - 1
    if others or await allows_more(clerk):
        detail = text("moreAccounts", str(others)) if others else ""
        view.row("sessions", text("switchAccount"), detail, way_to("sessions", clerk))


async def allows_more(clerk: Clerk) -> bool:
    """Return whether the instance lets several users be signed in at a time."""
    environment = await settings_of(clerk)
    return environment is not None and not environment.isSingleSession()


def add_organization(view: View, clerk: Clerk) -> None:
    """Say for which organization the user is active, and lead to the others."""
    organization = clerk.organization
    name = organization.name if organization else text("personalAccount")
    picture = logo_of(organization) if organization else Picture(name, shape="square")
    view.row(
        "organizations",
        name,
        text("switchOrganization"),
        way_to("organizations", clerk),
        picture=picture,
    )


async def open_demo() -> None:
    await chrome.tabs.create({"url": "./tabs/background-worker-demo.html"})

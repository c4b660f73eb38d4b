"""The devices route: where else the user is signed in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.user_security import SessionWithActivities

from ..navigation import route, way_to
from ..reverification import verified
from ..state import session_of, user_of
from ..texts import text
from ..view import View


@route("devices")
def show(clerk: Clerk) -> None:
    view = View("devices", back=way_to("account", clerk))
    view.run(lambda: add_devices(view, clerk))


async def add_devices(view: View, clerk: Clerk) -> None:
    for session in await user_of(clerk).getSessions():
        add_device(view, clerk, session)


def add_device(view: View, clerk: Clerk, session: SessionWithActivities) -> None:
    activity = session.latestActivity
    is_current = session.id == session_of(clerk).id
    name = f"{activity.browserName or ''} {activity.browserVersion or ''}".strip()
    place = ", ".join(part for part in (activity.city, activity.country) if part)

    async def revoke() -> None:
        await verified(clerk, session.revoke, way_to("devices", clerk))

    async def stay() -> None:
        view.notice("thisDeviceHint")

    details = [text("thisDevice") if is_current else text("signOutThere"), place]
    view.row(
        f"device-{session.id}",
        name or text("unknownDevice"),
        " · ".join(detail for detail in details if detail),
        stay if is_current else revoke,
        current=is_current,
    )

"""The new-password route: the last step after a code for a forgotten password."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.sign_in import SignIn

from ..attempts import finish_sign_in
from ..navigation import route, way_to
from ..texts import text
from ..view import View


@route("new_password")
def show(clerk: Clerk, attempt: SignIn) -> None:
    view = View("newPassword", text("newPasswordHint"), back=way_to("sign_in", clerk))

    async def reset() -> None:
        if not view.require(password="enterPassword", confirmation="enterPasswordAgain"):
            return
        if view.value("password") != view.value("confirmation"):
            view.field_error("confirmation", text("passwordsDiffer"))
            return
        done = await attempt.resetPassword(
            password=view.value("password"),
            signOutOfOtherSessions=view.checked("sign-out-others"),
        )
        await finish_sign_in(clerk, done)

    view.field("password", "newPassword", "password", autocomplete="new-password")
    view.field("confirmation", "passwordAgain", "password", autocomplete="new-password")
    view.choice("sign-out-others", "signOutOthers", checked=True)
    view.submit("savePassword", reset)

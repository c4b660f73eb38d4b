"""The account routes: name and password, and the ways to addresses, second factors, devices."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk

from webext import spawn

from ..navigation import go, route, way_to
from ..passkeys import are_offered
from ..picture import address_of, name_of, picture_of
from ..reverification import verified
from ..state import session_of, user_of
from ..texts import text
from ..view import View


@route("account")
def show(clerk: Clerk) -> None:
    user = user_of(clerk)
    view = View("account", back=way_to("home", clerk))
    view.row(
        "profile",
        name_of(user),
        text("editProfile"),
        way_to("account/profile", clerk),
        picture=picture_of(user),
    )
    view.row("addresses", text("addresses"), address_of(user), way_to("addresses", clerk))
    view.row(
        "password",
        text("password"),
        text("set" if user.passwordEnabled else "notSet"),
        way_to("account/password", clerk),
    )
    view.row(
        "two-step",
        text("twoStep"),
        text("on" if user.twoFactorEnabled else "off"),
        way_to("two_step", clerk),
    )
    view.row("devices", text("devices"), text("devicesHint"), way_to("devices", clerk))
    spawn(add_passkeys(view, clerk))
    if user.deleteSelfEnabled:
        view.button("delete-account", "deleteAccount", way_to("account/delete", clerk), "danger")


async def add_passkeys(view: View, clerk: Clerk) -> None:
    if await are_offered(clerk):
        view.row("passkeys", text("passkeys"), text("passkeysHint"), way_to("passkeys", clerk))


@route("account/profile")
def edit_profile(clerk: Clerk) -> None:
    user = user_of(clerk)
    view = View("profile", back=way_to("account", clerk))

    async def save() -> None:
        await user.update(firstName=view.value("first_name"), lastName=view.value("last_name"))
        go("account", clerk)

    view.field(
        "first_name", "field_first_name", autocomplete="given-name", value=user.firstName or ""
    )
    view.field(
        "last_name", "field_last_name", autocomplete="family-name", value=user.lastName or ""
    )
    view.submit("save", save)


@route("account/password")
def change_password(clerk: Clerk) -> None:
    """Change the password, set a first one, or a new one where a task of the session asks it."""
    user, session = user_of(clerk), session_of(clerk)
    view = View("changePassword", back=None if session.currentTask else way_to("account", clerk))

    async def save() -> None:
        needed = {"new_password": "enterPassword", "confirmation": "enterPasswordAgain"}
        if user.passwordEnabled:
            needed = {"current_password": "enterPassword", **needed}
        if not view.require(**needed):
            return
        if view.value("new_password") != view.value("confirmation"):
            view.field_error("confirmation", text("passwordsDiffer"))
            return
        await verified(clerk, request, way_to("account", clerk))

    async def request() -> None:
        await user.updatePassword(
            newPassword=view.value("new_password"),
            currentPassword=view.value("current_password") if user.passwordEnabled else None,
            signOutOfOtherSessions=view.checked("sign-out-others"),
        )

    if user.passwordEnabled:
        view.field(
            "current_password", "currentPassword", "password", autocomplete="current-password"
        )
    view.field("new_password", "newPassword", "password", autocomplete="new-password")
    view.field("confirmation", "passwordAgain", "password", autocomplete="new-password")
    view.choice("sign-out-others", "signOutOthers", checked=True)
    view.submit("savePassword", save)


@route("account/delete")
def delete_account(clerk: Clerk) -> None:
    view = View("deleteAccount", text("deleteAccountHint"), back=way_to("account", clerk))

    async def delete() -> None:
        if view.value("confirmation") != text("deleteAccount"):
            view.field_error("confirmation", text("typeToDelete", text("deleteAccount")))
            return
        await verified(clerk, user_of(clerk).delete, way_to("sign_in", clerk))

    view.paragraph(text("typeToDelete", text("deleteAccount")))
    view.field("confirmation", "confirmation", autocomplete="off")
    view.submit("deleteAccount", delete)

"""The two-step routes: an authenticator app, and codes for when it is lost."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.user_security import TOTP, BackupCode

from ..code_entry import ask_for_code
from ..navigation import route, way_to
from ..reverification import verified
from ..state import session_of, user_of
from ..texts import text
from ..view import View


@route("two_step")
def show(clerk: Clerk) -> None:
    """Say which second factors are in force, and offer the others."""
    user = user_of(clerk)
    back = None if session_of(clerk).currentTask else way_to("account", clerk)
    view = View("twoStep", text("twoStepHint"), back)

    async def add_app() -> None:
        await show_key(clerk)

    async def remove_app() -> None:
        await verified(clerk, user.disableTOTP, way_to("two_step", clerk))

    async def make_codes() -> None:
        await show_backup_codes(clerk)

    view.paragraph(text("appIsOn" if user.totpEnabled else "appIsOff"))
    if user.totpEnabled:
        view.button("backup-codes", "makeBackupCodes", make_codes)
        view.button("remove-app", "removeApp", remove_app, "danger")
    else:
        view.button("add-app", "addApp", add_app, "primary")


async def show_key(clerk: Clerk) -> None:
    """Show the key for the app, and ask for the first code as a proof that it works."""
    made: list[TOTP] = []

    async def create() -> None:
        made.append(await user_of(clerk).createTOTP())

    async def ask() -> None:
        back = way_to("two_step", clerk)
        ask_for_code("addApp", text("appKeyHint"), verify, back=back, secret=made[0].secret or "")

    async def verify(code: str) -> None:
        await user_of(clerk).verifyTOTP(code=code)
        await show_backup_codes(clerk)

    await verified(clerk, create, ask)


async def show_backup_codes(clerk: Clerk) -> None:
    """Make new codes and show them, the one time that they can be seen."""
    made: list[BackupCode] = []

    async def create() -> None:
        made.append(await user_of(clerk).createBackupCode())

    async def show_them() -> None:
        view = View("backupCodes", text("backupCodesHint"))
        view.paragraph(" ".join(made[0].codes), "secret")
        view.button("done", "done", way_to("two_step", clerk), "primary")

    await verified(clerk, create, show_them)

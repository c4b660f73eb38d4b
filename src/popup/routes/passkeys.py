"""The passkey routes: those that the user has, and a new one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.passkey import Passkey

from browser import window

from ..navigation import go, route, way_to
from ..reverification import verified
from ..state import user_of
from ..texts import text
from ..view import View


@route("passkeys")
def show(clerk: Clerk) -> None:
    view = View("passkeys", text("passkeysExplained"), back=way_to("account", clerk))

    async def add() -> None:
        await verified(clerk, create, way_to("passkeys", clerk))

    async def create() -> None:
        await user_of(clerk).createPasskey()

    for passkey in user_of(clerk).passkeys:
        view.row(
            f"passkey-{passkey.id}",
            passkey.name or text("passkey"),
            used(passkey),
            way_to("passkeys/one", clerk, passkey),
        )
    view.button("add-passkey", "addPasskey", add, "primary")


@route("passkeys/one")
def show_one(clerk: Clerk, passkey: Passkey) -> None:
    """Offer what can be done with one passkey."""
    view = View("passkey", used(passkey), back=way_to("passkeys", clerk))

    async def rename() -> None:
        if view.require(name="enterPasskeyName"):
            await passkey.update(name=view.value("name"))
            go("passkeys", clerk)

    async def remove() -> None:
        await verified(clerk, passkey.delete, way_to("passkeys", clerk))

    view.field("name", "passkeyName", autocomplete="off", value=passkey.name or "")
    view.submit("save", rename)
    view.button("remove", "remove", remove, "danger")


def used(passkey: Passkey) -> str:
    """Say when a passkey was last used."""
    if passkey.lastUsedAt is None:
        return text("passkeyUnused")
    return text(
        "passkeyUsed", window.Date.new(passkey.lastUsedAt).toLocaleDateString(text("language"))
    )

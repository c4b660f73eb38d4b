"""The address routes: a user's e-mail addresses and phone numbers, and new ones."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from clerk import Clerk

from ..code_entry import ask_for_code
from ..navigation import go, route, way_to
from ..reverification import verified
from ..state import user_of
from ..texts import text
from ..view import View


@route("addresses")
def show(clerk: Clerk) -> None:
    user = user_of(clerk)
    view = View("addresses", back=way_to("account", clerk))
    for address in [*user.emailAddresses, *user.phoneNumbers]:
        is_primary = address.id in (user.primaryEmailAddressId, user.primaryPhoneNumberId)
        view.row(
            f"address-{address.id}",
            shown(address),
            state_of(address, is_primary),
            way_to("addresses/one", clerk, address, is_primary),
            current=is_primary,
        )
    view.button("add-email", "addEmail", way_to("addresses/add-email", clerk))
    view.button("add-phone", "addPhone", way_to("addresses/add-phone", clerk))


@route("addresses/one")
def show_one(clerk: Clerk, address: Any, is_primary: bool) -> None:
    """Offer what can be done with one address."""
    view = View("address", shown(address), back=way_to("addresses", clerk))

    async def verify() -> None:
        await ask_for_proof(clerk, address)

    async def make_primary() -> None:
        field = "primaryEmailAddressId" if is_email(address) else "primaryPhoneNumberId"
        change = {field: address.id}
        await verified(clerk, lambda: user_of(clerk).update(**change), way_to("addresses", clerk))

    async def remove() -> None:
        await verified(clerk, address.destroy, way_to("addresses", clerk))

    view.paragraph(state_of(address, is_primary), "muted")
    if address.verification.status != "verified":
        view.button("verify", "verify", verify, "primary")
    elif not is_primary:
        view.button("make-primary", "makePrimary", make_primary)
    if not is_primary:
        view.button("remove", "remove", remove, "danger")


@route("addresses/add-email")
def add_email(clerk: Clerk) -> None:
    view = View("addEmail", back=way_to("addresses", clerk))

    async def add() -> None:
        if view.require(email_address="enterEmail"):
            value = view.value("email_address")
            await add_address(clerk, lambda: user_of(clerk).createEmailAddress(email=value))

    view.field("email_address", "field_email_address", "email", autocomplete="email")
    view.submit("continue", add)


@route("addresses/add-phone")
def add_phone(clerk: Clerk) -> None:
    view = View("addPhone", back=way_to("addresses", clerk))

    async def add() -> None:
        if view.require(phone_number="enterPhone"):
            value = view.value("phone_number")
            await add_address(clerk, lambda: user_of(clerk).createPhoneNumber(phoneNumber=value))

    view.field("phone_number", "field_phone_number", "tel", autocomplete="tel")
    view.submit("continue", add)


async def add_address(clerk: Clerk, create: Any) -> None:
    """Add an address and go on to its proof."""
    made: list[Any] = []

    async def request() -> None:
        made.append(await create())

    async def prove() -> None:
        await ask_for_proof(clerk, made[0])

    await verified(clerk, request, prove)


async def ask_for_proof(clerk: Clerk, address: Any) -> None:
    """Have a code sent there, and ask for it."""

    async def send() -> None:
        if is_email(address):
            await address.prepareVerification(strategy="email_code")
        else:
            await address.prepareVerification()

    async def verify(code: str) -> None:
        await address.attemptVerification(code=code)
        go("addresses", clerk)

    await send()
    title = "check_email_code" if is_email(address) else "check_phone_code"
    ask_for_code(
        title, text("codeSentTo", shown(address)), verify, send, back=way_to("addresses", clerk)
    )


def is_email(address: Any) -> bool:
    return hasattr(address, "emailAddress")


def shown(address: Any) -> str:
    return str(address.emailAddress if is_email(address) else address.phoneNumber)


def state_of(address: Any, is_primary: bool) -> str:
    if address.verification.status != "verified":
        return text("unverified")
    return text("primary") if is_primary else ""

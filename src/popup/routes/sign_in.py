"""The sign-in route: e-mail address with a password, or with a code sent there.

The attempt lives in the background and at Clerk. Who closes the popup to look for the code finds
the place for it when they open it again.
"""

from __future__ import annotations

from clerk import Clerk
from clerk.resources.sign_in import SignIn

from ..view import View


def show(clerk: Clerk) -> View:
    """Show the step of the attempt under way, or the first one."""
    attempt = current_attempt(clerk)
    if attempt.status == "needs_first_factor" and code_was_sent(attempt):
        return ask_for_code(clerk)
    return ask_for_password(clerk)


def code_was_sent(attempt: SignIn) -> bool:
    return attempt.firstFactorVerification.strategy == "email_code"


def ask_for_password(clerk: Clerk) -> View:
    view = View("sign-in")

    async def sign_in() -> None:
        if not has_identifier(view):
            return
        if not view.value("password"):
            view.field_error("password", "Enter your password, or have a code sent.")
            return
        attempt = await current_attempt(clerk).create(
            strategy="password",
            identifier=view.value("identifier"),
            password=view.value("password"),
        )
        await finish(clerk, attempt, view)

    async def send_code() -> None:
        if not has_identifier(view):
            return
        attempt = await current_attempt(clerk).create(identifier=view.value("identifier"))
        if await prepare_code(attempt, view):
            ask_for_code(clerk)

    view.on_submit(sign_in)
    view.on_click("use-code", send_code)
    view.focus("identifier")
    return view


def ask_for_code(clerk: Clerk) -> View:
    view = View("code")
    view.text(".address", current_attempt(clerk).identifier or "your address")

    async def verify() -> None:
        if not view.value("code"):
            view.field_error("code", "Enter the code from the e-mail.")
            return
        attempt = await current_attempt(clerk).attemptFirstFactor(
            strategy="email_code", code=view.value("code")
        )
        await finish(clerk, attempt, view)

    async def resend() -> None:
        if await prepare_code(current_attempt(clerk), view):
            view.alert("Another code is on its way.")

    async def back() -> None:
        ask_for_password(clerk)

    view.on_submit(verify)
    view.on_click("resend", resend)
    view.on_click("back", back)
    view.focus("code")
    return view


def current_attempt(clerk: Clerk) -> SignIn:
    return clerk.client.signIn


def has_identifier(view: View) -> bool:
    if not view.value("identifier"):
        view.field_error("identifier", "Enter your e-mail address.")
        return False
    return True


async def prepare_code(attempt: SignIn, view: View) -> bool:
    """Have a code sent. Returns whether the user may sign in this way."""
    for factor in attempt.supportedFirstFactors:
        if factor.strategy == "email_code":
            await attempt.prepareFirstFactor("email_code", factor.emailAddressId)
            return True
    view.alert("This account cannot sign in with a code. Use your password.")
    return False


async def finish(clerk: Clerk, attempt: SignIn, view: View) -> None:
    if attempt.createdSessionId:
        await clerk.setActive(session=attempt.createdSessionId)
    else:
        view.alert(f"This account needs another step to sign in ({attempt.status}).")

"""A view that asks for a code: of a first or second factor, of a new address, of an app."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from .view import Action


from browser import window

from .texts import text
from .view import View

LENGTH = 6
# Seconds in which Clerk sends no second code.
RESEND_AFTER = 30


def ask_for_code(
    title: str,
    hint: str,
    verify: Callable[[str], Awaitable[None]],
    resend: Callable[[], Awaitable[None]] | None = None,
    back: Action | None = None,
    secret: str = "",
) -> View:
    """Show a field for a code; a complete one is sent without a press of the button.

    Args:
        title: Key of the title's text.
        hint: Where the code comes from, in the user's language.
        verify: Takes the code.
        resend: Sends another; None for codes that are not sent.
        back: What the arrow does.
        secret: Shown above the field, such as the key for an app.
    """
    view = View(title, hint, back)
    if secret:
        view.paragraph(secret, "secret")

    async def submit() -> None:
        if view.require(code="enterCode"):
            await verify(view.value("code"))

    field = view.field(
        "code", "code", autocomplete="one-time-code", inputmode="numeric", maxlength=str(LENGTH)
    )
    field.bind("input", lambda event: complete(view, submit))
    view.submit("verify", submit)
    if resend:
        add_resend(view, resend)
    return view


def add_resend(view: View, resend: Callable[[], Awaitable[None]]) -> None:
    """Add a link for another code, shut for as long as Clerk would refuse it."""

    async def send_again() -> None:
        await resend()
        view.notice("codeSentAgain")
        count_down(again, RESEND_AFTER)

    again = view.link("resend", "resendCode", send_again)
    count_down(again, RESEND_AFTER)


def complete(view: View, submit: Action) -> None:
    """Send the code once its last digit is there."""
    if len(view.value("code")) == LENGTH:
        view.run(submit)


def count_down(button: Any, seconds: int) -> None:
    """Say how long until another code can be sent; the button stays shut until then."""
    button.disabled = seconds > 0
    button.textContent = text("resendCode") + (f" ({seconds})" if seconds else "")
    if seconds and button.isConnected:
        window.setTimeout(lambda: count_down(button, seconds - 1), 1000)

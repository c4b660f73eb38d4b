"""Step-up: prove again who you are before something that cannot be undone.

Clerk refuses such a request with `session_reverification_required`; after the proof it is sent
once more.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from clerk import Clerk

from clerk import ClerkAPIResponseError

from .code_entry import ask_for_code
from .navigation import way_to
from .state import session_of
from .texts import text
from .view import View

LEVEL = "first_factor"


async def verified(
    clerk: Clerk, request: Callable[[], Awaitable[Any]], then: Callable[[], Awaitable[None]]
) -> None:
    """Send a request and go on; where it needs a proof first, ask for that, then send it again.

    Args:
        clerk: The client.
        request: Sends it.
        then: What comes after it, such as the way back.
    """

    async def carry_out() -> None:
        await request()
        await then()

    try:
        await request()
    except ClerkAPIResponseError as error:
        if not error.has_code("session_reverification_required"):
            raise error
        await ask_for_proof(clerk, carry_out)
        return
    await then()


async def ask_for_proof(clerk: Clerk, carry_out: Callable[[], Awaitable[None]]) -> None:
    """Ask for the password; for a code by e-mail where there is none."""
    session = session_of(clerk)
    verification = await session.startVerification(level=LEVEL)
    offered = {factor.strategy: factor for factor in verification.supportedFirstFactors}
    if "password" in offered:
        ask_for_password(clerk, carry_out)
        return
    factor = offered["email_code"]

    async def send() -> None:
        await session.prepareFirstFactorVerification(
            strategy="email_code", emailAddressId=factor.emailAddressId
        )

    async def verify(code: str) -> None:
        await session.attemptFirstFactorVerification(strategy="email_code", code=code)
        await carry_out()

    await send()
    ask_for_code(
        "proveItIsYou",
        text("codeSentTo", factor.safeIdentifier),
        verify,
        send,
        back=way_to("account", clerk),
    )


def ask_for_password(clerk: Clerk, carry_out: Callable[[], Awaitable[None]]) -> None:
    view = View("proveItIsYou", text("proveItHint"), back=way_to("account", clerk))

    async def prove() -> None:
        if view.require(password="enterPassword"):
            await session_of(clerk).attemptFirstFactorVerification(
                strategy="password", password=view.value("password")
            )
            await carry_out()

    view.field("password", "password", "password", autocomplete="current-password")
    view.submit("continue", prove)

"""The code route: enter what was sent by e-mail or to the phone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk

    from ..attempts import Factor

from ..attempts import finish_sign_in, send_code
from ..code_entry import ask_for_code
from ..navigation import route, way_to
from ..texts import text


@route("code")
def show(clerk: Clerk, factor: Factor) -> None:
    """Ask for the code of a first factor.

    Args:
        clerk: The client.
        factor: Which one, of `signIn.supportedFirstFactors`.
    """

    async def verify(code: str) -> None:
        attempt = await clerk.client.signIn.attemptFirstFactor(factor.strategy, code=code)
        await finish_sign_in(clerk, attempt)

    async def resend() -> None:
        await send_code(clerk.client.signIn, factor)

    view = ask_for_code(
        f"check_{factor.strategy}",
        text("codeSentTo", factor.safeIdentifier or clerk.client.signIn.identifier),
        verify,
        resend,
        back=way_to("sign_in", clerk, clerk.client.signIn.identifier),
    )
    view.link("methods", "useAnotherMethod", way_to("sign_in/methods", clerk))

"""The code route: enter what was sent by e-mail or to the phone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.sign_in import SignIn

    from ..attempts import Factor

from ..attempts import finish_sign_in, send_code
from ..code_entry import ask_for_code
from ..navigation import route, way_to
from ..texts import text


@route("code")
def show(clerk: Clerk, attempt: SignIn, factor: Factor) -> None:
    """Ask for the code of a first factor.

    Args:
        clerk: The client.
        attempt: Whose; another page may have begun one of its own meanwhile.
        factor: Which one, of the attempt's `supportedFirstFactors`.
    """

    async def verify(code: str) -> None:
        await finish_sign_in(clerk, await attempt.attemptFirstFactor(factor.strategy, code=code))

    async def resend() -> None:
        await send_code(attempt, factor)

    view = ask_for_code(
        f"check_{factor.strategy}",
        text("codeSentTo", factor.safeIdentifier or attempt.identifier),
        verify,
        resend,
        back=way_to("sign_in", clerk, attempt.identifier),
    )
    view.link("methods", "useAnotherMethod", way_to("sign_in/methods", clerk, attempt))

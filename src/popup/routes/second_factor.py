"""The second-factor route: a code of an app, of the phone, by e-mail, or a backup code."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.sign_in import SignIn

    from ..attempts import Factor

from ..attempts import CODE_STRATEGIES, finish_sign_in
from ..code_entry import ask_for_code
from ..navigation import route, way_to
from ..texts import text
from ..view import View

# Which is asked for first.
PREFERENCE = ("totp", "phone_code", "email_code", "backup_code")


@route("second_factor")
def show(clerk: Clerk, attempt: SignIn) -> None:
    """Ask for the factor that is at hand most likely, or the one whose code was sent."""
    verification = attempt.secondFactorVerification
    offered = by_preference(attempt)
    if verification.status == "unverified":
        offered = [f for f in offered if f.strategy == verification.strategy] or offered
    if not offered:
        View("chooseMethod", text("noMethod"), back=way_to("sign_in", clerk))
    elif offered[0].strategy in CODE_STRATEGIES and verification.strategy != offered[0].strategy:
        show_methods(clerk, attempt)
    else:
        ask(clerk, attempt, offered[0])


@route("second_factor/methods")
def show_methods(clerk: Clerk, attempt: SignIn) -> None:
    """Offer every second factor of the account."""
    view = View("secondFactor", text("secondFactorHint"), back=way_to("sign_in", clerk))
    for factor in by_preference(attempt):

        async def choose(factor: Factor = factor) -> None:
            if factor.strategy in CODE_STRATEGIES:
                await send(attempt, factor)
            ask(clerk, attempt, factor)

        view.row(
            f"method-{factor.strategy}",
            text(f"strategy_{factor.strategy}"),
            factor.safeIdentifier or "",
            choose,
        )


def ask(clerk: Clerk, attempt: SignIn, factor: Factor) -> None:
    """Ask for the code of one factor."""
    if factor.strategy == "backup_code":
        ask_for_backup_code(clerk, attempt)
        return

    async def verify(code: str) -> None:
        await finish_sign_in(clerk, await attempt.attemptSecondFactor(factor.strategy, code=code))

    async def resend() -> None:
        await send(attempt, factor)

    is_sent = factor.strategy in CODE_STRATEGIES
    view = ask_for_code(
        f"check_{factor.strategy}",
        text("codeSentTo", factor.safeIdentifier) if is_sent else text("totpHint"),
        verify,
        resend if is_sent else None,
        back=way_to("sign_in", clerk),
    )
    view.link("methods", "useAnotherMethod", way_to("second_factor/methods", clerk, attempt))


def ask_for_backup_code(clerk: Clerk, attempt: SignIn) -> None:
    view = View("check_backup_code", text("backupCodeHint"), back=way_to("sign_in", clerk))

    async def verify() -> None:
        if view.require(code="enterCode"):
            await finish_sign_in(
                clerk, await attempt.attemptSecondFactor("backup_code", code=view.value("code"))
            )

    view.field("code", "backupCode", autocomplete="off", spellcheck="false")
    view.submit("verify", verify)
    view.link("methods", "useAnotherMethod", way_to("second_factor/methods", clerk, attempt))


async def send(attempt: SignIn, factor: Factor) -> None:
    if factor.strategy == "phone_code":
        await attempt.prepareSecondFactor("phone_code", phoneNumberId=factor.phoneNumberId)
    else:
        await attempt.prepareSecondFactor("email_code", emailAddressId=factor.emailAddressId)


def by_preference(attempt: SignIn) -> list[Factor]:
    offered = attempt.supportedSecondFactors
    return [f for strategy in PREFERENCE for f in offered if f.strategy == strategy]

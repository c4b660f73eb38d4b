"""Where an attempt to sign in or up stands, and so which route comes next.

The attempt lives at Clerk, and the background knows it: whoever closes the popup half-way finds
the same step when they open it again.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from clerk import Clerk
    from clerk.resources.sign_in import SignIn
    from clerk.resources.sign_up import SignUp

    Factor = Any

from .navigation import go

# The strategies that send a code.
CODE_STRATEGIES = ("email_code", "phone_code")
RESET_STRATEGIES = ("reset_password_email_code", "reset_password_phone_code")


def resume(clerk: Clerk) -> None:
    """Show the step of the attempt under way, or the first one of all."""
    kept = clerk.client.data
    if not kept.get("sign_in") and not kept.get("sign_up"):  # so what makes attempts can load later
        go("sign_in", clerk)
        return
    sign_in, sign_up = clerk.client.signIn, clerk.client.signUp
    # Both may be there; the one that was begun last is given up last.
    if sign_up.status == "missing_requirements" and (
        not sign_in.id or sign_up.abandonAt > sign_in.abandonAt
    ):
        go("sign_up/step", clerk, sign_up)
    else:
        show_step(clerk, sign_in)


def show_step(clerk: Clerk, attempt: SignIn) -> None:
    """Show what a sign-in needs next."""
    sent = sent_factor(attempt)
    if attempt.status in ("needs_second_factor", "needs_client_trust"):
        go("second_factor", clerk, attempt)
    elif attempt.status == "needs_new_password":
        go("new_password", clerk, attempt)
    elif attempt.status == "needs_first_factor" and sent:
        go("code", clerk, attempt, sent)
    else:
        go("sign_in", clerk)


async def finish_sign_in(clerk: Clerk, attempt: SignIn) -> None:
    """Make the session of a complete attempt the active one, or show the next step."""
    if attempt.createdSessionId:
        await clerk.setActive(session=attempt.createdSessionId)
    else:
        show_step(clerk, attempt)


async def finish_sign_up(clerk: Clerk, attempt: SignUp) -> None:
    """Make the session of a complete attempt the active one, or show the next step."""
    if attempt.createdSessionId:
        await clerk.setActive(session=attempt.createdSessionId)
    else:
        go("sign_up/step", clerk, attempt)


def sent_factor(attempt: SignIn) -> Factor | None:
    """Return the first factor whose code was sent and is waited for."""
    verification = attempt.firstFactorVerification
    if verification.status != "unverified":
        return None
    for factor in factors(attempt, CODE_STRATEGIES + RESET_STRATEGIES):
        if factor.strategy == verification.strategy:
            return factor
    return None


def factors(attempt: SignIn, strategies: tuple[str, ...]) -> list[Factor]:
    """Return the first factors with one of these strategies."""
    return [factor for factor in attempt.supportedFirstFactors if factor.strategy in strategies]


async def send_code(attempt: SignIn, factor: Factor) -> None:
    """Have the code of a first factor sent."""
    if factor.strategy.endswith("email_code"):
        await attempt.prepareFirstFactor(factor.strategy, emailAddressId=factor.emailAddressId)
    else:
        await attempt.prepareFirstFactor(factor.strategy, phoneNumberId=factor.phoneNumberId)

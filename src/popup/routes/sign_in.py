"""The sign-in route: identifier and password, or the ways around the password."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.sign_in import SignIn

    from ..attempts import Factor

from ..attempts import (
    CODE_STRATEGIES,
    RESET_STRATEGIES,
    finish_sign_in,
    send_code,
)
from ..attempts import factors as factors_of
from ..navigation import go, route, way_to
from ..passkeys import add_passkey
from ..providers import add_providers
from ..texts import text
from ..view import View


@route("sign_in")
def show(clerk: Clerk, identifier: str = "") -> None:
    """Ask for identifier and password.

    Args:
        clerk: The client.
        identifier: What was entered before.
    """
    back = way_to("home", clerk) if clerk.session else None
    view = View("signIn", back=back)

    async def sign_in() -> None:
        if view.require(identifier="enterIdentifier", password="enterPassword"):
            attempt = await clerk.client.signIn.create(
                strategy="password",
                identifier=view.value("identifier"),
                password=view.value("password"),
            )
            await finish_sign_in(clerk, attempt)

    async def use_code() -> None:
        attempt = await begin(clerk, view)
        if attempt:
            await take(clerk, attempt, CODE_STRATEGIES)

    async def reset_password() -> None:
        attempt = await begin(clerk, view)
        if attempt:
            await take(clerk, attempt, RESET_STRATEGIES)

    async def sign_up() -> None:
        go("sign_up", clerk, await clerk.getEnvironment())

    field = view.field("identifier", "identifier", autocomplete="username")
    view.field("password", "password", "password", autocomplete="current-password")
    view.submit("signIn", sign_in)
    view.link("use-code", "useCode", use_code)
    view.link("reset-password", "forgotPassword", reset_password)
    view.link("sign-up", "goToSignUp", sign_up)
    field.value = identifier
    add_passkey(view, clerk)
    add_providers(view, clerk)


@route("sign_in/methods")
def show_methods(
    clerk: Clerk, attempt: SignIn, strategies: tuple[str, ...] = CODE_STRATEGIES
) -> None:
    """Offer the ways in which this account can sign in.

    Args:
        clerk: The client.
        attempt: Whose.
        strategies: Those that send a code.
    """
    view = View("chooseMethod", attempt.identifier or "", back=way_to("sign_in", clerk))
    for number, factor in enumerate(factors_of(attempt, strategies)):

        async def choose(factor: Factor = factor) -> None:
            await send(clerk, attempt, factor)

        view.row(
            f"method-{number}", text(f"strategy_{factor.strategy}"), factor.safeIdentifier, choose
        )
    if factors_of(attempt, ("password",)):
        view.row(
            "method-password",
            text("strategy_password"),
            "",
            way_to("sign_in", clerk, attempt.identifier),
        )


async def begin(clerk: Clerk, view: View) -> SignIn | None:
    """Tell Clerk who wants to sign in; it answers how they may."""
    if not view.require(identifier="enterIdentifier"):
        return None
    return await clerk.client.signIn.create(identifier=view.value("identifier"))


async def take(clerk: Clerk, attempt: SignIn, strategies: tuple[str, ...]) -> None:
    """Use the one way there is; where there are more, or none of these, let the user choose."""
    found = factors_of(attempt, strategies)
    if len(found) == 1:
        await send(clerk, attempt, found[0])
    else:
        go("sign_in/methods", clerk, attempt, strategies)


async def send(clerk: Clerk, attempt: SignIn, factor: Factor) -> None:
    await send_code(attempt, factor)
    go("code", clerk, attempt, factor)

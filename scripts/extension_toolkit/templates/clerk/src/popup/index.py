"""The popup: a sign-in form, or who is signed in."""

from __future__ import annotations

import chrome
from browser import document
from clerk import ClerkError, createClerkClient
from webext import spawn
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from clerk import Clerk, Resources


def show(resources: Resources) -> None:
    """Show what fits; called again whenever somebody signs in or out."""
    document["sign-in"].hidden = resources.user is not None
    document["home"].hidden = resources.user is None
    document["token"].textContent = ""
    if resources.user:
        document["user"].textContent = resources.user.fullName or resources.user.id


async def sign_in(clerk: Clerk) -> None:
    form = document["sign-in"]
    attempt = await clerk.client.signIn.create(
        strategy="password",
        identifier=form.querySelector("[name=identifier]").value,
        password=form.querySelector("[name=password]").value,
    )
    if attempt.createdSessionId:
        await clerk.setActive(session=attempt.createdSessionId)
    else:
        document["error"].textContent = f"Another step is needed to sign in: {attempt.status}"


async def show_token() -> None:
    token = await chrome.runtime.sendMessage({"action": "get-token"})
    document["token"].textContent = f"{token[:24]}…" if token else "Nobody is signed in."


async def report(action: Coroutine[Any, Any, None]) -> None:
    """Run an action; show Clerk's errors in the page."""
    document["error"].textContent = ""
    try:
        await action
    except ClerkError as error:
        document["error"].textContent = str(error)


def on(event: str, element: str, action: Callable[[], Coroutine[Any, Any, None]]) -> None:
    def start(occurred: Any) -> None:
        occurred.preventDefault()
        spawn(report(action()))

    document[element].bind(event, start)


async def start() -> None:
    clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    on("submit", "sign-in", lambda: sign_in(clerk))
    on("click", "sign-out", clerk.signOut)
    on("click", "get-token", show_token)
    clerk.addListener(show)


spawn(report(start()))

"""The home route: who is signed in, the way to the demo, and the way out."""

from __future__ import annotations

import chrome
from clerk import Clerk, User

from ..view import View


def show(clerk: Clerk, user: User) -> View:
    """Show the route for a signed-in user."""
    address = user.primaryEmailAddress.emailAddress if user.primaryEmailAddress else ""
    name = user.fullName or user.username or address
    view = View("home")
    view.text(".initials", "".join(word[0] for word in name.split()[:2]).upper())
    view.text(".name", name)
    view.text(".address", address)
    view.on_click("open-demo", open_demo)
    view.on_click("sign-out", clerk.signOut)
    return view


async def open_demo() -> None:
    await chrome.tabs.create({"url": "./tabs/background-worker-demo.html"})

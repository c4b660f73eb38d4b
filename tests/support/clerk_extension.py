"""A small extension with Clerk, whose client a test drives from outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.toolchain.environment import KEY_NAME
from support.miniature import build_miniature

BACKGROUND = """
from clerk import ClerkError, createClerkClient
from webext import on_message
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY


@on_message(ask="who")
async def who(message, sender):
    clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY{options})
    session, organization = clerk.session, clerk.organization
    return {{
        "user": clerk.user.id if clerk.user else None,
        "organization": organization.id if organization else None,
        "token": await session.getToken() if session else None,
    }}
"""
PAGE = """
from browser import document, window
from clerk import ClerkError, createClerkClient
from webext import _page, spawn
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

state = {{}}
data = document.documentElement.dataset


def show(resources):
    user, organization = resources.user, resources.organization
    data.user = user.id if user else "nobody"
    data.organization = organization.id if organization else "none"
    state["shown"] = state.get("shown", 0) + 1
    data.shown = str(state["shown"])


async def start():
    state["clerk"] = await createClerkClient(
        publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY{options}
    )
    state["clerk"].addListener(show)


def find(path):
    value = state["clerk"]
    for name in path.split("."):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
    return value


def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    return plain(value.data) if hasattr(value, "data") else value


async def call(number, path, arguments):
    try:
        value = find(path)
        if callable(value):
            value = value(**arguments)
            if hasattr(value, "send"):
                value = await value
        result = {{"value": plain(value)}}
    except ClerkError as error:
        result = {{"error": getattr(error, "code", ""), "text": str(error)}}
    except Exception as error:
        result = {{"error": type(error).__name__, "text": str(error)}}
    result["number"] = number
    data.result = _page.write_json(result)


def call_from_test(number, path, arguments):
    spawn(call(number, path, _page.parse_json(arguments)))


# Named for the build, which looks for it:
# the tests call it by the name that they are given.
def redirect(clerk):
    return clerk.client.signIn.authenticateWithRedirect


window.callClerk = call_from_test
spawn(start())
"""
START = "document.documentElement.dataset.result = ''; window.callClerk(...arguments)"
READ = "return document.documentElement.dataset[arguments[0]]"


class ClerkPage:
    """A page of the extension in a tab, and the client in it.

    Args:
        driver: For its tab.
        url: Its address.
    """

    def __init__(self, driver: Chrome, url: str) -> None:
        self.driver = driver
        self._number = 0
        driver.get(url)
        wait_until(lambda: self.shows("user"))

    def shows(self, name: str) -> str | None:
        """Return what the page's listener heard last: `user`, `organization`, `shown`."""
        found: str | None = self.driver.execute_script(READ, name)
        return found

    def call(self, path: str, **arguments: Any) -> Any:
        """Call something of the client by its path, such as `client.signIn.create`.

        Returns:
            What it returned, as the API sent it.

        Raises:
            RuntimeError: It raised; the text begins with the error's code.
        """
        self.begin(path, **arguments)
        wait_until(lambda: self.result() is not None)
        result = self.result()
        assert result is not None
        if "error" in result:
            raise RuntimeError(f"{result['error']}: {result['text']}")
        return result["value"]

    def begin(self, path: str, **arguments: Any) -> None:
        """Call something, and do not wait."""
        self._number += 1
        self.driver.execute_script(START, self._number, path, json.dumps(arguments))

    def result(self) -> dict[str, Any] | None:
        """Return what the last call came to, or None while it goes on."""
        text = self.shows("result")
        result: dict[str, Any] | None = json.loads(text) if text else None
        return result if result and result["number"] == self._number else None


class ClerkExtension(Extension):
    """The extension in a browser."""

    def page(self) -> ClerkPage:
        """Open its page in the current tab."""
        return ClerkPage(self.driver, f"{self.origin}/page/index.html")

    def who(self) -> dict[str, Any]:
        """Ask the background who is signed in, from the current page."""
        answer: dict[str, Any] = self.send({"ask": "who"})[0]
        return answer


def build_clerk_extension(root: Path, publishable_key: str, options: str = "") -> Path:
    """Build the extension; return the folder to load.

    Args:
        root: An empty folder.
        publishable_key: The instance's key.
        options: More arguments for `createClerkClient`.
    """
    more = f", {options}" if options else ""
    files = {
        "background/index.py": BACKGROUND.format(options=more),
        "page/index.py": PAGE.format(options=more),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_NAME, publishable_key)
        return build_miniature(root, files)

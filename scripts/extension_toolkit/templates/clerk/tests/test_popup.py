"""The extension in Chrome, beside a local Clerk."""

from __future__ import annotations

from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.page import Page
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD


class Popup(Page):
    path = "popup/index.html"


def test_sign_in(extension: Extension) -> None:
    """Whoever signs in in the popup gets tokens from the background, though the worker slept."""
    popup = extension.open(Popup)
    popup.type("identifier", DEMO_EMAIL)
    popup.type("password", DEMO_PASSWORD)
    popup.wait_for("#sign-in button").click()
    popup.wait_for_text("#user", "Ada")
    extension.stop_worker()
    popup.wait_for("#get-token").click()
    popup.wait_for_text("#token", "eyJ")

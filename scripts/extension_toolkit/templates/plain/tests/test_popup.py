"""The extension in Chrome."""

from __future__ import annotations

from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.page import Page


class Popup(Page):
    path = "popup/index.html"


def test_greeting(extension: Extension) -> None:
    """The popup shows what the background answers."""
    popup = extension.open(Popup)
    popup.type("name", "Ada")
    popup.wait_for("button").click()
    popup.wait_for_text("output", "Hello, Ada!")

"""The popup: sends a name to the background and shows what comes back."""

from __future__ import annotations

import chrome
from browser import document
from webext import spawn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

form = document.querySelector("form")


async def greet() -> None:
    name = form.querySelector("input").value
    greeting = await chrome.runtime.sendMessage({"action": "greet", "name": name})
    form.querySelector("output").textContent = greeting


def on_submit(event: Any) -> None:
    event.preventDefault()
    spawn(greet())


form.bind("submit", on_submit)

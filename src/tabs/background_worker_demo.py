"""A page that asks the background for a session token and shows it, to see that it works."""

from __future__ import annotations

import chrome
from browser import document
from webext import BackgroundError, spawn

button = document["get-token"]
result = document["result"]


async def get_token() -> None:
    button.disabled = True
    try:
        answer = await chrome.runtime.sendMessage({"greeting": "get-token"})
    except BackgroundError as error:
        result.textContent = f"No token: {error}"
    else:
        token = answer["token"]
        result.textContent = (
            f"Token: {token}" if token else "No token: sign in through the popup first."
        )
    finally:
        button.disabled = False


button.bind("click", lambda event: spawn(get_token()))

"""What runs without a window: handlers for messages from the popup and from tab pages.

Write your own as `@on_message(key=value)`; it is called for messages that hold these fields, and
what it returns is the answer. It may be `async`.
"""

from __future__ import annotations

from browser import console
from clerk import createClerkClient
from webext import on_message
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY


async def get_token() -> str | None:
    """Return a fresh session token of the signed-in user, or None when nobody is signed in."""
    clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    if clerk.session is None:
        return None
    return await clerk.session.getToken()


@on_message(greeting="get-token")
async def answer_with_token(request: dict[str, object], sender: dict[str, object]) -> object:
    try:
        return {"token": await get_token()}
    except Exception as error:
        console.error(f"[Background service worker] Error: {error}")
        return {"token": None}

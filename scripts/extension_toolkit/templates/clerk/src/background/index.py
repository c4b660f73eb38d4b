"""What runs without a window: handlers for the messages of the pages."""

from __future__ import annotations

from clerk import createClerkClient
from webext import on_message
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@on_message(action="get-token")
async def get_token(message: dict[str, Any], sender: dict[str, Any]) -> str | None:
    """Return a fresh session token, or None when nobody is signed in."""
    clerk = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    return await clerk.session.getToken() if clerk.session else None

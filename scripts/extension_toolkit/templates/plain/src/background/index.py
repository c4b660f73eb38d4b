"""What runs without a window: handlers for the messages of the pages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

from webext import on_message


@on_message(action="greet")
async def greet(message: dict[str, Any], sender: dict[str, Any]) -> str:
    """Return a greeting for the name in the message."""
    name = message["name"].strip()
    return f"Hello, {name}!" if name else "Hello! Who are you?"

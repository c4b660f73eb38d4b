"""The background of our extension: calls on our client what a message names."""

from __future__ import annotations

from clerk import ClerkAPIResponseError, createClerkClient
from webext import on_message
from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@on_message(conformance=True)
async def answer(message: dict[str, Any], sender: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"value": plain(await call(message))}
    except ClerkAPIResponseError as error:
        return {"error": error.errors[0].code}


async def call(message: dict[str, Any]) -> Any:
    owner: Any = await createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY)
    *names, last = message["path"].split(".")
    for name in names:
        owner = owner[int(name)] if name.isdigit() else getattr(owner, name)
    value = getattr(owner, last)
    if not callable(value):
        return value
    return await value(*message["positional"], **(message["named"] or {}))


def plain(value: object) -> object:
    return value if isinstance(value, (str, int, float, bool)) else None

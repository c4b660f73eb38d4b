"""Messages on their way: to the background, to pages, to content scripts."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from .context import Context, current
from .namespace import RefusedError
from .values import copied

if TYPE_CHECKING:
    from .chrome import FakeChrome
    from .places import ByPlace

NOBODY = "Could not establish connection. Receiving end does not exist."


async def deliver(places: list[Context], message: Any, sender: dict[str, Any]) -> Any:
    """Return the answer of the first place whose handlers take a message; None if none does.

    Raises:
        RefusedError: There is no such place.
    """
    from webext import messages

    if not places:
        raise RefusedError(NOBODY)
    for place in places:
        with place.entered():
            if messages.taker_of(message, sender) is not None:
                return await answer(place, message, sender)
    return None


async def answer(place: Context, message: Any, sender: dict[str, Any]) -> Any:
    """Return what the handlers of a place answer, as it crosses to the sender."""
    from webext import messages

    with place.entered():
        try:
            value = await messages.dispatch(message, sender)
            try:
                return copied(value, "the answer")
            except Exception:  # it says whose answer that is, for which predicates are asked again
                taker = messages.taker_of(message, sender)
                return copied(value, f"the answer of {_place_of(taker)}")
        except Exception as error:
            own = sender.get("origin") == place.sender["origin"]
            told = "".join(traceback.format_exception(error)) if own else None
            raised = {"type": type(error).__name__, "message": str(error), "traceback": told}
            return {"$error": raised}


def _place_of(function: Any) -> str:
    code = getattr(function, "__code__", None)
    if code is None:
        return type(function).__name__
    return f"{code.co_name}(), {code.co_filename}:{code.co_firstlineno}"


def scripts_in(
    chrome: FakeChrome, registered: ByPlace[Any], tab_id: int, frame_id: int | None
) -> list[Context]:
    """Return the content scripts of a tab that have registered something.

    Args:
        chrome: The whole.
        registered: What they may have registered.
        tab_id: The tab, which may be closed.
        frame_id: One of its frames; None for all.
    """
    if tab_id not in chrome.state.tabs.open:
        return []
    return [
        place
        for place in registered.places("content_script")
        if place.sender["tab"]["id"] == tab_id and frame_id in (None, place.sender["frameId"])
    ]


def sender_to_tabs(chrome: FakeChrome) -> dict[str, Any]:
    """Return who content scripts see; for the background it is the service worker that calls."""
    here = current() or chrome.background
    if here.kind != "background":
        return here.sender
    return here.sender | {"url": f"{chrome.origin}/background/service_worker.js"}

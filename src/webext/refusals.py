"""What the console says of messages and ports that nobody takes: one short line for each kind."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


from . import _page

# So that neither a noisy sender nor one that makes up names fills the console.
MOST_OF_A_SENDER = 10
MOST_CHARACTERS = 300

_told: dict[str, set[str]] = {}


def warn_of_refusal(what: str, sender: dict[str, Any]) -> None:
    """Warn that nothing was done for a sender, unless the console has the same line already.

    Args:
        what: What was refused, and why.
        sender: Chrome's description of who sent it.
    """
    told = _told.setdefault(describe_sender(sender), set())
    line = f"refused from {describe_sender(sender)}: {what}"[:MOST_CHARACTERS]
    if line not in told and len(told) < MOST_OF_A_SENDER:
        told.add(line)
        _page.log_warning(line)


def describe_sender(sender: dict[str, Any]) -> str:
    """Return which page, script or extension a sender is."""
    own = f"chrome-extension://{_page.extension_id()}"
    origin = sender.get("origin") or "an unknown origin"
    if origin == own:
        return str(sender.get("url", own)).partition("?")[0].partition("#")[0]
    return f"a content script in {origin}" if sender.get("id") == _page.extension_id() else origin

"""What the console says of messages and ports that nobody takes: one short line for each kind."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


from . import _page

# So that neither a noisy sender nor one that makes up names fills the console.
MOST_OF_A_SENDER = 10
MOST_CHARACTERS = 300

_told: dict[str, list[str]] = {}


def warn_of_refusal(what: str, sender: dict[str, Any]) -> None:
    """Warn that nothing was done for a sender, unless the console has the same line already.

    Args:
        what: What was refused, and why.
        sender: Chrome's description of who sent it.
    """
    who = sender.get("origin") or "an unknown origin"
    if sender.get("id") == _page.extension_id():
        own = who.startswith("chrome-extension:")
        who = sender.get("url", who).partition("?")[0] if own else f"a content script in {who}"
    line = f"refused from {who}: {what}"[:MOST_CHARACTERS]
    told = _told.setdefault(who, [])
    if line not in told and len(told) < MOST_OF_A_SENDER:
        told.append(line)
        _page.log_warning(line)

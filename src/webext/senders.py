"""Who sent a message or opened a port.

pages               the extension's own pages: popup, tabs, options, side panel
content_scripts     its content scripts, whatever page they are in
extensions          any other extension; or the id of one, 32 letters
https://*.example.com/*
                    web pages, by match pattern

Sources: https://developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender
https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Sender = dict[str, Any]


CONTENT_SCRIPTS = "content_scripts"
EXTENSIONS = "extensions"


def is_other_allowed(sender: Sender, allowed: tuple[str, ...], own_id: str) -> bool:
    """Return whether a sender that is no page of the extension's own is one of those allowed.

    Args:
        sender: Chrome's description of it.
        allowed: Words, ids or patterns as above.
        own_id: This extension's id.
    """
    origin = sender.get("origin") or ""
    if sender.get("id") == own_id:  # with the origin of the page that it was put into
        is_script = origin != "" and not origin.startswith("chrome-extension://")
        return CONTENT_SCRIPTS in allowed and is_script and sender.get("tab") is not None
    if "id" in sender:
        return EXTENSIONS in allowed or sender["id"] in allowed
    # Who it is says the origin alone: the address of a page may have another host before an @, and
    # that of a sandboxed one, whose origin is "null", is not its own.
    path = (sender.get("url") or "").partition("://")[2].partition("/")[2]
    return any(matches(pattern, f"{origin}/{path}") for pattern in allowed if ":" in pattern)


def matches(pattern: str, url: str) -> bool:
    """Return whether a match pattern such as `https://*.example.com/path/*` covers an address."""
    scheme, _, rest = url.partition("://")
    wanted_scheme, _, wanted = pattern.partition("://")
    host, slash, path = rest.partition("/")
    wanted_host, _, wanted_path = wanted.partition("/")
    host = host.partition(":")[0]
    if scheme != wanted_scheme and (wanted_scheme != "*" or scheme not in ("http", "https")):
        return False
    if wanted_host.startswith("*."):
        fits = host == wanted_host[2:] or host.endswith(wanted_host[1:])
    else:
        fits = host == wanted_host or wanted_host == "*"
    return fits and bool(slash) and _like(path.partition("#")[0], wanted_path)


def _like(text: str, pattern: str) -> bool:
    """Return whether a text fits a pattern in which `*` stands for any text."""
    first, *others = pattern.split("*")
    if not others:
        return text == first
    if not text.startswith(first):
        return False
    text = text[len(first) :]
    *middle, last = others
    for part in middle:
        _, found, text = text.partition(part) if part else ("", "*", text)
        if not found:
            return False
    return text.endswith(last)

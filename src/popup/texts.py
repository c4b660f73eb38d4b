"""The popup's texts, in the language of the browser; they stand in `src/_locales/`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import ClerkAPIError, ClerkError


from browser import window

get_message = window.chrome.i18n.getMessage


def text(key: str, *parts: str | None) -> str:
    """Return a text.

    Args:
        key: Its name in `messages.json`.
        *parts: What stands for `$1`, `$2`, … in it; None for nothing.

    Source: https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getMessage
    """
    return str(get_message(key, [part or "" for part in parts]))


def refusal_text(error: ClerkAPIError) -> str:
    """Say what the API found wrong: in our words where there are some, else in the API's."""
    return text(f"error_{error.code}") or error.longMessage


def failure_text(error: ClerkError) -> str:
    """Say why there was no answer."""
    return text(f"error_{getattr(error, 'code', '')}") or str(error)

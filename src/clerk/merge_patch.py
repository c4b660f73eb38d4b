"""Changes to nested dicts, as JSON Merge Patch has them (RFC 7396)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def merge_patch(current: dict[str, Any], desired: dict[str, Any]) -> dict[str, Any]:
    """Return what turns one dict into another; a removed key is None."""
    changes: dict[str, Any] = {}
    for name, value in desired.items():
        known = current.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            nested = merge_patch(known, value)
            if nested:
                changes[name] = nested
        elif name not in current or known != value:
            changes[name] = value
    return changes | {name: None for name in current if name not in desired}

"""Check names of `chrome` against Chrome's API, and say what they need in the manifest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extension_toolkit.chrome_api import Member, UnknownNameError, load

from .chrome_uses import Use


def member_of(use: Use) -> Member | None:
    """Return what Chrome has under a name; None for an enumeration or a value of one.

    Raises:
        BuildError: Chrome has no such name; the message has the nearest one.
    """
    table = load()
    try:
        member = table.member(use.path)
    except UnknownNameError as error:
        owner, _, _ = use.path.rpartition(".")
        if table.members.get(owner, None) and table.members[owner].kind == "type":
            return None
        raise use.error(str(error)) from None
    return None if member.kind == "type" else member


def needed_permissions(uses: Iterable[Use], settings: dict[str, Any]) -> set[str]:
    """Return the permissions that uses of `chrome` need.

    Args:
        uses: What the code uses.
        settings: The developer's own fields of the manifest. Where one of several permissions is
            enough, one named there is taken, and else the first.

    Raises:
        BuildError: Chrome has no such name, or it needs a field that the developer has to give.
    """
    needed: set[str] = set()
    named = {*settings.get("permissions", []), *settings.get("optional_permissions", [])}
    for use in uses:
        member = member_of(use)
        if member is None:
            continue
        if member.permissions and not named & set(member.permissions):
            needed.add(member.permissions[0])
        needed |= named & set(member.permissions) & set(settings.get("permissions", []))
        _require_field(use, member, settings)
        _refuse_call_of_event(use, member)
        _refuse_names(use, member)
    return needed


def minimum_chrome(uses: Iterable[Use]) -> int:
    """Return the oldest version of Chrome that has all that is used."""
    return max((member.since for use in uses if (member := member_of(use))), default=0)


def unused_permissions(needed: set[str], settings: dict[str, Any]) -> list[str]:
    """Return a warning for each permission of the developer's that opens what nothing uses."""
    opening = {m.permissions[0] for m in load().members.values() if len(m.permissions) == 1}
    return [
        f"pyproject.toml: the permission {name!r} is asked for, and nothing in src/ uses it; "
        "remove it, if it is not needed"
        for name in settings.get("permissions", [])
        if name in opening and name not in needed
    ]


def missing_sites(uses: Iterable[Use], manifest: dict[str, Any]) -> list[str]:
    """Return a warning for each namespace that does nothing without sites, where there are none."""
    permissions = {*manifest["permissions"], *manifest.get("optional_permissions", [])}
    sites = [*manifest.get("host_permissions", []), *manifest.get("optional_host_permissions", [])]
    if sites or "activeTab" in permissions:
        return []
    first: dict[str, Use] = {}
    for use in uses:
        member = member_of(use)
        if member and member.needs_hosts:
            first.setdefault(member.namespace, use)
    return [
        f"{use.module.filename}:{use.line}: chrome.{name} does nothing without a site, and there "
        "is none in host_permissions of [tool.extension.manifest] in pyproject.toml"
        for name, use in first.items()
    ]


def _refuse_call_of_event(use: Use, member: Member) -> None:
    if member.kind == "event" and use.path == member.path and (use.call or use.decorates):
        raise use.error(
            f"chrome.{use.path} is an event: give the function to chrome.{use.path}.addListener"
        )


def _refuse_names(use: Use, member: Member) -> None:
    """Chrome's arguments have no names; what looks like some are fields of a dict."""
    named = [k.arg for k in use.call.keywords if k.arg not in (None, "timeout")] if use.call else []
    if member.kind == "function" and named:
        raise use.error(
            f"chrome.{use.path} takes no argument by its name; give them in Chrome's order, and "
            f'fields in a dict: {{"{named[0]}": …}}'
        )


def _require_field(use: Use, member: Member, settings: dict[str, Any]) -> None:
    """Some parts of `chrome` do nothing without a field that only the developer can write."""
    field = member.manifest_key
    if field not in (None, "action", "devtools_page") and field not in settings:
        raise use.error(
            f"chrome.{member.namespace} needs {field!r} in [tool.extension.manifest] of "
            "pyproject.toml"
        )

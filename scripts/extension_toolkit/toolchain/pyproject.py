"""What `pyproject.toml` says of the extension, each value of the kind that it has to be."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extension_toolkit.chrome_api import load, nearest

from .errors import BuildError
from .secret_keys import refuse_secret_key
from .texts import read_text

FILE = "pyproject.toml"
MANIFEST_TABLE = "[tool.extension.manifest]"
SETTINGS: dict[str, type] = {
    "name": str,
    "manifest": dict,
    "budget": dict,
    "keep": list,
    "connect": list,
}  # [tool.extension]
PERMISSIONS = ("permissions", "optional_permissions")
HOST_PERMISSIONS = ("host_permissions", "optional_host_permissions")
KINDS: dict[type, str] = {str: "a text", dict: "a table", list: "a list of texts"}
# Source: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
MATCH_PATTERN = re.compile(
    r"<all_urls>|(?:\*|[a-z-]+)://(?:\*|(?:\*\.)?[^/*]+)(?::\*)?/.*|file:///.*"
)


def read_pyproject(root: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tables `[project]` and `[tool.extension]`.

    Args:
        root: The project's folder.

    Raises:
        BuildError: A value is missing, or is not of the kind that it has to be.
    """
    try:
        text = read_text(root / FILE, FILE)
    except FileNotFoundError:
        raise BuildError("no pyproject.toml here; run the build in the project's folder") from None
    refuse_secret_key(text, FILE)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BuildError(str(error), FILE) from error
    project = _checked(document, "project", dict, "[project]")
    for field in ("name", "version"):
        if field not in project:
            raise BuildError(f"[project] has no {field!r}; Chrome requires it", FILE)
    for field in ("name", "version", "description"):
        _checked(project, field, str, f"[project] {field}")
    tool = _checked(document, "tool", dict, "[tool]")
    settings = _checked(tool, "extension", dict, "[tool.extension]")
    for name in settings:
        if name not in SETTINGS:
            message = f"[tool.extension] takes {', '.join(SETTINGS)}; not {name}"
            if name in load().manifest_keys:
                message += f", which goes below {MANIFEST_TABLE}"
            raise BuildError(message, FILE)
        _checked(settings, name, SETTINGS[name], f"[tool.extension] {name}")
    _check_manifest(settings.get("manifest", {}))
    return project, settings


def keep_patterns(root: Path) -> list[str]:
    """Return the patterns of files that code uses by names which it puts together.

    Args:
        root: The project's folder; they stand under `[tool.extension] keep`.
    """
    patterns: list[str] = read_pyproject(root)[1].get("keep", [])
    return patterns


def _check_manifest(manifest: dict[str, Any]) -> None:
    table = MANIFEST_TABLE
    for name in PERMISSIONS + HOST_PERMISSIONS:
        _checked(manifest, name, list, f"{table} {name}")
    _checked(manifest, "sandbox", dict, f"{table} sandbox")
    for name in PERMISSIONS:
        for permission in manifest.get(name, []):
            _check_permission(permission, name)
    for name in HOST_PERMISSIONS:
        for pattern in manifest.get(name, []):
            check_match_pattern(pattern, FILE)
    if not isinstance(manifest.get("content_scripts", []), list):
        raise BuildError(f"write the content scripts as [[{table[1:-1]}.content_scripts]]", FILE)
    try:
        json.dumps(manifest, allow_nan=False)
    except (TypeError, ValueError) as error:  # a date, a time, nan
        message = f"{table} has a value that JSON has not ({error}); write it as a text"
        raise BuildError(message, FILE) from error


def unknown_fields(manifest: Iterable[str]) -> list[str]:
    """Return a warning for each field that Chrome would say it does not recognize."""
    known = load().manifest_keys
    return [
        f"{FILE}: {MANIFEST_TABLE} has {name!r}, which Chrome does not know; "
        + (f"did you mean {near!r}?" if (near := nearest(name, known)) else "remove it")
        for name in manifest
        if name not in known
    ]


def _check_permission(permission: str, field: str) -> None:
    """Raise where Chrome would leave a permission out."""
    known = load().permissions
    if permission in known:
        return
    if MATCH_PATTERN.fullmatch(permission):
        hint = f"name sites in {field.replace('permissions', 'host_permissions')}"
    elif near := nearest(permission, known):
        hint = f"did you mean {near!r}?"
    else:
        hint = "all are at https://developer.chrome.com/docs/extensions/reference/permissions-list"
    message = f"{MANIFEST_TABLE} {field}: Chrome has no permission {permission!r}; {hint}"
    raise BuildError(message, FILE)


def check_match_pattern(pattern: str, file: str, line: int | None = None) -> None:
    """Raise where Chrome would leave a permission out, or refuse a content script.

    Raises:
        BuildError: It is no match pattern.
    """
    if not MATCH_PATTERN.fullmatch(pattern):
        raise BuildError(
            f"{pattern!r} is no match pattern of Chrome's; write scheme, host and path, such as "
            "https://*.example.com/*",
            file,
            line,
        )


def _checked(table: dict[str, Any], name: str, kind: type, label: str) -> Any:
    """Return what a table has under a name, empty where it has nothing.

    Raises:
        BuildError: It is of another kind.
    """
    value = table.get(name, kind())
    if not isinstance(value, kind) or (
        isinstance(value, list) and not all(isinstance(item, str) for item in value)
    ):
        raise BuildError(f"{label} has to be {KINDS[kind]}; not {value!r}", FILE)
    return value

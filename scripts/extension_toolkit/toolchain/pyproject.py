"""What `pyproject.toml` says of the extension, each value of the kind that it has to be."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from .errors import BuildError
from .secret_keys import refuse_secret_key
from .texts import read_text

FILE = "pyproject.toml"
SETTINGS: dict[str, type] = {
    "name": str,
    "manifest": dict,
    "budget": dict,
    "keep": list,
    "connect": list,
}  # [tool.extension]
HOST_PERMISSIONS = ("host_permissions", "optional_host_permissions")
PERMISSIONS = ("permissions", "optional_permissions", *HOST_PERMISSIONS)
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
            raise BuildError(f"[tool.extension] takes {', '.join(SETTINGS)}; not {name}", FILE)
        _checked(settings, name, SETTINGS[name], f"[tool.extension] {name}")
    _check_manifest(settings.get("manifest", {}))
    return project, settings


def _check_manifest(manifest: dict[str, Any]) -> None:
    table = "[tool.extension.manifest]"
    for name in PERMISSIONS:
        _checked(manifest, name, list, f"{table} {name}")
    _checked(manifest, "sandbox", dict, f"{table} sandbox")
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

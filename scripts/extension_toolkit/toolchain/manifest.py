"""Make `manifest.json` from the files found and from `pyproject.toml`.

src/popup/index.html                  the toolbar button's popup
src/background/service_worker.js      the service worker, and its offscreen page
src/icons/icon-<size>.png             the icons
[project] name, version, description  the same fields
[tool.extension] name                 the name as people see it
[tool.extension.manifest]             anything else; permissions are added, other fields replaced
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .errors import BuildError
from .imports import Module
from .sources import Sources

# The oldest with everything that the run time, the background and the demo use; the youngest of
# these is light-dark() in CSS.
MINIMUM_CHROME = "123"

# Namespaces of `chrome` that need no permission.
FREE_NAMESPACES = {"action", "commands", "extension", "i18n", "omnibox", "permissions", "runtime",
                   "tabs", "windows"}  # fmt: skip


def make_manifest(
    root: Path, modules: Iterable[Module], frontend_api: str | None, extension_key: str | None
) -> dict[str, Any]:
    """Return the manifest.

    Args:
        root: The project's folder.
        modules: Every bundled module; what they use of `chrome` decides the permissions.
        frontend_api: The host of Clerk's Frontend API, where Clerk is used.
        extension_key: The public key that fixes the extension's id, if any.

    Raises:
        BuildError: `pyproject.toml` lacks what a manifest needs.
    """
    project, settings = _read_pyproject(root)
    source = root / "src"
    manifest: dict[str, Any] = {
        "manifest_version": 3,
        "name": settings.get("name", project["name"]),
        "description": project.get("description", ""),
        "version": chrome_version(project["version"]),
        "minimum_chrome_version": MINIMUM_CHROME,
        "content_security_policy": {"extension_pages": content_security_policy(frontend_api)},
    }
    permissions = used_permissions(modules)
    if manifest["version"] != project["version"]:
        manifest["version_name"] = project["version"]
    if extension_key:
        manifest["key"] = extension_key
    if icons := _icons(source):
        manifest["icons"] = icons
    if (source / "popup/index.html").is_file():
        manifest["action"] = {"default_popup": "popup/index.html"}
        if icons:
            manifest["action"]["default_icon"] = icons
    if Sources(root).path("background/service_worker.js").is_file():
        manifest["background"] = {"service_worker": "background/service_worker.js"}
        permissions.add("offscreen")
    manifest["permissions"] = sorted(permissions)
    if frontend_api:
        manifest["host_permissions"] = [f"https://{_without_port(frontend_api)}/*"]
    for name, value in settings.get("manifest", {}).items():
        # What the code needs it needs; lists of permissions only grow.
        more = name in ("permissions", "host_permissions")
        manifest[name] = sorted({*manifest.get(name, []), *value}) if more else value
    return manifest


def content_security_policy(frontend_api: str | None) -> str:
    """The strictest policy the pages work under: own files, and Clerk's API to talk to."""
    connect = f"'self' https://{frontend_api}" if frontend_api else "'self'"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        f"img-src 'self' data: https://img.clerk.com; connect-src {connect}; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def used_permissions(modules: Iterable[Module]) -> set[str]:
    """The permissions that follow from `chrome.<namespace>` in the developer's code."""
    used: set[str] = set()
    for module in modules:
        if module.language == "py" and module.name != "chrome" and "chrome" in module.source:
            used |= _namespaces(ast.parse(module.source))
    # `chrome.ChromeError` is ours.
    return {name for name in used - FREE_NAMESPACES if name[0].islower()}


def _namespaces(tree: ast.Module) -> set[str]:
    """The names used below `chrome`, under whatever name it was imported."""
    names = {"chrome"}
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {a.asname for a in node.names if a.name == "chrome" and a.asname}
        elif isinstance(node, ast.ImportFrom) and node.module == "chrome" and not node.level:
            found |= {alias.name for alias in node.names}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in names
        ):
            found.add(node.attr)
    return found


def chrome_version(version: str) -> str:
    """Map a PEP 440 version to Chrome's: up to four whole numbers.

    Raises:
        BuildError: The version does not begin with numbers.
    """
    match = re.match(r"\d+(?:\.\d+){0,3}", version)
    if match is None:
        raise BuildError(f"version {version!r} does not begin with numbers", "pyproject.toml")
    numbers = [int(number) for number in match[0].split(".")]
    if max(numbers) > 65535:
        raise BuildError(
            f"version {version!r} has a number above 65535, Chrome's limit", "pyproject.toml"
        )
    return ".".join(map(str, numbers))


def _read_pyproject(root: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    path = root / "pyproject.toml"
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise BuildError("no pyproject.toml here; run the build in the project's folder") from None
    except tomllib.TOMLDecodeError as error:
        raise BuildError(str(error), "pyproject.toml") from error
    project = document.get("project", {})
    for field in ("name", "version"):
        if field not in project:
            raise BuildError(f"[project] has no {field!r}; Chrome requires it", "pyproject.toml")
    return project, document.get("tool", {}).get("extension", {})


def _icons(source: Path) -> dict[str, str]:
    found = {}
    for path in source.glob("icons/icon-*.png"):
        if match := re.fullmatch(r"icon-(\d+)", path.stem):
            found[match[1]] = path.relative_to(source).as_posix()
    return dict(sorted(found.items(), key=lambda item: int(item[0])))


def _without_port(host: str) -> str:
    """A match pattern covers every port of its host."""
    return host.partition(":")[0]

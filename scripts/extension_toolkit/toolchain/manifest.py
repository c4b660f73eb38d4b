"""Make `manifest.json` from the files found, from what the code uses, and from `pyproject.toml`.

src/popup/index.html                  the toolbar button's popup
src/sidepanel/index.html              the side panel; without a popup, the button opens it
src/options/index.html                the options page
src/background/service_worker.js      the service worker, and its offscreen page
src/icons/icon.png                    the icons, made of each size; or drawn: icon-<size>.png
src/_locales/                         default_locale: `en` if it is there
[project] name, version, description  the same fields
[tool.extension] name                 the name as people see it
[tool.extension] connect              sites that pages send requests to, besides Clerk's
[tool.extension.manifest]             anything else; permissions are added, other fields replaced
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .background import external_senders
from .chrome_uses import uses_of
from .errors import BuildError
from .icons import icon_files
from .imports import Module
from .permissions import minimum_chrome, missing_sites, needed_permissions, unused_permissions
from .pyproject import read_pyproject, unknown_fields
from .sources import Sources

# The oldest with everything that the run time, the background and the demo use; the youngest of
# these is light-dark() in CSS.
MINIMUM_CHROME = 123

# A scheme and a host, with the port if there is one; as in `connect-src`.
SITE = re.compile(r"(?:https?|wss?)://(?:\*\.)?[\w.-]+(?::\d+)?")


def make_manifest(
    root: Path,
    modules: Iterable[Module],
    frontend_api: str | None = None,
    extension_key: str | None = None,
    warnings: list[str] | None = None,
) -> dict[str, Any]:
    """Return the manifest.

    Args:
        root: The project's folder.
        modules: Every bundled module; what they use of `chrome` decides the permissions.
        frontend_api: The host of Clerk's Frontend API, where Clerk is used.
        extension_key: The public key that fixes the extension's id, if any.
        warnings: Where to put what the developer should look at.

    Raises:
        BuildError: `pyproject.toml` lacks what a manifest needs, or Chrome lacks what code uses.
    """
    project, settings = read_pyproject(root)
    own = settings.get("manifest", {})
    modules = list(modules)
    uses = [use for module in modules for use in uses_of(module)]
    version = chrome_version(project["version"])
    manifest: dict[str, Any] = {
        "manifest_version": 3,
        "name": settings.get("name", project["name"]),
        "description": project.get("description", ""),
        "version": version,
        "minimum_chrome_version": str(max(MINIMUM_CHROME, minimum_chrome(uses))),
        "content_security_policy": {
            "extension_pages": content_security_policy(frontend_api, _sites(settings))
        },
    }
    if version != project["version"]:
        manifest["version_name"] = project["version"]
    if extension_key:
        manifest["key"] = extension_key
    permissions = needed_permissions(uses, own)
    if warnings is not None:
        warnings += [*unknown_fields(own), *unused_permissions(permissions, own)]
    manifest |= _fields_of_files(Sources(root), permissions)
    if any(use.path.partition(".")[0] == "action" for use in uses):
        manifest.setdefault("action", {})
    manifest["permissions"] = sorted(permissions)
    if frontend_api:
        manifest["host_permissions"] = [f"https://{_without_port(frontend_api)}/*"]
    if senders := external_senders(modules):
        manifest["externally_connectable"] = senders
    for name, value in own.items():
        # What the code needs it needs; lists of permissions only grow.
        more = name in ("permissions", "host_permissions")
        manifest[name] = sorted({*manifest.get(name, []), *value}) if more else value
    if warnings is not None:
        warnings += missing_sites(uses, manifest)
    return manifest


def _fields_of_files(sources: Sources, permissions: set[str]) -> dict[str, Any]:
    """The fields that follow from which files there are, and the permissions with them."""

    def is_there(name: str) -> bool:
        return sources.path(name).is_file()

    fields: dict[str, Any] = {}
    icons = _icons(sources.folder)
    if icons:
        fields["icons"] = icons
    if is_there("popup/index.html"):
        fields["action"] = {"default_popup": "popup/index.html"}
    if is_there("sidepanel/index.html"):
        fields["side_panel"] = {"default_path": "sidepanel/index.html"}
        fields.setdefault("action", {})  # something to click
        permissions.add("sidePanel")
    if icons and "action" in fields:
        fields["action"]["default_icon"] = icons
    if is_there("options/index.html"):
        fields["options_ui"] = {"page": "options/index.html", "open_in_tab": True}
    if is_there("background/service_worker.js"):
        worker = "background/service_worker.js"
        fields["background"] = {"service_worker": worker, "type": "module"}
        permissions.add("offscreen")
    return fields


def content_security_policy(frontend_api: str | None, sites: Iterable[str] = ()) -> str:
    """The strictest policy the pages work under: own files, and Clerk's API to talk to.

    Args:
        frontend_api: Its host, where Clerk is used.
        sites: Others to talk to.
    """
    connect = " ".join(["'self'", *([f"https://{frontend_api}"] if frontend_api else []), *sites])
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        f"img-src 'self' data: https://img.clerk.com; connect-src {connect}; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _sites(settings: dict[str, Any]) -> list[str]:
    """Return the sites that the developer's pages talk to, as `[tool.extension] connect` has them.

    Raises:
        BuildError: One is no site.
    """
    sites: list[str] = settings.get("connect", [])
    for site in sites:
        if not SITE.fullmatch(site):
            raise BuildError(
                f"[tool.extension] connect: {site!r} is no site, such as https://api.example.com",
                "pyproject.toml",
            )
    return sites


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


def read_budget(root: Path) -> dict[str, Any]:
    """Return the table `[tool.extension.budget]`, empty where there is none."""
    budget: dict[str, Any] = read_pyproject(root)[1].get("budget", {})
    return budget


def _icons(source: Path) -> dict[str, str]:
    return icon_files(path.relative_to(source).as_posix() for path in source.glob("icons/*.png"))


def _without_port(host: str) -> str:
    """A match pattern covers every port of its host."""
    return host.partition(":")[0]

"""The manifest: its fields, permissions and policy."""

from __future__ import annotations

from typing import Any

import pytest

from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.imports import Module
from extension_toolkit.toolchain.manifest import (
    chrome_version,
    content_security_policy,
    make_manifest,
    used_permissions,
)
from unit.toolchain.project import PYPROJECT, Project


def manifest_of(
    project: Project, *sources: str, api: str | None = None, key: str | None = None
) -> dict[str, Any]:
    modules = [Module(f"m{i}", f"src/m{i}.py", text) for i, text in enumerate(sources)]
    return make_manifest(project.root, modules, api, key)


def test_fields(project: Project) -> None:
    """Name, version and description are those of the project."""
    manifest = manifest_of(project)
    assert manifest["manifest_version"] == 3
    assert (manifest["name"], manifest["version"]) == ("mini", "1.2.3")
    assert manifest["description"] == "A miniature"
    assert int(manifest["minimum_chrome_version"]) >= 116
    assert "version_name" not in manifest
    assert "key" not in manifest


def test_nothing_that_is_not_there(project: Project) -> None:
    """A project without popup, worker, icons or Clerk has none of them in its manifest."""
    manifest = manifest_of(project)
    names = {"action", "background", "icons", "host_permissions"}
    assert not names & set(manifest)
    assert manifest["permissions"] == []


def test_display_name(project: Project) -> None:
    """[tool.extension] may give the name that people see."""
    project.write("pyproject.toml", PYPROJECT + '[tool.extension]\nname = "Shown"\n')
    assert manifest_of(project)["name"] == "Shown"


def test_popup_worker_and_icons(project: Project) -> None:
    """Popup, service worker and icons are found by where they lie."""
    project.write("src/popup/index.html")
    project.write("src/background/service_worker.js")
    for name in ("icon-128", "icon-16", "icon-x", "other"):
        project.write(f"src/icons/{name}.png")
    manifest = manifest_of(project)
    icons = {"16": "icons/icon-16.png", "128": "icons/icon-128.png"}
    assert list(manifest["icons"].items()) == list(icons.items())
    assert manifest["action"] == {"default_popup": "popup/index.html", "default_icon": icons}
    assert manifest["background"] == {"service_worker": "background/service_worker.js"}
    assert manifest["permissions"] == ["offscreen"]


def test_popup_without_icons(project: Project) -> None:
    """Without icons there is no empty entry for them."""
    project.write("src/popup/index.html")
    assert manifest_of(project)["action"] == {"default_popup": "popup/index.html"}


def test_permissions(project: Project) -> None:
    """The namespaces of `chrome` in use are the permissions, and nothing more."""
    manifest = manifest_of(
        project,
        "chrome.storage.local.get()\nchrome.alarms.create()\n",
        "import chrome\nchrome.storage.session.set()\nchrome.tabs.query()\nchrome.runtime.id\n",
        "x.chrome.history\nname = 'chrome.cookies'\n# chrome.bookmarks\nchrome['topSites']\n",
    )
    assert manifest["permissions"] == ["alarms", "storage"]


@pytest.mark.parametrize(
    "module",
    [
        Module("chrome", "src/chrome/__init__.py", "chrome.history"),
        Module("m._js", "src/m/_js.js", "chrome.history", language="js"),
        Module("m", "src/m.py", "import chrome\ntry: pass\nexcept chrome.ChromeError: pass"),
        Module("m", "src/m.py", "import chrome\nchrome.__name__"),
    ],
)
def test_what_is_no_permission(module: Module) -> None:
    """Chrome's Python face, JavaScript and names that are no namespace add no permission."""
    assert used_permissions([module]) == set()


@pytest.mark.parametrize("port", ["", ":8443"])
def test_clerk_host(project: Project, port: str) -> None:
    """The one foreign host is Clerk's; its port is in the policy, which a match pattern lacks."""
    manifest = manifest_of(project, api=f"api.example.com{port}")
    assert manifest["host_permissions"] == ["https://api.example.com/*"]
    policy = manifest["content_security_policy"]["extension_pages"]
    assert f"connect-src 'self' https://api.example.com{port};" in policy


@pytest.mark.parametrize("api", [None, "api.example.com"])
def test_policy(api: str | None) -> None:
    """Scripts come from the extension alone, and nothing is evaluated, framed or embedded."""
    directives = {}
    for directive in content_security_policy(api).split("; "):
        name, _, value = directive.partition(" ")
        assert name not in directives
        directives[name] = value
    assert directives["script-src"] == "'self'"
    for name in ("default-src", "object-src", "base-uri", "form-action", "frame-ancestors"):
        assert directives[name] == "'none'"
    assert directives["connect-src"] == ("'self'" if api is None else f"'self' https://{api}")
    everything = " ".join(directives.values())
    for word in ("unsafe", "wasm", "*", "http:", "blob:"):
        assert word not in everything


def test_extension_key(project: Project) -> None:
    """A public key fixes the extension's id."""
    assert manifest_of(project, key="MIIB")["key"] == "MIIB"


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.2.3", "1.2.3"),
        ("1", "1"),
        ("1.2.3.4", "1.2.3.4"),
        ("1.2.3.4.5", "1.2.3.4"),
        ("1.2.0rc1", "1.2.0"),
        ("1.2.dev3", "1.2"),
        ("2.0.post1+local.7", "2.0"),
        ("2026.01.05", "2026.1.5"),
        ("65535", "65535"),
    ],
)
def test_version(version: str, expected: str) -> None:
    """Of a Python version, Chrome gets up to four numbers in its own form."""
    assert chrome_version(version) == expected


@pytest.mark.parametrize("version", ["", "dev", "v1.0", "20261124.1", "1.65536"])
def test_version_that_chrome_refuses(version: str) -> None:
    """A version that Chrome would not load stops the build and names the file."""
    with pytest.raises(BuildError) as caught:
        chrome_version(version)
    assert caught.value.file == "pyproject.toml"
    assert repr(version) in caught.value.message


def test_version_name(project: Project) -> None:
    """What Chrome's version cannot say is kept for people to see."""
    project.write("pyproject.toml", PYPROJECT.replace("1.2.3", "1.2.3rc1"))
    manifest = manifest_of(project)
    assert (manifest["version"], manifest["version_name"]) == ("1.2.3", "1.2.3rc1")


def test_overrides(project: Project) -> None:
    """[tool.extension.manifest] adds fields and permissions, and replaces other fields."""
    project.write(
        "pyproject.toml",
        PYPROJECT
        + '[tool.extension.manifest]\nminimum_chrome_version = "130"\nhomepage_url = "https://x.y"'
        + '\npermissions = ["tabs"]\n',
    )
    manifest = manifest_of(project, "chrome.storage")
    assert manifest["minimum_chrome_version"] == "130"
    assert manifest["homepage_url"] == "https://x.y"
    assert manifest["permissions"] == ["storage", "tabs"]
    assert manifest["name"] == "mini"


def test_no_pyproject(project: Project) -> None:
    """A folder that is no project is told apart."""
    (project.root / "pyproject.toml").unlink()
    with pytest.raises(BuildError, match=r"no pyproject\.toml here"):
        manifest_of(project)


@pytest.mark.parametrize("field", ["name", "version"])
def test_missing_field(project: Project, field: str) -> None:
    """A field that Chrome requires is asked for by name."""
    lines = [line for line in PYPROJECT.splitlines() if not line.startswith(field)]
    project.write("pyproject.toml", "\n".join(lines))
    with pytest.raises(BuildError, match=rf"pyproject\.toml: \[project\] has no '{field}'"):
        manifest_of(project)


def test_broken_pyproject(project: Project) -> None:
    """A pyproject.toml that cannot be read says where it is broken."""
    project.write("pyproject.toml", "[project\n")
    with pytest.raises(BuildError, match=r"^pyproject\.toml: .*line 1"):
        manifest_of(project)


@pytest.mark.parametrize(
    "source",
    [
        "import chrome\nchrome.cookies",
        "from chrome import cookies",
        "import chrome as c\nc.cookies",
    ],
)
def test_permission_by_any_import(source: str) -> None:
    """A permission follows from the use of a namespace, however `chrome` was imported."""
    assert used_permissions([Module("m", "src/m.py", source)]) == {"cookies"}

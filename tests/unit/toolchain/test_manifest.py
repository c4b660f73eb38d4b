"""The manifest: its fields, permissions and policy."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.imports import Module
from extension_toolkit.toolchain.manifest import (
    chrome_version,
    content_security_policy,
    make_manifest,
)
from unit.toolchain.project import PYPROJECT, Project

MANIFEST = f"{PYPROJECT}[tool.extension.manifest]\n"


def manifest_of(
    project: Project, *sources: str, api: str | None = None, key: str | None = None
) -> dict[str, Any]:
    return make_manifest(project.root, [module(text) for text in sources], api, key)


def module(source: str, name: str = "m", language: str = "py") -> Module:
    tree = ast.parse(source) if language == "py" else None
    return Module(name, f"src/{name}.py", source, language=language, tree=tree)


def test_fields(project: Project) -> None:
    """Name, version and description are those of the project."""
    manifest = manifest_of(project)
    assert manifest["manifest_version"] == 3
    assert (manifest["name"], manifest["version"]) == ("mini", "1.2.3")
    assert manifest["description"] == "A miniature"
    assert int(manifest["minimum_chrome_version"]) >= 116
    assert "version_name" not in manifest
    assert "key" not in manifest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("project = 1", "[project] has to be a table; not 1"),
        ('[project]\nname = 1\nversion = "1"', "[project] name has to be a text; not 1"),
        ('[project]\nname = "x"\nversion = 1.0', "[project] version has to be a text; not 1.0"),
        (f"{PYPROJECT}[tool]\nextension = 1", "[tool.extension] has to be a table; not 1"),
        (f"{PYPROJECT}[tool.extension]\nmanifest = []", "manifest has to be a table; not []"),
        (f"{PYPROJECT}[tool.extension]\nbudget = 300", "budget has to be a table; not 300"),
        (f"{PYPROJECT}[tool.extension]\nkeep = 'a'", "keep has to be a list of texts; not 'a'"),
        (
            f"{PYPROJECT}[tool.extension]\nnmae = 'x'",
            "takes name, manifest, budget, keep, connect; not nmae",
        ),
        (
            f"{PYPROJECT}[tool.extension]\npermissions = ['tabs']",
            "not permissions, which goes below [tool.extension.manifest]",
        ),
        (f"{MANIFEST}permissions = 'tabs'", "permissions has to be a list of texts; not 'tabs'"),
        (f"{MANIFEST}permissions = [1]", "permissions has to be a list of texts; not [1]"),
        (f"{MANIFEST}host_permissions = ['a.com']", "'a.com' is no match pattern of Chrome's"),
        (f"{MANIFEST}host_permissions = ['https://a.com']", "'https://a.com' is no match pattern"),
        (
            f"{MANIFEST}permissions = ['tabz']",
            "[tool.extension.manifest] permissions: Chrome has no permission 'tabz'; did you mean "
            "'tabs'?",
        ),
        (f"{MANIFEST}optional_permissions = ['Storage']", "did you mean 'storage'?"),
        (f"{MANIFEST}permissions = ['sockets']", "reference/permissions-list"),
        (f"{MANIFEST}permissions = ['https://a.com/*']", "name sites in host_permissions"),
        (
            f"{MANIFEST}optional_permissions = ['<all_urls>']",
            "name sites in optional_host_permissions",
        ),
        (f"{MANIFEST}content_scripts = {{}}", "as [[tool.extension.manifest.content_scripts]]"),
        (f"{MANIFEST}since = 2024-01-01", "a value that JSON has not"),
        (f"{MANIFEST}number = nan", "a value that JSON has not"),
        (
            f"{MANIFEST}x = 'sk_test_Zz9Yy8Xx7Ww6Vv5Uu4'",
            "a Clerk secret key (sk_…) would be bundled",
        ),
    ],
)
def test_settings_of_the_wrong_kind(project: Project, text: str, message: str) -> None:
    """What cannot be in `pyproject.toml` is told with its key, and nothing is read from it."""
    project.write("pyproject.toml", text)
    with pytest.raises(BuildError) as caught:
        manifest_of(project)
    assert caught.value.file == "pyproject.toml"
    assert message in caught.value.message


@pytest.mark.parametrize(
    "pattern",
    ["<all_urls>", "*://*/*", "https://*.a.com/b*", "http://localhost:*/*", "file:///*"],
)
def test_match_patterns(project: Project, pattern: str) -> None:
    """Every form of Chrome's is taken."""
    project.write("pyproject.toml", f"{MANIFEST}host_permissions = [{pattern!r}]")
    assert manifest_of(project)["host_permissions"] == [pattern]


def test_pyproject_with_a_mark(project: Project) -> None:
    """A mark before the first line, as some editors write it, does not count; other bytes do."""
    project.write("pyproject.toml", PYPROJECT.encode("utf-8-sig"))
    assert manifest_of(project)["name"] == "mini"
    project.write("pyproject.toml", PYPROJECT.encode("utf-16"))
    with pytest.raises(BuildError, match="not UTF-8 text"):
        manifest_of(project)


def test_arguments_by_name(project: Project) -> None:
    """A field written as an argument is told, with the form that Chrome takes."""
    with pytest.raises(BuildError, match=r"chrome.tabs.query takes no .* dict: {\"active\": …}"):
        manifest_of(project, "import chrome\nchrome.tabs.query(active=True)\n")
    manifest_of(project, "import chrome\nchrome.tabs.query({}, timeout=1)\n")


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
    worker = "background/service_worker.js"
    assert manifest["background"] == {"service_worker": worker, "type": "module"}
    assert manifest["permissions"] == ["offscreen"]


def test_popup_without_icons(project: Project) -> None:
    """Without icons there is no empty entry for them."""
    project.write("src/popup/index.html")
    assert manifest_of(project)["action"] == {"default_popup": "popup/index.html"}


def test_permissions(project: Project) -> None:
    """The namespaces of `chrome` in use are the permissions, and nothing more."""
    manifest = manifest_of(
        project,
        "import chrome\nchrome.storage.local.get()\nchrome.alarms.create()\n",
        "import chrome\nchrome.storage.session.set()\nchrome.tabs.query()\nchrome.runtime.id\n",
        "x.chrome.history\nname = 'chrome.cookies'\n# chrome.bookmarks\nchrome['topSites']\n",
        "chrome = other()\nchrome.history\n",
    )
    assert manifest["permissions"] == ["alarms", "storage"]


@pytest.mark.parametrize(
    "module",
    [
        module("import chrome\nchrome.history", "chrome"),
        module("chrome.history", "m._js", "js"),
        module("import chrome\ntry: pass\nexcept chrome.ChromeError: pass"),
        module("import chrome\nchrome.__name__"),
    ],
)
def test_what_is_no_permission(project: Project, module: Module) -> None:
    """Chrome's Python face, JavaScript and names that are no namespace add no permission."""
    assert make_manifest(project.root, [module])["permissions"] == []


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


def test_sites_to_talk_to(project: Project) -> None:
    """[tool.extension] names sites that pages may send requests to, beside Clerk's."""
    sites = 'connect = ["https://api.example.com", "wss://*.example.com:8443"]\n'
    project.write("pyproject.toml", f"{PYPROJECT}[tool.extension]\n{sites}")
    policy = manifest_of(project, api="a.b")["content_security_policy"]["extension_pages"]
    sources = "'self' https://a.b https://api.example.com wss://*.example.com:8443"
    assert f"connect-src {sources};" in policy


@pytest.mark.parametrize("site", ["api.example.com", "*", "https://a.com/path", "https://a; b"])
def test_what_is_no_site(project: Project, site: str) -> None:
    """What is no site is refused, and cannot open the policy further."""
    project.write("pyproject.toml", f'{PYPROJECT}[tool.extension]\nconnect = ["{site}"]\n')
    with pytest.raises(BuildError, match=r"pyproject\.toml: .* connect: .* is no site"):
        manifest_of(project)


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
    manifest = manifest_of(project, "import chrome\nchrome.storage")
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
        "import chrome\n@chrome.cookies.onChanged.addListener\ndef f(x): pass",
        "import chrome\nf(x=chrome.cookies)",
    ],
)
def test_permission_by_any_import(project: Project, source: str) -> None:
    """A permission follows from the use of a namespace, however `chrome` was imported."""
    assert manifest_of(project, source)["permissions"] == ["cookies"]


@pytest.mark.parametrize(
    ("used", "permissions"),
    [
        ("sidePanel.setOptions({})", ["sidePanel"]),
        ("identity.getRedirectURL()", ["identity"]),
        ("management.getSelf()", []),
        ("management.getAll()", ["management"]),
        ("declarativeNetRequest.updateDynamicRules({})", ["declarativeNetRequest"]),
        ("tabs.onUpdated", []),
        ("contextMenus.onClicked", ["contextMenus"]),
        ("system.cpu.getInfo()", ["system.cpu"]),
    ],
)
def test_permission_of_what_is_used(project: Project, used: str, permissions: list[str]) -> None:
    """The permission is the one that Chrome asks for what is used of a namespace."""
    assert manifest_of(project, f"import chrome\nchrome.{used}\n")["permissions"] == permissions


def own(project: Project, fields: str) -> None:
    project.write("pyproject.toml", f"{PYPROJECT}[tool.extension.manifest]\n{fields}\n")


def test_one_of_several_permissions(project: Project) -> None:
    """Where one of several is enough, the developer's is taken; an optional one is not required."""
    rules = "import chrome\nchrome.declarativeNetRequest.getDynamicRules()\n"
    own(project, 'permissions = ["declarativeNetRequestWithHostAccess"]')
    assert manifest_of(project, rules)["permissions"] == ["declarativeNetRequestWithHostAccess"]
    own(project, 'optional_permissions = ["bookmarks"]')
    bookmarks = "import chrome\nchrome.bookmarks.getTree()\n"
    assert manifest_of(project, bookmarks)["permissions"] == []


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("chrome.tabs.qurey({})", "chrome.tabs.query"),
        ("chrome.storge.local.get()", "chrome.storage"),
        ("chrome.alarms.onAlarms.addListener(f)", "chrome.alarms.onAlarm"),
        ("chrome.alarms.onAlarm.addListner(f)", ""),
        ("alarm = chrome.alarms; alarm.cretae()", "chrome.alarms.create"),
    ],
)
def test_name_that_chrome_does_not_have(project: Project, line: str, nearest: str) -> None:
    """A name that Chrome lacks stops the build with file, line, source and the nearest name."""
    with pytest.raises(BuildError) as caught:
        manifest_of(project, f"import chrome\n\n{line}\n")
    assert (caught.value.file, caught.value.line) == ("src/m.py", 3)
    assert nearest in caught.value.message
    assert f"\n    {line}" in str(caught.value)


@pytest.mark.parametrize(
    "source",
    [
        "chrome.runtime.OnInstalledReason.UPDATE",
        "chrome.tabs.TAB_ID_NONE + 1",
        "chrome.runtime.id.upper()",
        "tab = chrome.tabs\ntab = {}\ntab.whatever",
        "def f(tab): return tab.whatever\ntab = chrome.tabs",
    ],
)
def test_names_that_are_fine(project: Project, source: str) -> None:
    """Enumerations, constants, what values have, and other variables are no unknown names."""
    assert manifest_of(project, f"import chrome\n{source}\n")["permissions"] == []


@pytest.mark.parametrize(
    "line", ["@chrome.alarms.onAlarm\ndef rang(alarm): ...", "chrome.alarms.onAlarm(print)"]
)
def test_event_that_is_called(project: Project, line: str) -> None:
    """An event is listened to, and not called."""
    with pytest.raises(BuildError, match=r"is an event: .* chrome\.alarms\.onAlarm\.addListener"):
        manifest_of(project, f"import chrome\n{line}\n")
    assert manifest_of(
        project, "import chrome\n@chrome.alarms.onAlarm.addListener\ndef rang(alarm): ...\n"
    )


def test_field_that_only_the_developer_knows(project: Project) -> None:
    """What is useless without a field of the manifest asks for that field."""
    source = "import chrome\nchrome.commands.onCommand.addListener(print)\n"
    with pytest.raises(BuildError, match=r"src/m\.py:2: .*'commands' in \[tool\.ext"):
        manifest_of(project, source)
    own(project, '[tool.extension.manifest.commands.go]\ndescription = "Go"')
    assert manifest_of(project, source)["commands"] == {"go": {"description": "Go"}}


def test_action(project: Project) -> None:
    """What uses the toolbar button has one, also without a popup."""
    assert manifest_of(project, "import chrome\nchrome.action.onClicked")["action"] == {}


def test_younger_api(project: Project) -> None:
    """The oldest Chrome that may install it has all that is used."""
    assert manifest_of(project)["minimum_chrome_version"] == "123"
    used = "import chrome\nchrome.sidePanel.onOpened.addListener(print)\n"
    assert int(manifest_of(project, used)["minimum_chrome_version"]) > 123


@pytest.mark.parametrize(
    ("field", "warned"),
    [
        ("", True),
        ('permissions = ["activeTab"]', False),
        ('host_permissions = ["https://example.com/*"]', False),
        ('optional_host_permissions = ["https://*/*"]', False),
    ],
)
def test_sites_that_are_missing(project: Project, field: str, warned: bool) -> None:
    """What does nothing without access to a site is pointed out once, where there is none."""
    own(project, field)
    warnings: list[str] = []
    source = (
        "import chrome\nchrome.tabs.query({})\nchrome.cookies.get({})\nchrome.cookies.set({})\n"
    )
    make_manifest(project.root, [module(source)], warnings=warnings)
    why = "src/m.py:3: chrome.cookies does nothing without a site"
    assert [warning.startswith(why) for warning in warnings] == [True] * warned


def test_unused_permission(project: Project) -> None:
    """A permission that opens what nothing uses is pointed out; others cannot be judged."""
    own(project, 'permissions = ["history", "alarms", "tabs", "activeTab", "unlimitedStorage"]')
    warnings: list[str] = []
    used = [module("import chrome\nchrome.alarms.create('a', {})\n")]
    permissions = make_manifest(project.root, used, warnings=warnings)["permissions"]
    assert permissions == ["activeTab", "alarms", "history", "tabs", "unlimitedStorage"]
    assert [warning.split("'")[1] for warning in warnings] == ["history"]


def test_field_that_chrome_does_not_know(project: Project) -> None:
    """A field that Chrome would leave out is told, with the one that was probably meant."""
    project.write("pyproject.toml", f"{MANIFEST}side_pannel = {{}}\nxyzzy = 1\nauthor = {{}}\n")
    warnings: list[str] = []
    make_manifest(project.root, [], warnings=warnings)
    assert warnings == [
        "pyproject.toml: [tool.extension.manifest] has 'side_pannel', which Chrome does not know; "
        "did you mean 'side_panel'?",
        "pyproject.toml: [tool.extension.manifest] has 'xyzzy', which Chrome does not know; "
        "remove it",
    ]


def test_side_panel_and_options(project: Project) -> None:
    """A side panel has its permission and a button to open it; options open in a tab."""
    project.write("src/sidepanel/index.html")
    project.write("src/options/index.html")
    manifest = manifest_of(project)
    assert manifest["side_panel"] == {"default_path": "sidepanel/index.html"}
    assert manifest["action"] == {}
    assert manifest["permissions"] == ["sidePanel"]
    assert manifest["options_ui"] == {"page": "options/index.html", "open_in_tab": True}


def connectable(project: Project, senders: str) -> Any:
    source = f"from webext import on_message\n@on_message(a=1, senders={senders})\ndef f(m, s): ..."
    return manifest_of(project, source).get("externally_connectable")


@pytest.mark.parametrize(
    ("senders", "expected"),
    [
        ("'pages'", None),
        ("('pages', 'content_scripts')", None),
        ("'https://*.example.com/*'", {"matches": ["https://*.example.com/*"]}),
        ("('pages', 'extensions')", {"ids": ["*"]}),
        (f"('{'a' * 32}', 'https://a.b/*')", {"ids": ["a" * 32], "matches": ["https://a.b/*"]}),
    ],
)
def test_externally_connectable(project: Project, senders: str, expected: Any) -> None:
    """Others reach the extension as far as a handler allows them, and no further."""
    assert connectable(project, senders) == expected


@pytest.mark.parametrize(
    "senders", ["'everybody'", "SENDERS", "[f()]", "'example.com'", "1", "[1]"]
)
def test_senders_that_cannot_be_read(project: Project, senders: str) -> None:
    """Senders are written out, in the words that there are."""
    with pytest.raises(BuildError) as caught:
        connectable(project, senders)
    assert caught.value.line == 2

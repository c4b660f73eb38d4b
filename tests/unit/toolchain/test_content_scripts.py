"""Content scripts: what the manifest says of them, and what they may not have."""

from __future__ import annotations

from typing import Any

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import Project

MATCHES = 'MATCHES = ["https://a.com/*"]\n'


def entries(project: Project, source: str = MATCHES) -> list[dict[str, Any]]:
    project.write("src/contents/note.py", source)
    project.build()
    found: list[dict[str, Any]] = project.manifest().get("content_scripts", [])
    return found


def test_entry(project: Project) -> None:
    """A file in `src/contents/` runs where it says, with the run time and its own modules first."""
    project.write("src/contents/_shared.py", "x = 1\n")
    (entry,) = entries(project, "from . import _shared\n" + MATCHES)
    assert entry["matches"] == ["https://a.com/*"]
    assert set(entry) == {"matches", "js"}
    files = project.output()
    first, runtime, *modules, start = entry["js"]
    assert b"var __BRYTHON__ =" in files[first]
    assert runtime == "python/runtime.js"
    assert b'$python.define("contents.note"' in b"".join(files[name] for name in modules)
    assert b'$python.define("contents._shared"' in b"".join(files[name] for name in modules)
    assert files[start] == b'$python.start("contents.note")\n'
    assert start == "contents/note.js"
    assert "contents/_shared.js" not in files


def test_fields(project: Project) -> None:
    """Chrome's fields stand at the top of the file; a style sheet of its name goes with it."""
    project.write("src/contents/note.css", "p { color: red }")
    source = (
        MATCHES
        + 'EXCLUDE_MATCHES = ["*://a.com/x"]\nRUN_AT = "document_start"\nALL_FRAMES = True\n'
    )
    (entry,) = entries(project, source)
    assert entry["exclude_matches"] == ["*://a.com/x"]
    assert entry["run_at"] == "document_start"
    assert entry["all_frames"] is True
    assert entry["css"] == ["contents/note.css"]


def test_annotated_field(project: Project) -> None:
    """A field may say its type."""
    (entry,) = entries(project, 'MATCHES: list[str] = ["https://a.com/*"]\n')
    assert entry["matches"] == ["https://a.com/*"]


def test_developers_own(project: Project) -> None:
    """Content scripts in JavaScript, from pyproject.toml, stay beside those in Python."""
    text = (project.root / "pyproject.toml").read_text("utf-8")
    own = '[[tool.extension.manifest.content_scripts]]\nmatches = ["https://b.com/*"]\n'
    project.write("pyproject.toml", text + own)
    assert [entry["matches"] for entry in entries(project)] == [
        ["https://b.com/*"],
        ["https://a.com/*"],
    ]


def test_run_time_runs_once(project: Project) -> None:
    """Two content scripts in one page share a run time; without any, nothing is added to it."""
    project.page("x = 1\n")
    once = b"if (!Object.hasOwn(globalThis, '$python'))"
    project.build()
    assert once not in project.output()["python/runtime.js"]
    entries(project)
    assert once in project.output()["python/runtime.js"]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\n", None, "a content script says where it runs"),
        ("MATCHES = []\n", None, "a content script says where it runs"),
        ("\nMATCHES = make()\n", 2, "write MATCHES out here"),
        ("MATCHES = {['a']}\n", 1, "write MATCHES out here"),
        ("MATCHES = 'https://a.com/*'\n", 1, "MATCHES has to be a list such as"),
        ("MATCHES = {'https://a.com/*'}\n", 1, "MATCHES has to be a list such as"),
        ("MATCHES = ['a.com']\n", 1, "'a.com' is no match pattern"),
        (MATCHES + "EXCLUDE_MATCHES = [1]\n", 2, "EXCLUDE_MATCHES has to be a list"),
        (MATCHES + "RUN_AT = 'soon'\n", 2, "RUN_AT has to be one of document_start"),
        (MATCHES + "ALL_FRAMES = 'yes'\n", 2, "ALL_FRAMES has to be True or False"),
        (MATCHES + "import chrome\nchrome.tabs.query({})\n", 3, "no chrome.tabs.query: ask"),
        (
            MATCHES + "import chrome\nchrome.storage.local.get('a')\n",
            3,
            "closed to content scripts",
        ),
        (MATCHES + "import chrome\nchrome.runtime.reload()\n", 3, "no chrome.runtime.reload"),
        (MATCHES + "import clerk\n", 2, "cannot have the Clerk client"),
        (MATCHES + "from clerk import createClerkClient\n", 2, "cannot have the Clerk client"),
        (MATCHES + "from browser import webcomponent\n", 2, "cannot define elements"),
        (MATCHES + "def f():\n    import browser.webcomponent\n", 3, "cannot define elements"),
        (MATCHES + "import helper\n", 2, "no chrome.cookies"),
    ],
)
def test_refused(project: Project, source: str, line: int | None, message: str) -> None:
    """A content script that would reach more than it may stops the build."""
    project.write("src/helper.py", "import chrome\nchrome.cookies\n")
    project.write("src/clerk/__init__.py")
    with pytest.raises(BuildError) as caught:
        entries(project, source)
    assert message in caught.value.message
    assert caught.value.line == line
    assert caught.value.file == ("src/helper.py" if "helper" in source else "src/contents/note.py")


def test_what_content_scripts_have(project: Project) -> None:
    """Messages and their own address are theirs; they need no permission."""
    source = MATCHES + "import chrome\nchrome.runtime.sendMessage({})\nchrome.runtime.getURL('a')\n"
    entries(project, source)
    assert project.manifest()["permissions"] == []


def test_name(project: Project) -> None:
    """A file that cannot be imported is told."""
    project.write("src/contents/my-note.py", MATCHES)
    with pytest.raises(BuildError, match=r"src/contents/my-note\.py: a content script's name"):
        project.build()

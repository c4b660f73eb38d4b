"""Files in nearly the right place."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.misplaced import misplaced
from unit.toolchain.project import Project


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("popup.html", "the popup is src/popup/index.html"),
        ("popup/popup.html", "the popup is src/popup/index.html"),
        ("pop-up/index.html", "the popup is src/popup/index.html"),
        ("side_panel/index.html", "the side panel is src/sidepanel/index.html"),
        ("option/index.html", "the options page is src/options/index.html"),
        ("content/marker.py", "content scripts are in src/contents/"),
        ("content_scripts/marker.py", "content scripts are in src/contents/"),
        ("background.py", "what runs in the background is src/background/index.py"),
        ("background/main.py", "what runs in the background is src/background/index.py"),
    ],
)
def test_nearly_in_place(file: str, place: str) -> None:
    """A file that would be left out is told, with where it has to be."""
    files = [file, file.replace("marker", "other")]
    assert list(misplaced(files, [], {})) == [f"src/{file}: Chrome does not learn of it; {place}"]


@pytest.mark.parametrize(
    ("files", "modules"),
    [
        (["popup/index.html", "popup/index.py", "contents/marker.py"], []),
        (["background/index.py", "background/other.py"], []),
        (["popup/index.html", "popup/help.html"], []),
        (["content/helper.py", "content/__init__.py"], ["content", "content.helper"]),
        (["tabs/index.html", "icons/icon.png", "library/note.py"], []),
        (["popup/popup.html"], []),
    ],
)
def test_in_place(files: list[str], modules: list[str]) -> None:
    """What is in its place, is used, or was meant for something else is not told."""
    manifest = {"action": {"default_popup": "popup/popup.html"}}
    assert list(misplaced(files, modules, manifest)) == []


def test_a_build_warns(project: Project) -> None:
    """The build tells what it left out."""
    project.page()
    project.write("src/content/marker.py", "MATCHES = ['https://example.com/*']\n")
    assert project.build().warnings == [
        "src/content/marker.py: Chrome does not learn of it; content scripts are in src/contents/"
    ]

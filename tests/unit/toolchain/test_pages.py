"""Which file each module goes into."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.imports import Module
from extension_toolkit.toolchain.pages import REQUEST, share_out


def shared(
    pages: dict[str, str], sizes: dict[str, int], mode: str = "development"
) -> dict[str, list[str]]:
    """The names of the modules in each file, where each page uses the modules in its text."""
    reached = {
        page: [Module(name, "", "") for name in text.split()] for page, text in pages.items()
    }
    chunks = share_out(reached, sizes, mode)
    return {name: [module.name for module in chunk.modules] for name, chunk in chunks.items()}


THREE = {"a/a.html": "a x y", "b/b.html": "b x y", "c/c.html": "c x"}
OWN = {"a.a.js": ["a"], "b.b.js": ["b"], "c.c.js": ["c"]}
SMALL = dict.fromkeys("abcxyz", 10)


def test_requests_are_saved() -> None:
    """Two pages load a small module's code that the third does not use, and ask once less."""
    assert shared(THREE, SMALL) == OWN | {"shared-1.js": ["x", "y"]}


def test_large_modules_stay_where_they_are_used() -> None:
    """What only some pages use is not loaded by others when it is worth more than a request."""
    sizes = SMALL | {"y": 2 * REQUEST}
    assert shared(THREE, sizes) == OWN | {"shared-1.js": ["y"], "shared-2.js": ["x"]}
    sizes["y"] -= 1
    assert shared(THREE, sizes) == OWN | {"shared-1.js": ["x", "y"]}


def test_run_time_takes_what_every_page_uses() -> None:
    """In production, and what is small enough for those that do not use it."""
    assert shared(THREE, SMALL, "production") == OWN | {"runtime.js": ["x", "y"]}
    sizes = SMALL | {"y": 2 * REQUEST}
    found = shared(THREE, sizes, "production")
    assert found == OWN | {"runtime.js": ["x"], "shared-1.js": ["y"]}
    assert shared({"a/a.html": "a", "b/b.html": "b"}, SMALL, "production")["runtime.js"] == []


def test_web_pages_get_only_what_their_script_uses() -> None:
    """A content script is joined with nothing of the pages that is not its own."""
    pages = {"contents/s.js": "x", "b/b.html": "x y", "c/c.html": "x y"}
    for mode, of_all in (("development", "shared-2.js"), ("production", "runtime.js")):
        assert shared(pages, SMALL, mode) == {of_all: ["x"], "shared-1.js": ["y"]}


@pytest.mark.parametrize("page", ["runtime.html", "shared-1.html"])
def test_page_with_the_name_of_a_shared_file(page: str) -> None:
    """Neither takes the place of the other."""
    found = shared({page: "a x", "b/b.html": "b x"}, SMALL, "production")
    own = f"src.{page.partition('.')[0]}.js"
    assert found == {own: ["a"], "b.b.js": ["b"], "runtime.js": ["x"]}

"""Which files an extension consists of: the project's own, and the toolkit's."""

from __future__ import annotations

import os
import sys

import pytest

from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.sources import LIBRARY, Sources
from unit.toolchain.project import Project


def test_toolkits_packages(project: Project) -> None:
    """A project without a `webext` of its own gets the toolkit's, named without a path before."""
    project.page("from webext import spawn\n")
    modules = project.reachable()
    assert modules["webext.tasks"].filename == "webext/tasks.py"
    assert modules["webext.tasks"].source == (LIBRARY / "webext/tasks.py").read_text("utf-8")


def test_own_packages_come_first(project: Project) -> None:
    """A package in `src/` replaces the toolkit's as a whole."""
    project.write("src/webext/__init__.py", "def spawn(): pass\n")
    project.page("from webext import spawn\n")
    modules = project.reachable()
    assert modules["webext"].filename == "src/webext/__init__.py"
    assert "webext.tasks" not in modules


def test_other_packages_are_not_looked_for(project: Project) -> None:
    """Of what is installed beside the toolkit, nothing can be imported."""
    assert not Sources(project.root).path("dotenv/__init__.py").exists()
    assert not Sources(project.root).path("extension_toolkit/__init__.py").exists()


def test_background_without_javascript(project: Project) -> None:
    """Python in `src/background/` is enough: service worker and page are the toolkit's."""
    project.write("src/background/index.py", "started = True\n")
    project.build()
    assert "background/service_worker.js" in project.output()
    page = project.output()["background/offscreen.html"].decode()
    assert 'data-start="background.index"' in page
    assert project.manifest()["background"] == {
        "service_worker": "background/service_worker.js",
        "type": "module",
    }


def test_own_service_worker(project: Project) -> None:
    """A project may have a service worker of its own."""
    project.write("src/background/index.py", "started = True\n")
    project.write("src/background/service_worker.js", "// mine\n")
    project.build()
    assert project.output()["background/service_worker.js"] == b"// mine\n"
    assert "background/offscreen.js" in project.output()


def test_no_background(project: Project) -> None:
    """Nothing of the background is there where nobody wrote Python for it."""
    project.page()
    project.build()
    assert not [name for name in project.output() if name.startswith("background/")]
    assert "background" not in project.manifest()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_name_that_is_not_utf8(project: Project) -> None:
    """A file whose name no address could have is named, as well as it can be."""
    project.page()
    with open(os.fsencode(project.root / "src" / "page") + b"/caf\xe9.txt", "w"):
        pass
    with pytest.raises(BuildError) as caught:
        project.build()
    assert str(caught.value) == "src/page/caf\ufffd.txt: the file's name is not UTF-8; rename it"

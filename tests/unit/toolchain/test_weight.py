"""What an extension weighs, and its budget."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.weight import module_rows, zipped_size
from unit.toolchain.project import PYPROJECT, Project

PADDING = "x = '{}'\n".format("long text " * 1000)


def with_budget(project: Project, budget: str) -> None:
    project.write("pyproject.toml", f"{PYPROJECT}\n[tool.extension.budget]\n{budget}\n")


def heavy_project(project: Project) -> None:
    project.page("import page.heavy\n")
    project.write("src/page/heavy.py", PADDING)


def test_within_budget(project: Project) -> None:
    """A build within its budget passes, and tells each module's size and importer."""
    heavy_project(project)
    with_budget(project, "package = 100\npage = 100")
    built = project.build("production")
    rows = {name: (size, importer) for size, name, importer in
            module_rows(built.modules, built.module_sizes)}  # fmt: skip
    assert rows["page.heavy"][0] > len(PADDING)
    assert rows["page.heavy"][1] == "page.index"
    assert rows["page.index"][1] == "a page"
    assert 0 < built.compressed < sum(built.files.values())


@pytest.mark.parametrize(
    ("budget", "what"),
    [("package = 0.5", "the package, zipped,"), ("page = 5", "the Python of page/index.html")],
)
def test_budget_exceeded(project: Project, budget: str, what: str) -> None:
    """A build over its budget fails: it names what is too large, its modules and importers."""
    heavy_project(project)
    with_budget(project, budget)
    with pytest.raises(BuildError) as caught:
        project.build("production")
    assert caught.value.message.startswith(what)
    assert "page.heavy (1" in caught.value.message
    assert "imported by page.index" in caught.value.message
    assert not project.builder("production").folder.exists()


def test_development_has_no_budget(project: Project) -> None:
    """A development build, which carries its source, is not held to the budget."""
    heavy_project(project)
    with_budget(project, "package = 0.5\npage = 5")
    assert project.build().files


@pytest.mark.parametrize("budget", ["pages = 5", 'package = "5"', "page = true"])
def test_misspelt_budget(project: Project, budget: str) -> None:
    """An unknown limit, or one that is no number, stops the build."""
    heavy_project(project)
    with_budget(project, budget)
    with pytest.raises(BuildError, match=r"takes package and page, in kB; not pa"):
        project.build("production")


def test_zipped_size() -> None:
    """The size is that of a zip file: text shrinks, and each file costs its entry."""
    assert zipped_size({"a": b"x" * 10_000}) < 500
    assert zipped_size({"a": b"", "b": b""}) > zipped_size({"a": b""})

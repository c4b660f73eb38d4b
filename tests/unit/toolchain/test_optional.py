"""Modules that a package brings only to those who use what they are for."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import Project

DECLARED = 'BUNDLED_WHEN_NAMED = {"kit.extra": ("useExtra", "extra")}\n'


@pytest.fixture
def kit(project: Project) -> Project:
    """A project with a package of which one module is optional."""
    project.write("src/kit/__init__.py", DECLARED + "from .core import start\n")
    project.write("src/kit/core.py", "def start(extra=None):\n    from . import extra\n")
    project.write("src/kit/extra.py", "import chrome\nfrom . import deep\nchrome.cookies\n")
    project.write("src/kit/deep.py")
    project.write("src/chrome/__init__.py")
    return project


@pytest.mark.parametrize(
    "use", ["kit.useExtra", "kit.start(extra=1)", "x.y.extra()", "from kit import useExtra"]
)
def test_named(kit: Project, use: str) -> None:
    """A word as attribute or keyword argument brings the module and all that it imports."""
    kit.page(f"import kit\ndef f():\n    {use}\n")
    assert {"kit.extra", "kit.deep"} <= set(kit.reachable())


@pytest.mark.parametrize(
    "use", ["extra = 1", "kit.start('extra')", "def useExtra(): pass", "# extra"]
)
def test_not_named(kit: Project, use: str) -> None:
    """Without a word it stays out; the package's own use of the words does not count."""
    kit.write("src/kit/core.py", "from . import extra\nkit.useExtra(extra=1)\n")
    kit.page(f"import kit\n{use}\n")
    assert not {"kit.extra", "kit.deep"} & set(kit.reachable())


def test_imported_from_outside(kit: Project) -> None:
    """Code outside the package that imports the module gets it."""
    kit.page("from kit import extra\n")
    assert "kit.extra" in kit.reachable()


def test_named_by_what_another_brings(kit: Project) -> None:
    """An optional module may name what brings the next."""
    kit.write(
        "src/other/__init__.py", 'BUNDLED_WHEN_NAMED = {"other.one": ("one",)}\nfrom . import one\n'
    )
    kit.write("src/other/one.py", "import kit\nkit.useExtra\n")
    kit.page("import kit, other\nother.one\n")
    assert "kit.extra" in kit.reachable()
    kit.page("import kit, other\n")
    assert "kit.extra" not in kit.reachable()


def test_permissions_follow(kit: Project) -> None:
    """What an optional module needs is asked for by those who use it, from whichever page."""
    kit.page("import kit\n", "one")
    kit.page("x = 1\n", "two")
    kit.build()
    assert kit.manifest()["permissions"] == []
    kit.page("import kit\nkit.useExtra\n", "two")
    built = kit.build()
    assert kit.manifest()["permissions"] == ["cookies"]
    assert "kit.extra" in {module.name for module in built.modules}


@pytest.mark.parametrize(
    "declaration",
    [
        "BUNDLED_WHEN_NAMED = names()",
        "BUNDLED_WHEN_NAMED = ['kit.extra']",
        "BUNDLED_WHEN_NAMED = {'kit.extra': 'useExtra'}",
        "BUNDLED_WHEN_NAMED = {'kit.extra': (1,)}",
        "BUNDLED_WHEN_NAMED = {'json': ('dumps',)}",
    ],
)
def test_misdeclared(kit: Project, declaration: str) -> None:
    """A declaration that cannot be read stops the build with its line."""
    kit.write("src/kit/__init__.py", f"x = 1\n{declaration}\n")
    kit.page("import kit\n")
    with pytest.raises(BuildError) as caught:
        kit.reachable()
    assert (caught.value.file, caught.value.line) == ("src/kit/__init__.py", 2)
    assert str(caught.value).endswith(declaration)


def test_declared_module_that_is_not_there(kit: Project) -> None:
    """A misspelt module is found at once."""
    kit.write("src/kit/__init__.py", DECLARED.replace("kit.extra", "kit.extr"))
    kit.page("import kit\n")
    with pytest.raises(BuildError, match=r"src/kit/__init__\.py: no module named 'kit\.extr'"):
        kit.reachable()

"""Which modules a page reaches, and what stops the build on the way."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import Project


def stops(project: Project, entry: str = "page.index") -> BuildError:
    with pytest.raises(BuildError) as caught:
        project.reachable(entry)
    return caught.value


def own(project: Project, entry: str = "page.index") -> set[str]:
    """The developer's modules that are reached."""
    found = project.reachable(entry).values()
    return {module.name for module in found if module.filename.startswith("src/")}


def test_syntax_error(project: Project) -> None:
    """A syntax error stops with file, line and source line."""
    project.page("x = 1\ndef f(:\n    pass\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/index.py", 2)
    assert error.message.startswith("SyntaxError: ")
    assert "\n    def f(:\n" in str(error)
    assert "newer" not in error.message


def test_indentation_error(project: Project) -> None:
    """A wrong indent is told with the line that has it."""
    project.page()
    project.write("src/page/index.py", b"x = 1\n  y = 2\n")
    error = stops(project)
    assert (error.line, error.message) == (2, "IndentationError: unexpected indent")


def test_syntax_that_only_brython_takes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Brython accepts and this Python does not may be newer syntax; the error says so."""
    monkeypatch.setattr(project.brython, "compile", lambda *arguments: "")
    project.page("a ==> 1\n")
    error = stops(project)
    assert error.line == 1
    assert "newer than the Python that runs the build" in error.message
    assert "a ==> 1" in str(error)


def test_not_utf8(project: Project) -> None:
    """A file of another encoding is named."""
    project.page()
    project.write("src/page/index.py", b"x = '\xe9'\n")
    assert "src/page/index.py:1: the file is not UTF-8" in str(stops(project))


def test_line_with_the_end_of_a_page(project: Project) -> None:
    """Characters that end lines for others do not shift the line that an error shows."""
    project.page("x = 'a\x0cb\u2028'\n\x0c\nimport missing\n")
    assert stops(project).source_line == "import missing"


@pytest.mark.parametrize(
    "chain", ["x = " + " + ".join("1" * 5000), "if 0: x" + "\nelif 0: x" * 2000]
)
def test_nested_too_deeply(project: Project, chain: str) -> None:
    """A file that is nested too deeply for the build is named."""
    project.page(f"{chain}\n")
    assert "src/page/index.py: something in this file is nested too deeply" in str(stops(project))


def test_module_named_as_one_of_the_librarys(project: Project) -> None:
    """Who takes a name of the library's is told, since the library then gets that module too."""
    project.page("import json, other\n")
    project.write("src/json.py")
    project.write("src/other.py")
    project.write("src/page/types.py")
    (warning,) = project.build().warnings
    assert warning.startswith("src/json.py: it stands in for the library's module json")


def test_byte_order_mark(project: Project) -> None:
    """The mark that some editors put first is no part of the source."""
    project.page()
    project.write("src/page/index.py", b"\xef\xbb\xbfx = 1\n")
    assert project.reachable()["page.index"].source == "x = 1\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import nowhere", "nowhere"),
        ("import json.nowhere", "json.nowhere"),
        ("from nowhere.else_ import x", "nowhere.else_"),
        ("from . import x; from .nowhere import x", "page.nowhere"),
        ("import page.nowhere.deep", "page.nowhere.deep"),
    ],
)
def test_import_that_cannot_be_found(project: Project, line: str, name: str) -> None:
    """An import that cannot be found stops with name, file, line and source line."""
    project.page(f"x = 1\n\ndef f():\n    {line}\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/index.py", 4)
    assert f"no module named {name!r}" in error.message
    assert str(error).endswith(f"\n    {line}")


@pytest.mark.parametrize(
    ("line", "name", "hint"),
    [
        ("import requests", "requests", "send requests with browser.aio"),
        ("from http.client import HTTPSConnection", "http.client", "with browser.aio"),
        ("from http import client", "http.client", "with browser.aio"),
        ("import socket", "socket", "needs an operating system"),
        ("from multiprocessing.pool import Pool", "multiprocessing.pool", "operating system"),
        ("import helper", "helper", "did you mean page.helper?"),
        ("import page.helpr", "page.helpr", "did you mean page.helper?"),
        ("import jsonn", "jsonn", "did you mean json?"),
        ("import numpy", "numpy", "put its Python into src/"),
    ],
)
def test_what_to_do_about_an_import(project: Project, line: str, name: str, hint: str) -> None:
    """What cannot be imported is told with what does the same, or was probably meant."""
    project.write("src/page/helper.py", "x = 1\n")
    project.page(f"{line}\n")
    error = stops(project)
    assert error.line == 1
    assert f"no module named {name!r}" in error.message
    assert hint in error.message


def test_own_module_with_the_name_of_an_empty_one(project: Project) -> None:
    """A module of one's own is imported, whatever the library has under its name."""
    project.write("src/socket.py", "x = 1\n")
    project.page("import socket\n")
    assert "socket" in own(project)


def test_import_that_cannot_be_found_elsewhere(project: Project) -> None:
    """The file named is the one that imports, not the page's own."""
    project.page("from . import other\n")
    project.write("src/page/other.py", "\nimport nowhere\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/other.py", 2)


@pytest.mark.parametrize(
    "caught",
    ["ImportError", "ModuleNotFoundError", "(OSError, ImportError)", "Exception", ""],
)
def test_optional_import(project: Project, caught: str) -> None:
    """An import that code is ready to miss may be missing."""
    project.page(f"try:\n    import nowhere\nexcept {caught}:\n    nowhere = None\n")
    assert own(project) == {"page", "page.index"}


def test_optional_import_that_is_there(project: Project) -> None:
    """An optional import that can be found is bundled."""
    project.page("try:\n    from . import extra\nexcept ImportError:\n    extra = None\n")
    project.write("src/page/extra.py")
    assert "page.extra" in own(project)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("try:\n    import nowhere\nexcept ValueError:\n    pass\n", 2),
        ("try:\n    import nowhere\nfinally:\n    pass\n", 2),
        ("try:\n    import gone\nexcept ImportError:\n    import nowhere\n", 4),
        ("try:\n    import gone\nexcept ImportError:\n    pass\nelse:\n    import nowhere\n", 6),
    ],
)
def test_import_that_is_not_optional(project: Project, source: str, line: int) -> None:
    """Only the body of a `try` that catches ImportError is optional."""
    project.page()
    project.write("src/page/index.py", source)
    assert stops(project).line == line


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING"])
def test_imports_for_types_only(project: Project, test: str) -> None:
    """What is imported for a type checker is neither bundled nor has to exist."""
    project.page()
    project.write(
        "src/page/index.py",
        f"if {test}:\n    import nowhere\n    from . import types_only\n"
        "else:\n    from . import at_run_time\n",
    )
    project.write("src/page/types_only.py")
    project.write("src/page/at_run_time.py")
    assert own(project) == {"page", "page.index", "page.at_run_time"}


def test_not_type_checking(project: Project) -> None:
    """What runs when types are not checked is bundled."""
    project.page("if not TYPE_CHECKING:\n    from . import at_run_time\n")
    project.write("src/page/at_run_time.py")
    assert "page.at_run_time" in own(project)


def test_relative_imports(project: Project) -> None:
    """One dot is the module's package, two the one around it."""
    project.page("from .deep import module\n")
    project.write("src/page/deep/__init__.py", "from . import beside\nfrom .. import above\n")
    project.write("src/page/deep/module.py", "from .other import x\nfrom ..above2 import y\n")
    for name in ("deep/beside", "deep/other", "above", "above2"):
        project.write(f"src/page/{name}.py", "x = y = 1\n")
    assert own(project) == {
        "page", "page.index", "page.deep", "page.deep.module", "page.deep.beside",
        "page.deep.other", "page.above", "page.above2",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["from .. import x", "from ...a import x"])
def test_relative_import_above_the_top(project: Project, line: str) -> None:
    """A relative import from outside `src/` stops with file, line and source line."""
    project.page(f"\n{line}\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/index.py", 2)
    assert "above the top package" in error.message
    assert str(error).endswith(f"\n    {line}")


def test_relative_import_in_a_package_of_the_top(project: Project) -> None:
    """A package counts as its own level."""
    project.write("src/page/__init__.py", "from . import fine\nfrom .. import too_far\n")
    project.write("src/page/fine.py")
    assert stops(project, "page").line == 2


def test_packages_without_init(project: Project) -> None:
    """A folder with Python in it is a package; one without is not."""
    project.page("import tools.deep.module\nfrom tools import other\n")
    project.write("src/tools/deep/module.py")
    project.write("src/tools/other.py")
    found = project.reachable()
    assert {"tools", "tools.deep", "tools.deep.module", "tools.other"} <= set(found)
    assert found["tools"].is_package
    assert found["tools"].source == ""
    project.write("src/pictures/a.png")
    project.page("import pictures\n")
    assert "no module named 'pictures'" in str(stops(project))


def test_from_package_import_submodule(project: Project) -> None:
    """`from package import name` bundles a submodule of that name, and minds no other name."""
    project.page("from tools import submodule, attribute\n")
    project.write("src/tools/__init__.py", "attribute = 1\n")
    project.write("src/tools/submodule.py")
    project.write("src/tools/unused.py")
    assert own(project) == {"page", "page.index", "tools", "tools.submodule"}


def test_import_brings_every_parent(project: Project) -> None:
    """`import a.b.c` needs `a` and `a.b`."""
    project.page("import a.b.c as short\n")
    project.write("src/a/__init__.py", "import x\n")
    project.write("src/x.py")
    project.write("src/a/b/__init__.py")
    project.write("src/a/b/c.py")
    assert own(project) == {"page", "page.index", "a", "a.b", "a.b.c", "x"}


@pytest.mark.parametrize(
    "source",
    [
        "class A:\n    def f(self):\n        import needed\n",
        "async def f():\n    with x:\n        import needed\n",
        "match x:\n    case 1:\n        import needed\n",
        "if x:\n    pass\nelif y:\n    import needed\n",
        "try:\n    pass\nfinally:\n    import needed\n",
    ],
)
def test_imports_anywhere(project: Project, source: str) -> None:
    """In the developer's code, imports count wherever they stand."""
    project.page()
    project.write("src/page/index.py", source)
    project.write("src/needed.py")
    assert "needed" in own(project)


def test_circular_imports(project: Project) -> None:
    """Modules may import each other."""
    project.page("from . import a\n")
    project.write("src/page/a.py", "from . import b\n")
    project.write("src/page/b.py", "from . import a, index\n")
    assert own(project) == {"page", "page.index", "page.a", "page.b"}


def test_parents_come_first(project: Project) -> None:
    """A package comes before its modules."""
    project.page("import a.b\n")
    project.write("src/a/b.py")
    names = list(project.reachable())
    assert names.index("a") < names.index("a.b")
    assert names.index("page") < names.index("page.index")


def test_standard_library_only_when_imported(project: Project) -> None:
    """Library modules come with those that import them, and not otherwise."""
    project.page("x = 1\n")
    assert set(project.reachable()) == {"page", "page.index"}
    project.page("import bisect\n")
    assert set(project.reachable()) == {"page", "page.index", "bisect"}


def test_imports_of_the_library_while_it_loads(project: Project) -> None:
    """A library module brings what it imports while it loads, not what its functions might."""
    project.page("import json\n")
    found = project.reachable()
    assert {"json", "json.encoder", "re", "python_re"} <= set(found)
    assert len(found) < 10
    assert "inspect" not in found


def test_modules_that_their_parents_make(project: Project) -> None:
    """`os.path` comes with its parent and has no file."""
    project.page("from os.path import join\n")
    found = project.reachable()
    assert "os" in found
    assert "os.path" not in found


def test_builtin_modules_need_no_file(project: Project) -> None:
    """What is within the run time is found but not bundled."""
    project.page("from browser import document\nimport javascript\n")
    assert set(project.reachable()) == {"page", "page.index"}


def test_own_module_before_the_library(project: Project) -> None:
    """As in Python, a module of one's own hides the library's."""
    project.page("import json\n")
    project.write("src/json.py", "mine = 1\n")
    found = project.reachable()
    assert found["json"].filename == "src/json.py"
    assert "re" not in found


def test_generated_module(project: Project) -> None:
    """The module of the environment is made by the build, whatever lies in its place."""
    project.page("from webext.env import A\n")
    project.write("src/webext/__init__.py")
    project.write("src/webext/env.py", "import nowhere\n")
    module = project.reachable()["webext.env"]
    assert (module.source, module.filename) == ("A = 1\n", "webext.env.py (generated)")


def test_future_import(project: Project) -> None:
    """`from __future__` brings no module."""
    project.page("from __future__ import annotations\n")
    assert set(project.reachable()) == {"page", "page.index"}


@pytest.mark.parametrize("name", ["eval", "exec", "compile", "__import__"])
def test_dynamic_code(project: Project, name: str) -> None:
    """A builtin that makes code at run time is refused with file, line, source and caret."""
    project.page(f"def f(x):\n    return 1 + {name}(x)\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/index.py", 2)
    assert error.message.startswith(f"{name}() cannot work")
    _, source, caret = str(error).split("\n")
    assert source[caret.index("^") :].startswith(f"{name}(")


def test_names_like_dynamic_code(project: Project) -> None:
    """Methods of those names, and text that mentions them, are fine."""
    project.page("import re\nx = re.compile('a')\n'eval(1)'\nmodel.eval()\n")
    assert "page.index" in project.reachable()


def test_javascript_twin(project: Project) -> None:
    """`_name.js` is bundled instead of the `_name.py` beside it."""
    project.page("from . import _native\n")
    project.write("src/page/_native.js", "hello()")
    project.write("src/page/_native.py", "import nowhere\n")
    module = project.reachable()["page._native"]
    assert (module.language, module.source) == ("js", "hello()")
    assert module.filename == "src/page/_native.js"


def test_javascript_without_underscore(project: Project) -> None:
    """A script of the page that happens to share a module's name is no module."""
    project.page("from . import worker\n")
    project.write("src/page/worker.js", "hello()")
    project.write("src/page/worker.py", "x = 1\n")
    assert project.reachable()["page.worker"].language == "py"


def test_secret_in_a_line_that_an_error_would_quote(project: Project) -> None:
    """A secret key is found before any error could quote its line."""
    for line in ("key = 'sk_test_abcdefgh12345678", "eval('sk_test_abcdefgh12345678')"):
        project.page(f"{line}\n")
        error = stops(project)
        assert "secret key" in str(error)
        assert "abcdefgh" not in str(error)

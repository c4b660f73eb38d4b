"""Compiled Python on the shipped run time: it answers as CPython does."""

from __future__ import annotations

import ast
import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.toolchain.brython import Brython
from unit.toolchain.project import Page, Project

LANGUAGE = Path(__file__).resolve().parents[2] / "projects" / "language"
CASES = LANGUAGE / "src" / "cases"
ABOUT_DOCSTRINGS = ("cases.batteries.docstrings", "cases.records.docstrings_of_dataclasses")


def case_names() -> Iterator[str]:
    for path in sorted(CASES.glob("[a-z]*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CASES":
                assert isinstance(node.value, ast.List)
                yield from (f"cases.{path.stem}.{ast.unparse(n)}" for n in node.value.elts)


@pytest.fixture(scope="module", params=["development", "production"])
def mode(request: pytest.FixtureRequest) -> str:
    """How the page is built."""
    built: str = request.param
    return built


@pytest.fixture(scope="module")
def page(
    mode: str, brython: Brython, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Page:
    """The page that shows every case."""
    root = tmp_path_factory.mktemp("language") / "project"
    shutil.copytree(LANGUAGE, root, ignore=shutil.ignore_patterns("__pycache__"))
    project = Project(root, brython, shared_cache)
    return Page(project.build(mode).folder, "page/index.html")


@pytest.fixture(scope="module")
def answers(page: Page) -> dict[str, str]:
    """What the page shows for each case."""
    lines = page.shown("log").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


@pytest.fixture(scope="module")
def cpython() -> Iterator[Any]:
    """The same cases under CPython."""
    sys.path.insert(0, str(LANGUAGE / "src"))
    writes = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield importlib.import_module("cases")
    finally:
        sys.dont_write_bytecode = writes
        sys.path.remove(str(LANGUAGE / "src"))
        for name in [name for name in sys.modules if name.split(".")[0] == "cases"]:
            del sys.modules[name]


@pytest.fixture(scope="module")
def expected(cpython: Any) -> Callable[[str], str]:
    """What CPython gives for a case, which is asked once: some change what they are about."""

    async def run(name: str) -> Any:
        value = cpython.CASES[name]()
        return await value if cpython.loop.is_coroutine(value) else value

    return cache(lambda name: repr(cpython.loop.start(run(name))))


def test_every_case_ran(page: Page, answers: dict[str, str]) -> None:
    """The page shows an answer for each case and no error."""
    assert page.shown("error") == ""
    assert sorted(answers) == sorted(case_names())


@pytest.mark.parametrize("name", list(case_names()))
def test_answers_as_cpython(
    name: str, mode: str, answers: dict[str, str], expected: Callable[[str], str]
) -> None:
    """A compiled function gives the value that CPython gives."""
    if mode == "production" and name in ABOUT_DOCSTRINGS:
        pytest.skip("production builds leave docstrings out")
    assert answers.get(name) == expected(name)


def test_uncaught_error(run: Callable[[str], Page], runnable: Project) -> None:
    """What a page's module raises is shown as a traceback with files, lines and their text."""
    runnable.write("src/page/other.py", "def fail(x):\n    y = x\n    return 1 // y\n")
    page = run("from . import other\n\n\ndef work():\n    other.fail(0)\n\n\nwork()\n")
    lines = page.shown("error").strip().splitlines()
    assert lines == [
        "Traceback (most recent call last):",
        '  File "src/page/index.py", line 8, in <module>',
        "    work()",
        '  File "src/page/index.py", line 5, in work',
        "    other.fail(0)",
        '  File "src/page/other.py", line 3, in fail',
        "    return 1 // y",
        lines[-1],
    ]
    assert lines[-1].startswith("ZeroDivisionError: ")


def test_group_of_exceptions(run: Callable[[str], Page]) -> None:
    """What a group holds is shown with it, and what is in the groups in there."""
    source = """
    def fail():
        return 1 / 0
    try:
        fail()
    except ZeroDivisionError as error:
        failed = error
    raise ExceptionGroup("several", [failed, ExceptionGroup("inner", [ValueError("deep")])])
    """
    said = run(source).shown("error").split("ExceptionGroup: several (2 sub-exceptions)\n")[1]
    assert said.splitlines() == [
        "  +---------------- 1 ----------------",
        "  | Traceback (most recent call last):",
        '  |   File "src/page/index.py", line 5, in <module>',
        "  |     fail()",
        '  |   File "src/page/index.py", line 3, in fail',
        "  |     return 1 / 0",
        "  | ZeroDivisionError: division by zero",
        "  +---------------- 2 ----------------",
        "  | ExceptionGroup: inner (1 sub-exception)",
        "  |   +---------------- 1 ----------------",
        "  |   | ValueError: deep",
    ]


def test_started_tells_of_failure(run: Callable[[str], Page]) -> None:
    """`$python.started` gives None after a good start and the traceback after a failed one."""
    wait = "var outcome = 'none'; $python.started.then((value) => { outcome = value })"
    good = run("x = 1\n")
    good.engine.eval(wait)
    assert good.value("outcome") is None
    bad = run("raise ValueError('broken')\n")
    bad.engine.eval(wait)
    assert "ValueError: broken" in bad.value("outcome")


def test_nothing_runs_before_it_is_imported(run: Callable[[str], Page], runnable: Project) -> None:
    """Bundled modules run when they are first imported, and once."""
    runnable.write("src/page/late.py", "print('late')\n")
    page = run(
        "print('early')\n"
        "def f():\n    from . import late\n    import page.late\n    return late\n"
        "print('then')\nf()\nf()\n"
    )
    assert page.shown("log").split() == ["early", "then", "late"]


def test_production_without_source_lines(runnable: Project) -> None:
    """In production a traceback has files and lines, without their text."""
    runnable.page("x = 1\n\nraise KeyError('MARK')\n")
    page = Page(runnable.build("production").folder, "page/index.html")
    shown = page.shown("error")
    assert 'File "src/page/index.py", line 3, in <module>' in shown
    assert "KeyError: 'MARK'" in shown
    assert "raise KeyError" not in shown


def test_nothing_is_cut_off_in_production(runnable: Project) -> None:
    """A script of a production build is whole, also after a zero character."""
    runnable.page("x = 'a\\0b'\nprint(len(x), 'end')\n")
    page = Page(runnable.build("production").folder, "page/index.html")
    assert page.shown("log").strip() == "3 end"


def test_files_and_the_debugger(run: Callable[[str], Page]) -> None:
    """A file that is not in the extension is missing, none can be written, and a page may stop."""
    source = """
    for mode in "r", "w":
        try:
            open("notes.txt", mode)
        except OSError as error:
            print(type(error).__name__, error)
    breakpoint()
    print("on")
    """
    page = run(source)
    assert page.shown("error") == ""
    assert page.printed() == [
        "FileNotFoundError [Errno 2] not in the extension, whose files alone a page can open: "
        "'notes.txt'",
        "OSError [Errno 30] a page cannot write files: 'notes.txt'",
        "on",
    ]


def test_runner(run: Callable[[str], Page]) -> None:
    """A runner starts what it is given: a page cannot wait for it."""
    source = """
    import asyncio

    async def main(value):
        await asyncio.sleep(0)
        print("done", value)

    with asyncio.Runner() as runner:
        print(type(runner.run(main(1))).__name__, runner.get_loop().is_running())
    """
    page = run(source)
    page.value("0")
    assert page.printed() == ["Task True", "done 1"]


def test_failed_import_can_be_caught(run: Callable[[str], Page]) -> None:
    """An optional module that was not bundled is missing as Python says it."""
    page = run(
        "try:\n    import nowhere\nexcept ModuleNotFoundError as error:\n    print(error.name)\n"
    )
    assert page.shown("log").strip() == "nowhere"
    assert page.shown("error") == ""


FORWARD = """
class Plain:
    first: Later
    second: list[Later] = None

    def method(self, later: Later, number: int = 1) -> Later: ...

module: int = 1
try:
    Plain.__annotations__
except NameError as error:
    print(error.name)

from annotationlib import Format, get_annotations
from dataclasses import dataclass, fields
from typing import NamedTuple, get_type_hints

@dataclass
class Node:
    value: int
    next: Node | None = None
    later: Later = 3

class Pair(NamedTuple):
    left: Later
    right: int = 2

class Literals:
    quotes: Literal["it's", 'a"b', "\\n",
                    2]

print(Node(1), Pair(1))
print([field.type if isinstance(field.type, type) else field.type.__forward_arg__
       for field in fields(Node)])
for form in Format.FORWARDREF, Format.STRING:
    print(get_annotations(Plain.method, format=form)["number"])
print(get_annotations(Literals, format=Format.STRING)["quotes"])

class Later: ...

print(Plain.__annotations__["first"] is Later, get_type_hints(Node)["later"] is Later)
print(Plain.method.__annotations__["return"] is Later, __annotations__)
"""


def test_annotations_are_evaluated_when_asked_for(run: Callable[[str], Page]) -> None:
    """An annotation may name what is defined later, as in Python since 3.14."""
    page = run(FORWARD)
    assert page.shown("error") == ""
    assert page.printed() == [
        "Later",
        "Node(value=1, next=None, later=3) Pair(left=1, right=2)",
        "[<class 'int'>, 'Node | None', 'Later']",
        "<class 'int'>",
        "int",
        'Literal["it\'s", \'a"b\', "\\n",2]',
        "True True",
        "True {'module': <class 'int'>}",
    ]

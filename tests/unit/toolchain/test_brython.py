"""Brython's own compiler: what it is asked for, and what is mended in its output."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.brython import Brython, mend_waits_and_raises
from extension_toolkit.toolchain.compiler import PATCHES, patched_compiler
from extension_toolkit.toolchain.errors import BuildError


def error_of(brython: Brython, source: str) -> BuildError:
    with pytest.raises(BuildError) as caught:
        brython.compile(source, "src/a.py", "a")
    return caught.value


@pytest.mark.parametrize(
    ("source", "line", "text"),
    [
        ("x = 1\ny = )\n", 2, "y = )"),
        ("def f():\n    return 1 +\n", 2, "return 1 +"),
        ("a = 1\nbreak\n", 2, "break"),
        ('x = "abc\n', 1, 'x = "abc'),
    ],
)
def test_syntax_error(brython: Brython, source: str, line: int, text: str) -> None:
    """A syntax error names the file and the line and shows that line."""
    error = error_of(brython, source)
    assert (error.file, error.line) == ("src/a.py", line)
    assert "SyntaxError" in error.message
    assert text in str(error)


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("def f():\n    from x import *\n", 2, "import * only allowed at module level"),
        ("from __future__ import nope\n", 1, "future feature nope is not defined"),
        ('x = 1\ny = "\\N{nope}"\n', 2, "unknown Unicode character name"),
    ],
)
def test_errors_that_break_the_compiler(
    brython: Brython, source: str, line: int, message: str
) -> None:
    """Where Brython's compiler breaks down, the error is told as CPython tells it."""
    error = error_of(brython, source)
    assert (error.file, error.line) == ("src/a.py", line)
    assert message in error.message


def test_compiler_failure_without_a_reason(
    brython: Brython, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure that CPython knows nothing of names the file."""
    monkeypatch.setattr("extension_toolkit.toolchain.brython.COMPILE", "")
    monkeypatch.setattr(brython, "evaluate", lambda code: Brython()._engine.eval("null.x"))
    assert "src/a.py: Brython's compiler cannot compile this file" in str(error_of(brython, "x=1"))


def test_module_names_its_namespace(brython: Brython) -> None:
    """Compiled code uses the module's full name, and its file's in tracebacks."""
    js = brython.compile("x = 1\n", "src/a/b.py", "a.b")
    assert "locals_a_b.x" in js
    assert "src/a/b.py" in js


def test_future_import_is_not_shipped(brython: Brython) -> None:
    """`from __future__` is the compiler's business; nothing of it is left to import."""
    js = brython.compile("from __future__ import annotations\nx = 1\n", "src/a.py", "a")
    assert "import_from" not in js
    assert "locals_a.x" in js


def test_awaited_values_know_their_frame(brython: Brython) -> None:
    """No `await` is left that goes on in whatever frame comes."""
    js = brython.compile(
        "async def f(x):\n    return await g(await x), [await y for y in await z]\n", "a.py", "a"
    )
    assert "await" in js
    assert "await $B.promise(" not in js


def test_half_of_a_pair(brython: Brython) -> None:
    """A text may hold half of a pair of surrogates, which no file of UTF-8 can."""
    compiled = brython.compile(r"x = 'a\ud800'", "a.py", "a")
    assert r"a\ud800" in compiled


def test_characters_by_name(brython: Brython) -> None:
    """Characters may be written by their names in Unicode."""
    assert "•" in brython.compile('x = "\\N{BULLET}"\n', "a.py", "a")


@pytest.mark.parametrize(
    "source",
    [
        "def f(x):\n    return [a async for a in x]\n",
        "def f(x):\n    return {a: 1 for b in x async for a in b}\n",
        "async def f(x):\n    return lambda: {a async for a in x}\n",
        "x = [a async for a in b]\n",
    ],
)
def test_waiting_comprehension_outside_of_a_coroutine(brython: Brython, source: str) -> None:
    """A list, set or dict that has to be waited for is refused where nothing can wait."""
    with pytest.raises(BuildError, match="asynchronous comprehension outside of") as refused:
        brython.compile(source, "src/a.py", "a")
    assert refused.value.line == len(source.splitlines())


def test_bare_raise_throws_what_was_caught() -> None:
    """A bare `raise` throws what the nearest `except` of its function caught."""
    js = "try {} catch (err1) { try {} catch (err2) { $B.$raise() } $B.$raise() }"
    assert mend_waits_and_raises(js) == (
        "try {} catch (err1) { try {} catch (err2) { throw err2 } throw err1 }"
    )


@pytest.mark.parametrize(
    "js",
    [
        "$B.$raise()",
        "try {} catch (other) { $B.$raise() }",
        "try {} catch (err1) { (function f() { $B.$raise() })() }",
    ],
)
def test_bare_raise_elsewhere_is_left_alone(js: str) -> None:
    """A bare `raise` outside an `except` of its own function stays Brython's to resolve."""
    assert mend_waits_and_raises(js) == js


def test_standard_library(brython: Brython) -> None:
    """The library's modules are known with their language and source."""
    json, math = brython.stdlib["json"], brython.stdlib["math"]
    assert (json.extension, json.is_package) == (".py", True)
    assert "def dumps(" in json.source
    assert math.extension == ".js"
    assert not brython.stdlib["re"].is_package


def test_builtin_modules(brython: Brython) -> None:
    """Modules within the run time are told from those that need a file."""
    assert {"browser", "javascript", "_sys"} <= brython.builtin_modules
    assert not {"json", "re", "os"} & brython.builtin_modules


def test_same_source_same_script() -> None:
    """A module compiles to the same script whatever was compiled before it, in every process."""
    source = "def f(): return [lambda: x for x in y]\nclass A:\n    async def m(self): await f()\n"
    first = Brython()
    first.compile("def other(): pass", "other.py", "other")
    assert first.compile(source, "m.py", "m") == Brython().compile(source, "m.py", "m")


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch[0])
def test_other_compiler(brython: Brython, patch: tuple[str, str, str]) -> None:
    """A Brython whose compiler differs at any place that is mended is told apart."""
    with pytest.raises(BuildError, match="not as expected"):
        patched_compiler(brython.runtime_source.replace(patch[1], "other"))

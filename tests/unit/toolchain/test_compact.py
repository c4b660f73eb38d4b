"""Compiled modules as production builds ship them: what goes, and that the effect is the same."""

from __future__ import annotations

import re

import pytest

from extension_toolkit.toolchain.brython import Brython
from extension_toolkit.toolchain.compact import TOLD, compact

# Every kind of expression and statement whose place in the source the run time is told.
PLACES = """import a.b
from a import b
from . import c
class A:
    x: int = 1
    def method(self, x, *, y=2):
        "What it does."
        assert x, y
        self.x = f(x)[y][1:2].z
        self.x[1] = 2
        del self.x[1], self.y, x
        p, *q, r = self.x
        return name + self.g(x, y) * -self.x
async def h(x):
    for i in x:
        x += i
        await x.y(1)
    return [y for y in x if y.z]
"""


def compacted(brython: Brython, source: str) -> str:
    return compact(brython.compile(source, "a.py", "a"), source)


def test_no_place_is_left(brython: Brython) -> None:
    """No call tells its column, and no position is noted but the line."""
    js = brython.compile(PLACES, "a.py", "a")
    for name in TOLD:
        if name not in ("$B.resolve_local", "$B.import", "$B._lazy_import"):
            assert f"{name}(" in js, name
    js = compacted(brython, PLACES)
    assert "positions" not in js
    assert "inum" not in js
    assert "INUM" not in js
    for instead in ("$call_with_position", "$getattr_pep657", "$B.$getitem(", "$B.rich_op("):
        assert instead not in js
    assert re.search(r"unpacker\(v\d+, 3, true, 1\)\n", js)


def test_lines_are_noted(brython: Brython) -> None:
    """The line stands in the frame before each statement, and in each condition."""
    js = compacted(brython, "x = 1\nif x:\n    y = 2\nelif y:\n    pass\n")
    assert "frame.$lineno = 1\n" in js
    assert "if((frame.$lineno = 2) && " in js
    assert "if((frame.$lineno = 4) && " in js
    assert "set_lineno(frame, " not in js


def test_docstring_leaves_nothing(brython: Brython) -> None:
    """Nor does `pass`."""
    js = compacted(brython, 'def f():\n    "What it does."\n    return 1\n')
    assert "void(0)" not in js
    assert "frame.$lineno = 3\n" in js


def test_functions_say_what_they_are_at_once(brython: Brython) -> None:
    """One call stands for four statements."""
    js = compacted(brython, "from __future__ import annotations\ndef f(x, *y, z=1): pass\n")
    assert re.search(r"\$B\.describe_function\(f\d+, frame, \[0, 'f', 'f', 0, ", js)
    assert "ob_type" not in js
    assert "set_func_attrs" not in js


def test_plain_functions_say_it_shortly(brython: Brython) -> None:
    """One whose parameters have no defaults and gather nothing names them in one text."""
    js = compacted(brython, "class A:\n    def f(self, x):\n        y = None\n")
    assert re.search(r"\$B\.describe_plain\(f\d+, frame, 'A\.f', 2, 2, 3, 'self x', 'y'\)", js)
    for source in ("def f(x=1): pass", "def f(*x): pass", "def f(*, x): pass"):
        assert "describe_plain" not in compacted(brython, source)


def test_none_and_the_module_are_variables(brython: Brython) -> None:
    """They are mentioned all over."""
    js = compacted(brython, "def f():\n    return None, '_b_.None'\n")
    assert js.count("_b_.None") == 2  # where it is taken, and in the text
    assert '$module = "a",' in js
    assert re.search(r'var frame = \["f", locals, \$module, locals_a, f\d+\]', js)


@pytest.mark.parametrize(
    ("line", "kept"), [("super().f()", True), ("return __class__", True), ("return 1", False)]
)
def test_own_class(brython: Brython, line: str, kept: bool) -> None:
    """A method looks up its class only in a module where one asks for it."""
    js = compacted(brython, f"class A:\n    def f(self):\n        {line}\n")
    assert ("get_method_class" in js) is kept


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("from javascript import this\ndef f(): return this().x\n", True),
        ("import javascript as js\ndef f(): return js.this()\n", True),
        ("def f(): return 1  # this one\n", False),
    ],
)
def test_this(brython: Brython, source: str, kept: bool) -> None:
    """So is the object by which JavaScript calls."""
    assert ("js_this" in compacted(brython, source)) is kept


def test_texts_of_the_program_stay(brython: Brython) -> None:
    """What looks like Brython's output in a string of the program is no output."""
    text = "$B.set_lineno(frame, 3) $B.call_attr(x, y, 7, z)"
    assert text in compacted(brython, f'x = "{text}"\n')

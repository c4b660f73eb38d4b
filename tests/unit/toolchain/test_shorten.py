"""What a production build leaves out of a module: docstrings, types; and never a line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from extension_toolkit.toolchain.shorten import shorten

FUTURE = "from __future__ import annotations\n"
TYPES = "if TYPE_CHECKING:"
SOURCE = Path(__file__).resolve().parent.parent.parent.parent / "src"


def shortened(source: str) -> str:
    return shorten(source, ast.parse(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"""Module."""\nx = 1\n', "\nx = 1\n"),
        ('def f():\n    """One\n    two."""\n', "def f():\n    pass\n\n"),
        ('class C:\n    """Ü."""; x = "…"\n', 'class C:\n    pass; x = "…"\n'),
        ('def f(): "only"\n', "def f(): pass\n"),
        ("x = 1\nif TYPE_CHECKING:\n    import y\nz = 2\n", "x = 1\npass\n\nz = 2\n"),
        (
            "if TYPE_CHECKING:\n    x = 1\nelse:\n    x = 2\n",
            "if TYPE_CHECKING:\n    x = 1\nelse:\n    x = 2\n",
        ),
        ("def f(a: int) -> str: ...\n", "def f(a: int) -> str: ...\n"),
        (
            f"{FUTURE}def f(a: int, *b: 'ü', c: dict[\n    str, int\n] = 3, **d: T) -> str: ...\n",
            f"{FUTURE}def f(a, *b, c\n\n = 3, **d)  : ...\n",
        ),
        (f"{FUTURE}def f(a=lambda x: 1) -> X[\n  1]: ...\n",) * 2,
        (f"{FUTURE}x: int = 1\nself.y: list[int] = []\nz: int\n",
         f"{FUTURE}x = 1\nself.y = []\nz: int\n"),
        (f"{FUTURE}(x): int = 1\n",) * 2,
        (f"{FUTURE}class C:\n    a: int = 1\n    if b:\n        c: int = 2\n",) * 2,
        (
            f"{FUTURE}class C:\n    def f(self):\n        a: int = 1\n",
            f"{FUTURE}class C:\n    def f(self):\n        a = 1\n",
        ),
    ],
)  # fmt: skip
def test_what_is_left(source: str, expected: str) -> None:
    """Docstrings, types and what never runs are gone; what may matter stays."""
    assert shortened(source) == expected


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_statements_stay_on_their_lines(path: Path) -> None:
    """What is left of each module of ours is the same code on the same lines."""

    def lines(source: str) -> list[tuple[int, str]]:
        tree = ast.parse(source)
        tree.body = [node for node in tree.body if not ast.unparse(node).startswith(TYPES)]
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        return sorted((call.lineno, ast.unparse(call)) for call in calls)

    source = path.read_text("utf-8")
    left = shortened(source)
    assert source.count("\n") == left.count("\n")
    assert lines(left) == lines(source)

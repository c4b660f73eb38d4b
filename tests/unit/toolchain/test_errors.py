"""How a build says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.toolchain.errors import BuildError


def test_message_alone() -> None:
    """Without a file, an error is its message."""
    assert str(BuildError("wrong")) == "wrong"


@pytest.mark.parametrize("file", ["src/a.py", Path("src/a.py")])
def test_file_and_line(file: Path | str) -> None:
    """File and line stand before the message, in the form that editors make links of."""
    assert str(BuildError("wrong", file)) == "src/a.py: wrong"
    assert str(BuildError("wrong", file, 7)) == "src/a.py:7: wrong"


def test_line_without_column() -> None:
    """The source line is shown without a caret when no column is known."""
    assert str(BuildError("wrong", "a.py", 1, None, "  x = 1\n")) == "a.py:1: wrong\n    x = 1"


@pytest.mark.parametrize(
    ("source_line", "column"),
    [("x = @\n", 5), ("    x = @", 9), ("\tx = @", 6), ("\t\t  x = @   \n", 9), ("@", 1)],
)
def test_caret_points_at_the_column(source_line: str, column: int) -> None:
    """The caret stands under the character in question, however its line is indented."""
    _, shown, caret = str(BuildError("wrong", "a.py", 1, column, source_line)).split("\n")
    assert shown == f"    {source_line.strip()}"
    assert caret.strip() == "^"
    assert shown[caret.index("^")] == "@"


def test_column_in_the_indent() -> None:
    """A column left of the text gives a caret under its first character."""
    assert str(BuildError("wrong", "a.py", 1, 1, "    x")).endswith("\n    x\n    ^")

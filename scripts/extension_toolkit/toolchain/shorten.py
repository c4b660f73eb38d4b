"""What only developers read in a module, left out of production builds; lines keep their numbers.

- docstrings, as `python -OO` does
- what stands under `if TYPE_CHECKING:`, which never runs
- under `from __future__ import annotations`, the annotations of functions and variables: they are
  texts there, and no page may evaluate a text. Those in the body of a class stay, since data
  classes and named tuples are made of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeAlias

from .imports import is_type_checking
from .javascript import Span, replace

Located: TypeAlias = ast.stmt | ast.expr | ast.arg
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


def shorten(source: str, tree: ast.Module) -> str:
    """Return a module's source without what only developers read.

    Args:
        source: The source.
        tree: Its syntax tree.
    """
    cuts = Cuts(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | Function):
            cuts.add_docstring(node)
        elif isinstance(node, ast.If) and is_type_checking(node.test) and not node.orelse:
            cuts.add(cuts.span(node, node), "pass")
    if _annotations_are_texts(tree):
        for node in _outside_class_bodies(tree):
            cuts.add_annotation(node)
    return replace(cuts.text, cuts.found).decode()


class Cuts:
    """Places in a source, each with what stands there instead."""

    def __init__(self, source: str) -> None:
        self.text = source.encode()
        self.found: list[tuple[Span, str]] = []
        self._starts = [0]
        for line in self.text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, first: Located, last: Located) -> Span:
        """Return where nodes begin and end, in bytes."""
        assert last.end_lineno is not None
        assert last.end_col_offset is not None
        start = self._starts[first.lineno - 1] + first.col_offset
        return start, self._starts[last.end_lineno - 1] + last.end_col_offset

    def add(self, place: Span, new: str) -> None:
        """Cut a place out; the lines below keep their numbers."""
        self.found.append((place, new + "\n" * self.text.count(b"\n", *place)))

    def add_docstring(self, node: ast.Module | ast.ClassDef | Function) -> None:
        if ast.get_docstring(node, clean=False) is not None:
            # A module may begin with an import from `__future__`, which has to come first.
            new = "" if isinstance(node, ast.Module) else "pass"
            self.add(self.span(node.body[0], node.body[0]), new)

    def add_annotation(self, node: ast.AST) -> None:
        if isinstance(node, ast.arg) and node.annotation:
            start, end = self.span(node, node.annotation)
            self.add((start + len(node.arg.encode()), end), "")
        elif isinstance(node, Function) and node.returns:
            start, end = self.span(node.returns, node.returns)
            self._add_on_one_line((self.text.rindex(b"->", 0, start), end))
        elif isinstance(node, ast.AnnAssign) and node.value:
            _, start = self.span(node.target, node.target)
            end, _ = self.span(node.value, node.value)
            self._add_on_one_line((start, self.text.rindex(b"=", start, end)))

    def _add_on_one_line(self, place: Span) -> None:
        """Outside of brackets a line cannot end, and `(name): T` would lose one."""
        if not {*b"\n)"} & {*self.text[place[0] : place[1]]}:
            self.add(place, " ")


def _annotations_are_texts(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and any(alias.name == "annotations" for alias in node.names)
        for node in tree.body
    )


def _outside_class_bodies(node: ast.AST, in_class: bool = False) -> Iterator[ast.AST]:
    """Yield all nodes but what a class's body assigns; its methods are no part of that."""
    if isinstance(node, ast.ClassDef | Function | ast.Lambda):
        in_class = isinstance(node, ast.ClassDef)
    if not (in_class and isinstance(node, ast.AnnAssign)):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _outside_class_bodies(child, in_class)

"""What Python code uses of `chrome`, read from its text.

A name counts that is written out from `chrome` on, under whatever name that or a part of it was
imported, or assigned once: `area = chrome.storage.local`.
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass

from .errors import BuildError
from .imports import Module, nodes_of

# What the package `chrome` itself adds to Chrome's names.
OURS = {"ChromeError"}


@dataclass(frozen=True)
class Use:
    """One use of a name below `chrome`.

    Attributes:
        path: The name behind `chrome.`, such as `storage.local.get`.
        module: Where it stands.
        line: The line in it.
        column: The column in it, counted from 1.
        call: The call of it, if it is called.
        decorates: Whether it is a decorator, and so called too.
    """

    path: str
    module: Module
    line: int
    column: int
    call: ast.Call | None = None
    decorates: bool = False

    def error(self, message: str) -> BuildError:
        """Return an error that shows where the name is used."""
        source = self.module.line(self.line)
        return BuildError(message, self.module.filename, self.line, self.column, source)


def uses_of(module: Module) -> list[Use]:
    """Return what a module uses, in the order in which it stands there."""
    if module.tree is None or module.name.partition(".")[0] == "chrome":
        return []
    if "chrome" not in module.source:  # most modules; reading a tree takes a while
        return []
    reader = _Reader(module)
    reader.visit(module.tree)
    return [use for use in reader.uses if not use.path.startswith("__") and use.path not in OURS]


class _Reader(ast.NodeVisitor):
    def __init__(self, module: Module) -> None:
        assert module.tree is not None
        self.module = module
        self.uses: list[Use] = []
        self.names = _imported(module.tree)
        self._decorators = {
            decorator
            for node in nodes_of(module.tree)
            for decorator in getattr(node, "decorator_list", ())
        }
        for node in nodes_of(module.tree):
            if isinstance(node, ast.ImportFrom) and _is_chrome(node):
                for alias in node.names:
                    self._add(alias.name, node)
        self._follow_assignments(module.tree)

    def visit_Call(self, node: ast.Call) -> None:
        path = self._path(node.func)
        if path:
            self._add(path, node.func, node)
        else:
            self.visit(node.func)
        for child in (*node.args, *node.keywords):
            self.visit(child)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if path := self._path(node):
            self._add(path, node)
        else:
            self.generic_visit(node)

    def _add(self, path: str, node: ast.expr | ast.stmt, call: ast.Call | None = None) -> None:
        column = node.col_offset + 1
        decorates = node in self._decorators
        self.uses.append(Use(path, self.module, node.lineno, column, call, decorates))

    def _path(self, node: ast.expr) -> str | None:
        """The dotted name behind `chrome.`, or None if this is something else."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        if not names or not isinstance(node, ast.Name) or node.id not in self.names:
            return None
        return ".".join([*filter(None, [self.names[node.id]]), *names])

    def _follow_assignments(self, tree: ast.Module) -> None:
        bound = Counter(
            node.id
            for node in nodes_of(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        )
        bound += Counter(node.arg for node in nodes_of(tree) if isinstance(node, ast.arg))
        for node in nodes_of(tree):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, path = node.targets[0], self._path(node.value)
                if isinstance(target, ast.Name) and path and bound[target.id] == 1:
                    self.names[target.id] = path


def _imported(tree: ast.Module) -> dict[str, str]:
    """The names that stand for `chrome` or a part of it, and for which."""
    names: dict[str, str] = {}
    for node in nodes_of(tree):
        if isinstance(node, ast.Import):
            names |= {a.asname or a.name: "" for a in node.names if a.name == "chrome"}
        elif isinstance(node, ast.ImportFrom) and _is_chrome(node):
            names |= {alias.asname or alias.name: alias.name for alias in node.names}
    return names


def _is_chrome(node: ast.ImportFrom) -> bool:
    return node.module == "chrome" and not node.level

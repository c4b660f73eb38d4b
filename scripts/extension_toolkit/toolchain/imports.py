"""A module, and what its text imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from .errors import BuildError


@dataclass
class Module:
    """A module to be bundled."""

    name: str
    filename: str  # as in tracebacks
    source: str
    is_package: bool = False
    language: str = "py"  # or "js", for some of the standard library
    imported_by: str | None = None
    imports: list[str] = field(default_factory=list)
    in_library: bool = False
    late_imports: dict[str, list[str]] = field(default_factory=dict)  # of the library, by caller
    # Of the library: what is imported if another module has one of the words.
    named_imports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # Of the imports those that only the background page needs (True), or only the others.
    only_in_background: dict[str, bool] = field(default_factory=dict)
    tree: ast.Module | None = field(default=None, repr=False)  # of the developer's modules

    def line(self, number: int) -> str:
        """Return a line by its number; for Python, other than `splitlines()`, a page ends none."""
        return self.source.split("\n")[number - 1]


@dataclass(frozen=True)
class Import:
    """One imported name, as written."""

    module: str
    line: int
    optional: bool  # inside `try: … except ImportError`
    in_background: bool | None = None  # by `if is_background(): …`; None for wherever it is


@lru_cache(maxsize=1024)  # a development run reads the same text at each build
def parse(source: str, filename: str) -> ast.Module:
    """Return a file's syntax tree, which nobody changes.

    Raises:
        SyntaxError: The source has one.
    """
    return ast.parse(source, filename)


@lru_cache(maxsize=1024)
def nodes_of(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Return what `ast.walk` yields; many parts of a build look through the same tree."""
    return tuple(ast.walk(tree))


def imports_of(tree: ast.AST, module: Module, *, inside_functions: bool) -> Iterator[Import]:
    """Yield every import of a module; of a `from` import each name as `module:name`.

    Args:
        tree: The module's syntax tree.
        module: The module.
        inside_functions: Whether those count that run only when a function is called.

    Raises:
        BuildError: A relative import goes above the top package.
    """
    yield from _imports_in(tree, module, inside_functions, optional=False)


def _imports_in(
    node: ast.AST,
    module: Module,
    inside_functions: bool,
    optional: bool,
    background: bool | None = None,
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and is_type_checking(child.test):
            other = ast.Module(child.orelse, [])
            yield from _imports_in(other, module, inside_functions, optional, background)
            continue
        if isinstance(child, ast.If) and (here := _asks_for_background(child.test)) is not None:
            for statements, where in ((child.body, here), (child.orelse, not here)):
                block = ast.Module(statements, [])
                yield from _imports_in(block, module, inside_functions, optional, where)
            continue
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not inside_functions:
            continue
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, child.lineno, optional, background)
        elif isinstance(child, ast.ImportFrom) and child.module != "__future__":
            base = _absolute(child, module)
            for alias in child.names:
                yield Import(f"{base}:{alias.name}", child.lineno, optional, background)
        if isinstance(child, ast.Try) and any(map(_catches_import_error, child.handlers)):
            # Only the body may fail: what a handler imports instead has to be there.
            body = ast.Module(child.body, [])
            yield from _imports_in(body, module, inside_functions, True, background)
            rest = ast.Module([*child.handlers, *child.orelse, *child.finalbody], [])  # type: ignore[list-item]
            yield from _imports_in(rest, module, inside_functions, optional, background)
            continue
        yield from _imports_in(child, module, inside_functions, optional, background)


def _absolute(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    drop = node.level - 1 if module.is_package else node.level
    if drop >= len(parts) and drop:
        raise BuildError(
            "relative import goes above the top package; write the full name",
            module.filename,
            node.lineno,
            source_line=module.line(node.lineno),
        )
    base = parts[: len(parts) - drop]
    return ".".join(base + ([node.module] if node.module else []))


def is_type_checking(test: ast.expr) -> bool:
    """Whether this is the condition of `if TYPE_CHECKING:`."""
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", None)
    return name == "TYPE_CHECKING"


def _asks_for_background(test: ast.expr) -> bool | None:
    """Whether `if is_background():` is for the background page or for the others, if it is that."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _asks_for_background(test.operand)
        return None if inner is None else not inner
    function = test.func if isinstance(test, ast.Call) else None
    name = getattr(function, "attr", getattr(function, "id", None))
    return True if name == "is_background" else None


def _catches_import_error(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names & {"ImportError", "ModuleNotFoundError", "Exception"})

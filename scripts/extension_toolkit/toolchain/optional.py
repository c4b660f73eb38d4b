"""Modules that a package brings only to those who use what they are for.

A package says so in its `__init__.py`:

    BUNDLED_WHEN_NAMED = {"clerk.sync_host": ("syncHost",)}

Such a module is bundled when code outside the package names one of the words, as an attribute, as
a keyword argument or in `from … import`. Otherwise the package's own imports of it are skipped, and
with the module the permissions that it needs; those imports stand in functions, and find nothing at
run time.
"""

from __future__ import annotations

import ast

from .errors import BuildError
from .imports import Module, nodes_of

DECLARATION = "BUNDLED_WHEN_NAMED"


def optional_modules(module: Module) -> dict[str, frozenset[str]]:
    """Return the words that bring each optional module of a package, by the module's name.

    Raises:
        BuildError: The declaration is no literal of that form, or names another package's module.
    """
    node = _declaration(module)
    if node is None:
        return {}
    try:
        declared = ast.literal_eval(node.value)
        words = {name: frozenset(words) for name, words in declared.items()}
        valid = all(isinstance(w, str) for name in words for w in (name, *words[name]))
    except (ValueError, TypeError, AttributeError):
        valid = False
    if not valid or any(isinstance(value, str) for value in declared.values()):
        raise _misdeclared(module, node, 'is to be a literal {"package.module": ("word", …), …}')
    for name in words:
        if not name.startswith(f"{module.name}."):
            raise _misdeclared(module, node, f"names {name!r}, no module of {module.name}")
    return words


def words_of(module: Module) -> set[str]:
    """Return the names that a module uses as attributes, as keyword arguments or imports."""
    nodes = nodes_of(module.tree) if module.tree else ()
    found = set()
    for node in nodes:
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names}
    return found


def names_of(module: Module) -> set[str]:
    """Return every name that a module uses or imports."""
    found = words_of(module)
    for node in nodes_of(module.tree) if module.tree else ():
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.alias):
            found.update(node.name.split("."))
    return found


def _declaration(module: Module) -> ast.Assign | None:
    if not module.is_package or module.tree is None:
        return None
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == DECLARATION for target in node.targets
        ):
            return node
    return None


def _misdeclared(module: Module, node: ast.Assign, what: str) -> BuildError:
    return BuildError(
        f"{DECLARATION} {what}",
        module.filename,
        node.lineno,
        source_line=module.line(node.lineno),
    )

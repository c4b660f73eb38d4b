"""Find the modules that a page reaches, from the text of its imports alone.

Developers' code is never imported at build time: it is written for the browser.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from .brython import Brython
from .environment import MODULE as ENVIRONMENT
from .errors import BuildError
from .imports import Import, Module, imports_of, nodes_of, parse
from .library import unknown_library
from .library.scan import BUNDLED_WHEN_NAMED, EVERY_NAME, library_imports, words_in
from .missing import is_empty, why_missing
from .optional import names_of, optional_modules, words_of
from .secret_keys import refuse_secret_key
from .sources import Sources
from .texts import read_text

# Modules that the build makes.
GENERATED = frozenset({ENVIRONMENT})

# Modules that their parents put into `sys.modules` when they are imported.
MADE_BY_PARENT = frozenset({"os.path"})

# Builtins that compile code while the page runs.
DYNAMIC_BUILTINS = frozenset({"eval", "exec", "compile", "__import__"})


class ModuleFinder:
    """Read modules and what they import.

    Args:
        sources: Where the developer's packages are, and the toolkit's.
        brython: Where the standard library comes from.
        generated: Sources of the modules that the build makes, by name.
    """

    def __init__(self, sources: Sources, brython: Brython, generated: dict[str, str]) -> None:
        self.sources = sources
        self.brython = brython
        self.generated = generated
        self._read_modules: dict[str, Module] = {}
        self._waiting: dict[str, frozenset[str]] = {}  # optional modules that nobody named yet

    def reachable(
        self, entries: Iterable[str], background: str | None = None
    ) -> dict[str, list[Module]]:
        """Return what each entry needs, itself included; see `optional.py` for what it may not.

        Args:
            entries: The modules that start pages and content scripts.
            background: That of the background page: it alone needs what is imported under
                `if is_background():`, and nothing that is imported under its `else:`.

        Raises:
            BuildError: An import cannot be found, or code would be evaluated while the page runs.
        """
        entries = list(entries)
        while True:
            reached = {entry: self._reachable_from(entry, entry == background) for entry in entries}
            named = self._named_in(reached)
            if not named:
                return reached
            for name in named:
                del self._waiting[name]

    def _reachable_from(self, entry: str, is_background: bool) -> list[Module]:
        """Each module stands before those that import it where possible."""
        found: dict[str, Module] = {}
        self._is_background = is_background
        for name in self._with_parents(entry) or []:
            self._add(name, None, found)
        words = set().union(*(names_of(module) for module in found.values()))
        count = 0
        while count != len(found):  # what is added may import late, too
            count = len(found)
            for module in list(found.values()):
                for caller in words & module.late_imports.keys():
                    for name in module.late_imports[caller]:
                        self._add(name, module.name, found)
                for name, wanted in module.named_imports.items():
                    if words & EVERY_NAME or _has_any(wanted, module, found):
                        self._add(name, module.name, found)
        return list(found.values())

    def _named_in(self, reached: dict[str, list[Module]]) -> list[str]:
        """The optional modules that wait and that code outside their package names."""
        own = {m.name: m for found in reached.values() for m in found if m.tree}
        words = {name: words_of(module) for name, module in own.items()} if self._waiting else {}
        return [
            optional
            for optional, wanted in self._waiting.items()
            if any(wanted & used and not _share_package(n, optional) for n, used in words.items())
        ]

    def exists(self, name: str) -> bool:
        return (
            name in self.generated
            or name in MADE_BY_PARENT
            or self._own_file(name) is not None
            or name in self.brython.stdlib
            or name in self.brython.builtin_modules
        )

    def _add(self, name: str, imported_by: str | None, found: dict[str, Module]) -> None:
        if name in found or name in MADE_BY_PARENT:
            return
        if name in self.brython.builtin_modules and self._own_file(name) is None:
            return
        module = self._module(name)
        module.imported_by = module.imported_by or imported_by
        found[name] = module
        for needed in module.imports:
            here = module.only_in_background.get(needed, self._is_background)
            waits = needed in self._waiting and _share_package(name, needed)
            if here == self._is_background and not waits:
                self._add(needed, name, found)

    def _module(self, name: str) -> Module:
        if name not in self._read_modules:
            module = self._read_modules[name] = self._read(name)
            for optional, words in optional_modules(module).items():
                if not self.exists(optional):
                    raise BuildError(f"no module named {optional!r}", module.filename)
                self._waiting[optional] = words
        return self._read_modules[name]

    def _read(self, name: str) -> Module:
        if name in self.generated:
            return Module(name, f"{name}.py (generated)", self.generated[name])
        path = self._own_file(name)
        if path is not None:
            return self._read_own(name, path)
        entry = self.brython.stdlib[name]
        module = Module(name, f"{name}.py", entry.source, entry.is_package, entry.extension[1:])
        module.in_library = True
        if module.language == "py":
            self._read_stdlib_imports(module)
        return module

    def _own_file(self, name: str) -> Path | None:
        base = self.sources.path(name.replace(".", "/"))
        if (base / "__init__.py").is_file():
            return base / "__init__.py"
        for path in (base.with_suffix(".js"), base.with_suffix(".py")):
            if path.is_file() and (path.suffix == ".py" or is_javascript_module(path)):
                return path
        # A folder without `__init__.py` is a package too, as in Python.
        return base if base.is_dir() and any(base.rglob("*.py")) else None

    def _read_own(self, name: str, path: Path) -> Module:
        filename = self.sources.label(path)
        if path.is_dir():
            return Module(name, filename, "", is_package=True)
        source = read_text(path, filename)
        refuse_secret_key(source, filename)  # before any message quotes a line of it
        if path.suffix == ".js":
            return Module(name, filename, source, language="js")
        module = Module(name, filename, source, is_package=path.name == "__init__.py")
        try:
            module.tree = tree = parse(source, filename)
        except SyntaxError as error:
            raise self._syntax_error(error, module) from error
        except RecursionError as error:
            raise _too_deep(filename) from error
        _refuse_dynamic_code(tree, module)
        try:
            items = list(imports_of(tree, module, inside_functions=True))
        except RecursionError as error:
            raise _too_deep(filename) from error
        for item in items:
            needed = self._with_parents(item.module)
            wanted = item.module.replace(":", ".")
            is_missing = needed is None or (is_empty(wanted) and self._own_file(wanted) is None)
            if is_missing and not item.optional:
                raise self._not_found(item, module)
            for part in needed or []:
                if part != name:
                    _add_import(module, part, item.in_background)
        return module

    def _not_found(self, item: Import, module: Module) -> BuildError:
        name, _, attribute = item.module.partition(":")
        if attribute and self.exists(f"{name}.{attribute}"):
            name = f"{name}.{attribute}"
        package = module.name if module.is_package else module.name.rpartition(".")[0]
        files = (file for file in self.sources.files() if file.endswith(".py"))
        own = (
            file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files
        )
        why = why_missing(name, package, own, self.brython.stdlib)
        line = module.line(item.line)
        return BuildError(
            f"no module named {name!r}: {why}", module.filename, item.line, source_line=line
        )

    def _syntax_error(self, error: SyntaxError, module: Module) -> BuildError:
        message = f"{type(error).__name__}: {error.msg}"
        try:
            self.brython.compile(module.source, module.filename, module.name)
            message += " (or this syntax is newer than the Python that runs the build)"
        except BuildError:
            pass
        return BuildError(message, module.filename, error.lineno, error.offset, error.text)

    def _with_parents(self, name: str) -> list[str] | None:
        """`a.b.c` needs `a`, `a.b` and itself; None when there is no such module.

        For `from a.b import c`, `c` may be a name in `a.b` instead: marked by a trailing `?`.
        """
        wanted, _, attribute = name.partition(":")
        parts = wanted.split(".")
        names = [".".join(parts[: i + 1]) for i in range(len(parts))]
        if not all(self.exists(part) for part in names):
            return None
        if attribute and self.exists(f"{wanted}.{attribute}"):
            names.append(f"{wanted}.{attribute}")
        return names

    def _read_stdlib_imports(self, module: Module) -> None:
        """Note what a library module imports.

        Its functions import what is needed in rare cases, and following that would bundle most of
        the library: such imports count where the developer's code names the function.
        """
        module.named_imports = named = BUNDLED_WHEN_NAMED.get(module.name, {})
        missing = set(named)
        for caller, tree in library_imports(module.source).items():
            needed: list[str] = []
            for item in imports_of(tree, module, inside_functions=True):
                needed += self._with_parents(item.module) or []
            missing -= set(needed)
            names = [n for n in dict.fromkeys(needed) if n != module.name and n not in named]
            if caller is None:
                module.imports = names
            else:
                module.late_imports[caller] = names
        if missing:
            raise unknown_library(module.name, f"imports of {', '.join(sorted(missing))}")


def is_javascript_module(path: Path) -> bool:
    """Return whether a file is a Python module written in JavaScript: `_name.js`.

    A `_name.py` beside it is for CPython and is not bundled.
    """
    return path.suffix == ".js" and path.name.startswith("_")


def _add_import(module: Module, name: str, in_background: bool | None) -> None:
    """Note an import; one in both kinds of page is one wherever it is."""
    if name not in module.imports:
        module.imports.append(name)
        if in_background is not None:
            module.only_in_background[name] = in_background
    elif module.only_in_background.get(name) != in_background:
        module.only_in_background.pop(name, None)


def _has_any(words: tuple[str, ...], module: Module, found: dict[str, Module]) -> bool:
    """Whether another module than this one has one of the words, perhaps in a text."""
    others = [other.source for other in found.values() if other is not module]
    return any(not words_in(source).isdisjoint(words) for source in others)


def _share_package(one: str, other: str) -> bool:
    return one.partition(".")[0] == other.partition(".")[0]


def _refuse_dynamic_code(tree: ast.AST, module: Module) -> None:
    for node in nodes_of(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in DYNAMIC_BUILTINS
        ):
            raise BuildError(
                f"{node.func.id}() cannot work in a Chrome extension: its pages may not run code "
                "made while they run. Write the code out, or choose among functions in a dict",
                module.filename,
                node.lineno,
                node.col_offset + 1,
                module.line(node.lineno),
            )


def _too_deep(filename: str) -> BuildError:
    return BuildError(
        "something in this file is nested too deeply to be compiled; divide its longest chain of "
        "operators, or of elif",
        filename,
    )

"""The standard library as pages get it: Brython's, mended where it evaluates code.

- `modules/` holds modules of our own; one of the same name takes the place of Brython's. A folder
  of JavaScript is one module, see `JOINED`.
- `definitions/` holds functions and classes that replace those of the same name in Brython's
  module of the file's name; there `ADDED` names new ones, and `REMOVED` those that just go. In
  JavaScript these are functions.
- `patches.py` replaces exact texts.

Everything that is replaced has to be there, exactly once: a new Brython that differs stops the
build.
"""

from __future__ import annotations

import ast
import re
from functools import cache, partial
from pathlib import Path

from ..errors import BuildError
from ..patching import not_as_expected, patched
from ..runtime_source import DYNAMIC_CODE, refuse_dynamic_code
from .patches import PATCHES

FOLDER = Path(__file__).parent
MODULES = FOLDER / "modules"
DEFINITIONS = FOLDER / "definitions"

# Modules that are nothing without the compiler, which pages do not carry: not bundled.
IMPOSSIBLE = frozenset(
    {
        *("_ast", "_profile", "_webworker", "ast", "browser.webworker", "cProfile", "code"),
        *("dis", "doctest", "pdb", "profile", "runpy", "timeit"),
    }
)

# Modules that are nothing without an operating system: not bundled either.
NEED_A_SYSTEM = frozenset({"select", "subprocess"})

# The formats of annotations, which are numbers: their class needs `enum`, which is slow to load.
FORMATS = ("VALUE", "VALUE_WITH_FAKE_GLOBALS", "FORWARDREF", "STRING")
JS_FUNCTION = re.compile(r"^function \w+\(.*\n(?:.*\n)*?}\n", re.MULTILINE)
FORMAT = re.compile(rf"\b(?:_?(?:lazy_)?annotationlib\.)?Format\.({'|'.join(FORMATS)})\b")

# Modules in JavaScript that have several files: these become one script, in this order.
JOINED = {
    "python_re": (
        *("common", "reader", "characters", "pattern_flags", "widths", "syntax", "sets"),
        *("program", "matcher", "subject", "types", "flags", "template", "match", "pattern"),
        "module",
    )
}

# Scripts of the library that define `CryptoJS`; as modules they give it to `hashlib`.
HASHES = "crypto_js.rollups."


@cache
def own_modules() -> dict[str, tuple[str, str, bool]]:
    """Return the suffix, the source, and whether it is a package, of our own modules by name."""
    found = {}
    for path in sorted(MODULES.rglob("*.*")):
        if path.suffix in (".py", ".js"):
            is_package = path.stem == "__init__"
            parts = path.relative_to(MODULES).with_suffix("").parts
            name = ".".join(parts[:-1] if is_package else parts)
            found[name] = (path.suffix, path.read_text("utf-8"), is_package)
    for name, files in JOINED.items():
        sources = [found.pop(f"{name}.{file}")[1] for file in files]
        found[name] = (".js", "\n".join(sources), False)
    return found


def mend(name: str, extension: str, source: str) -> str:
    """Return a module of Brython's library with what has to be replaced in it.

    Args:
        name: The module's full name.
        extension: `.py` or `.js`.
        source: Its stock source.

    Raises:
        BuildError: The source is not of the shape that is known.
    """
    source = patched(source, PATCHES.get(name, ()), partial(unknown_library, name))
    definitions = DEFINITIONS / f"{name}{extension}"
    if definitions.is_file():
        change = _with_definitions if extension == ".py" else _with_functions
        source = change(name, source, definitions.read_text("utf-8"))
    if name in ("annotationlib", "dataclasses", "functools", "typing"):
        source = FORMAT.sub(lambda found: str(FORMATS.index(found[1]) + 1), source)
    if extension == ".js" and DYNAMIC_CODE.search(source):
        source = refuse_dynamic_code(source)
    if name.startswith(HASHES):
        source += f"\n;__BRYTHON__.addToImported({name!r},{{CryptoJS}})\n"
    return source


def _with_definitions(name: str, source: str, ours: str) -> str:
    tree = ast.parse(ours)
    listed = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for removed in listed.get("REMOVED", ()):
        source = _replaced(name, source, removed, "")
    added = listed.get("ADDED", ())
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            text = "\n".join(ours.splitlines()[first - 1 : node.end_lineno]) + "\n"
            if node.name not in added:
                source = _replaced(name, source, node.name, text)
            elif _definition(node.name).search(source):
                raise unknown_library(name, f"no definition of {node.name!r}")
            else:
                source = f"{source}\n{text}"
    return source


def _with_functions(name: str, source: str, ours: str) -> str:
    for function in JS_FUNCTION.findall(ours):
        head = function.partition("(")[0] + "("
        stock = [found for found in JS_FUNCTION.findall(source) if found.startswith(head)]
        if len(stock) != 1:
            raise unknown_library(name, f"one {head.removesuffix('(')!r}")
        source = source.replace(stock[0], function)
    return source


def _replaced(name: str, source: str, definition: str, text: str) -> str:
    changed, count = _definition(definition).subn(lambda _: text, source)
    if count != 1:
        raise unknown_library(name, f"one definition of {definition!r}")
    return changed


def _definition(name: str) -> re.Pattern[str]:
    """A function or class that stands at the left margin, with its decorators."""
    return re.compile(
        rf"^(?:@.*\n)*(?:async )?(?:def|class) {name}\b(?:.*\n)*?.*:\n(?:(?: .*)?\n)*", re.MULTILINE
    )


def unknown_library(name: str, expected: str) -> BuildError:
    """Return the error for a module of Brython's library that is not the one that is known."""
    return not_as_expected(f"Brython's {name!r}", expected, "library")

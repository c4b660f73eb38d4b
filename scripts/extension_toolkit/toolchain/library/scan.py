"""What a library module imports, read line by line.

Brython's library is written in the newest Python, which the Python that runs the build may not
parse; but its files hold neither comments nor docstrings.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

NAME = r"[\w.]+(?: as \w+)?"
IMPORT = re.compile(
    rf"(?:lazy )?(import {NAME}(?:, ?{NAME})*(?:;.*)?|from ?[\w.]+ ?import\b[\w., ()*]+)"
)
IMPORT_START = re.compile(r"(?:lazy )?(?:import|from)\b")
DEFINITION = re.compile(r"(?:async )?(def|class) (\w+)")

# What a module imports for a few of its names only, and the words without which nobody uses it.
# By the importing module, and by the imported one.
BUNDLED_WHEN_NAMED: dict[str, dict[str, tuple[str, ...]]] = {
    "_collections": {"keyword": (), "operator": (), "sys": ()},  # for a `namedtuple` of its own
    "annotationlib": {"enum": ("Format",)},
    "collections": {
        "_collections": ("defaultdict", "deque"),
        "_collections_abc": (
            *("ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "abc"),
        ),
        "_weakref": ("OrderedDict",),
        "itertools": ("Counter",),
        "operator": ("Counter", "OrderedDict"),
        "reprlib": ("ChainMap", "OrderedDict"),
    },
    "csv": {"collections": ("Sniffer",), "re": ("Sniffer",)},
    # Of `abc` it needs something for classes that are made with it.
    "dataclasses": {"abc": (), "copy": ("asdict", "astuple"), "itertools": ("slots",)},
    "functools": {
        "abc": ("singledispatch", "singledispatchmethod"),
        "collections": ("_CacheInfo", "cache_info"),
        "operator": ("Placeholder",),
    },
    "hmac": {"hashlib": ("hmac",)},
    "pprint": {"re": ("pprint",)},
    "re": {"enum": ("RegexFlag",)},
    "string": {"re": ("Template",)},
}
# With one of these a program may look at every name of a module; `*` is that of an import.
EVERY_NAME = frozenset({"*", "__dict__", "dir", "getmembers", "vars"})


def library_imports(source: str) -> dict[str | None, ast.Module]:
    """Return the import statements of a module.

    Args:
        source: The module's source.

    Returns:
        Under None those that run while the module loads; under a name those that run only when a
        function of that name is called, or a special method of a class of that name.
    """
    found: dict[str | None, ast.Module] = {None: ast.Module([], [])}
    around: list[tuple[int, str, str]] = []  # definitions: indentation, kind, name
    for indent, line in _logical_lines(source):
        around = [outer for outer in around if outer[0] < indent]
        if definition := DEFINITION.match(line):
            around.append((indent, definition[1], definition[2]))
        elif statement := IMPORT.fullmatch(line):
            module = found.setdefault(_caller(around), ast.Module([], []))
            module.body += ast.parse(statement[1]).body
    return found


@lru_cache(maxsize=256)
def words_in(source: str) -> frozenset[str]:
    """Return every word of a module's source."""
    return frozenset(re.findall(r"\w+", source))


def _caller(around: list[tuple[int, str, str]]) -> str | None:
    """The name that is used to run what stands in these definitions."""
    functions = [number for number, (_, kind, _) in enumerate(around) if kind == "def"]
    if not functions:
        return None
    name = around[functions[0]][2]
    is_special = name.startswith("__") and functions[0] > 0
    return around[functions[0] - 1][2] if is_special else name


def _logical_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its indentation; lines that go on are joined."""
    joined, depth, first = "", 0, 0
    for line in source.splitlines():
        text = line.strip()
        if not joined:
            first = len(line) - len(line.lstrip())
        joined += text.removesuffix("\\")
        if depth or DEFINITION.match(text) or IMPORT_START.match(text):
            depth = max(depth + text.count("(") - text.count(")"), 0)
        if joined and not depth and not text.endswith("\\"):
            yield first, joined
            joined = ""

"""What a library module makes when it is first used, and not while a page waits for its start.

Imports at a module's left margin always wait so, as does what it compiles with `re`. Classes and
values wait where they are named here: they take time to make, few programs use them, and nothing
else in the module depends on when they are made.
"""

from __future__ import annotations

import re

from . import unknown_library

# By module.
WAITING = {
    "abc": ("abstractclassmethod", "abstractproperty", "abstractstaticmethod"),
    "annotationlib": ("Format",),
    "collections": (
        *("ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString"),
        *("_OrderedDictItemsView", "_OrderedDictKeysView", "_OrderedDictValuesView", "abc"),
    ),
    "enum": (
        *("CONFORM", "CONTINUOUS", "EJECT", "EnumCheck", "Flag", "FlagBoundary", "IntEnum"),
        *("IntFlag", "KEEP", "NAMED_FLAGS", "ReprEnum", "STRICT", "StrEnum", "UNIQUE", "verify"),
    ),
    "functools": ("_CacheInfo", "cached_property", "partialmethod", "singledispatchmethod"),
    "json.encoder": ("ESCAPE_DCT",),
    "re": ("PatternError", "RegexFlag", "Scanner", "error"),
    "reprlib": ("Repr", "aRepr", "repr"),
    "sys": (
        *("_dataclass", "_events", "_implementation_info", "_jit"),
        *("_monitoring", "flags", "float_info", "hash_info", "hexversion", "implementation"),
        *("int_info", "monitoring", "stdlib_module_names", "version", "version_info"),
    ),
    "types": ("DynamicClassAttribute", "_GeneratorWrapper"),
    "typing": (
        *("AbstractSet", "AnyStr", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable"),
        *("BinaryIO", "CT_co", "Callable", "ChainMap", "Collection", "Container", "Coroutine"),
        *("Counter", "DefaultDict", "Deque", "Dict", "FrozenSet", "Generator", "Hashable", "IO"),
        *("ItemsView", "Iterable", "Iterator", "KT", "KeysView", "List", "Mapping", "MappingView"),
        *("MutableMapping", "MutableSequence", "MutableSet", "OrderedDict", "Reversible"),
        *("Sequence", "Set", "Sized", "SupportsAbs", "SupportsBytes", "SupportsComplex"),
        *("SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "T_co"),
        *("T_contra", "TextIO", "Tuple", "Type", "VT", "VT_co", "V_co", "ValuesView"),
    ),
}

# An import, as compiled: its JavaScript without the position, the name that it gives to the module,
# and perhaps another.
IMPORT = re.compile(
    r"""
    ^\ \ \$B\.(?:_lazy_)?(
        import\("(?P<module>\w+|[\w.]+(?=",\ \[\],\ \{'))",\ \[\],
        \ \{(?:'[\w.]+':\ \[\w+,\ '(?P<module_as>\w+)'\])?\},\ locals_\w+
      | \$import_from\("[\w.]+",\ '(?P<name>\w+)',
        \ \{(?:\w+:\ \[\w+,\ '(?P<name_as>\w+)'\])?\},\ 0,\ locals
    ),\ \d+\)$
    """,
    re.MULTILINE | re.VERBOSE,
)
PATTERN = re.compile(
    r"^  (?P<assigned>locals_\w+\.(?P<name>\w+) = .*\$B\.call_attr\(locals\._?re, 'compile'.*\))$",
    re.MULTILINE,
)
# A class with its decorators and its own types, up to where it gets its name; and any other value.
CLASS = r"""
^(?P<made>
(?:\ \ (?:\$B\.set_lineno\(frame,\ \d+(?:,\ 'ClassDef')?\)|var\ decorator\d+\ =\ .*)\n)*
\ \ (?:var\ %(name)s\d+\ =\ \(function\(name,\ bases,\ keywords\)
  |function\ TYPE_PARAMS_OF_%(name)s\(\))\ \{\n
(?:.*\n)*?
\ \ locals_\w+\.%(name)s\ =\ .*\n)
"""
VALUE = r"""
^(?P<made>\ \ locals_\w+\.%(name)s\ =\ (?!%(name)s\d+\n).*\n
(?:(?:\ \ \ \ |\ \ \}|\)).*\n|\n)*  # a generator's function, and what it is called with
(?:\ \ \$B\.set_lineno\(.*\n  # its docstring
\ \ \$B\.\$setattr1\(locals\.%(name)s,\ "__doc__",\ (?:.*\\\n)*.*\n)?)
"""


def make_when_used(js: str, module: str) -> str:
    """Return a compiled module whose imports, patterns and `WAITING` names wait; see `loader.js`.

    Args:
        js: JavaScript, as compiled.
        module: The module's name.

    Raises:
        BuildError: The module has no such name at its left margin.
    """

    def import_later(found: re.Match[str]) -> str:
        names = (found[group] for group in ("module_as", "name_as", "module", "name"))
        return f"  $B.lazy(locals,'{next(filter(None, names))}',()=>$B.{found[1]}))"

    if '$B.$delete("re"' not in js:
        js = PATTERN.sub(r"  $B.lazy(locals,'\g<name>',()=>{\g<assigned>})", js)
    for name in WAITING.get(module, ()):
        js = _made_later(js, name, module)
    return IMPORT.sub(import_later, js)


def _made_later(js: str, name: str, module: str) -> str:
    for shape in (CLASS, VALUE):
        later = rf"  $B.lazy(locals,'{name}',()=>{{\n\g<made>  }},frame)\n"
        js, count = re.subn(shape % {"name": name}, later, js, flags=re.MULTILINE | re.VERBOSE)
        if count == 1:
            return js
    raise unknown_library(module, f"no {name} at its left margin")

"""Brython's run time before anything is cut for a set of modules: mended, and without what serves
its authors or the compiler.

- `PATCHES` are made.
- The parser goes, and each other function that evaluates a string or needs the compiler raises a
  clear error instead.
- Docstrings of builtin types, and what is there to debug Brython itself, go.
"""

from __future__ import annotations

import re

from .errors import BuildError
from .javascript import Node, Span, nodes_of_type, parse_javascript, replace
from .patching import not_as_expected, patched
from .runtime_patches import PATCHES

PARSER_START = "// >>> brython compiler chain"
PARSER_END = "// <<< brython compiler chain"

# What evaluates a string or loads code: a call of one of these names, a dynamic import, a
# `<script>` element, or the compiler, which is not there. Each alternative begins with one
# character and looks behind itself later, so that `re` is quick to pass over all others.
DYNAMIC_CODE = re.compile(
    "|".join(
        (
            *(rf"{n}\((?<![.\w$]{n}\()" for n in ("eval", "Function", "import", "importScripts")),
            r"createElement\((?<=document\.createElement\()['\"](?:script|SCRIPT)['\"]\)",
            *(rf"{o}\.(?:Parser|py2js|run_script|tokenizer)\(" for o in (r"\$B", "__BRYTHON__")),
        )
    )
)
# The docstring of a builtin type.
DOCSTRING = re.compile(r"""(\binit_type\([\w$]+,"[^`\n]*,)`[^`]*`""")
# A variable that Brython's authors set to debug a function.
DEBUGGING = re.compile(rb"\bvar (\$?test)=(?:false\b|mod_name==)")
# What they wrote to the console.
NOTE = re.compile(rb"\bconsole\.log\(")


def refuse_dynamic_code(text: str) -> str:
    """Have each function that evaluates a string raise a clear error instead."""
    source = text.encode()
    refused = replace(source, _refusals(parse_javascript(source), source)).decode()
    return without_dynamic_code(refused)


def without_dynamic_code(text: str) -> str:
    if left := DYNAMIC_CODE.search(text):
        around = text[max(left.start() - 60, 0) : left.end() + 60]
        raise unknown_brython(f"no evaluated string left, but found {around!r}")
    return text


def prepared_runtime(source: str) -> str:
    """Return `brython.js` before it is cut for a set of modules.

    Raises:
        BuildError: It is not of the shape that is known.
    """
    text = _without_parser(patched(source, PATCHES, unknown_brython))
    text, found = DOCSTRING.subn(r"\1''", text)
    if not found:
        raise unknown_brython("types with docstrings")
    encoded = text.encode()
    root = parse_javascript(encoded)
    cuts = _refusals(root, encoded) + _debugging(root, encoded) + _notes(root, encoded)
    return replace(encoded, cuts).decode()


def _without_parser(text: str) -> str:
    before, _, rest = text.partition(PARSER_START)
    _, end, after = rest.partition(PARSER_END)
    if not end or text.count(PARSER_START) != 1 or text.count(PARSER_END) != 1:
        raise unknown_brython("the marks around the compiler chain")
    return before + after


def _refusals(root: Node, source: bytes) -> list[tuple[Span, str]]:
    """The bodies of functions that evaluate a string or need the compiler, with what they raise."""
    found: list[tuple[Span, str]] = []
    for match in DYNAMIC_CODE.finditer(source.decode("latin-1")):  # by bytes, as the tree has them
        node = root.descendant_for_byte_range(match.start(), match.start() + 1)
        while node is not None and node.type not in ("call_expression", "new_expression"):
            node = None if node.type in ("string", "template_string", "regex") else node.parent
        function = _outermost_function(node) if node else None
        if function is None:  # in a text, or at top level and to be cut
            continue
        body = function.child_by_field_name("body")
        assert body is not None
        refusal = (
            "{$B.RAISE($B.builtins.NotImplementedError,"
            f'"{_name_of(function, source)} runs code made while the page runs, which Chrome '
            'forbids to extensions")}'
        )
        found.append(((body.start_byte, body.end_byte), refusal))
    return found


def _debugging(root: Node, source: bytes) -> list[tuple[Span, str]]:
    """What a function does only if a variable of it is set, which nobody sets."""
    found: list[tuple[Span, str]] = []
    for match in DEBUGGING.finditer(source):
        name = match[1]
        function = _function_around(root.descendant_for_byte_range(*match.span(1)))
        if function is None:
            raise unknown_brython("variables for debugging within functions")
        text = source[function.start_byte : function.end_byte]
        if len(re.findall(rb"(?<![\w.$])" + re.escape(name) + rb"=(?!=)", text)) == 1:
            found += _only_if(name, function, source)
    return found


def _notes(root: Node, source: bytes) -> list[tuple[Span, str]]:
    """What Brython's authors wrote to the console for themselves; warnings to programmers stay."""
    found: list[tuple[Span, str]] = []
    for match in NOTE.finditer(source):
        node = root.descendant_for_byte_range(*match.span())
        while node is not None and node.type != "expression_statement":
            node = node.parent
        if node is None or not source.startswith(b"console.log(", node.start_byte):
            continue
        function = _function_around(node)
        if function and not source.startswith(b"function warn(", function.start_byte):
            found.append(((node.start_byte, node.end_byte), ";"))
    return found


def _only_if(name: bytes, function: Node, source: bytes) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    for node in nodes_of_type(function, "if_statement"):
        condition = node.child_by_field_name("condition")
        assert condition is not None
        text = source[condition.start_byte : condition.end_byte]
        if text == b"(" + name + b")" and not node.child_by_field_name("alternative"):
            found.append(((node.start_byte, node.end_byte), ";"))
    return found


def _function_around(node: Node | None) -> Node | None:
    """The innermost function around a node."""
    while node is not None and "function" not in node.type:
        node = node.parent
    return node


def _outermost_function(node: Node) -> Node | None:
    """The function around `node` that stands directly in a section."""
    functions = []
    current: Node | None = node
    while current is not None:
        if current.type in ("function_expression", "function_declaration", "arrow_function"):
            functions.append(current)
        current = current.parent
    return functions[-2] if len(functions) > 1 else None  # the last one is the section itself


def _name_of(function: Node, source: bytes) -> str:
    name = function.child_by_field_name("name")
    if name is None and function.parent is not None:
        parent = function.parent
        name = (
            parent.child_by_field_name("key")
            or parent.child_by_field_name("left")
            or parent.child_by_field_name("name")
        )
    text = source[name.start_byte : name.end_byte].decode() if name is not None else "this function"
    return text.rpartition(".")[2].replace("$", "")


def unknown_brython(expected: str) -> BuildError:
    return not_as_expected("brython.js", expected, "runtime.py")

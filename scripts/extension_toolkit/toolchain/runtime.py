"""Cut Brython's run time down to what compiled code needs, free of evaluated strings.

Stock `brython.js` carries its own compiler, which an extension page may not run: building a
function from a string throws under Manifest V3's Content Security Policy, once while the file is
still loading. The compiler runs at build time (`brython.py`); a page gets the rest.

1. It is mended, the parser is cut, and each function that evaluates a string raises; see
   `runtime_source.py`.
2. The docstrings of builtins, `DROPPED_STATEMENTS` and `FINDERS` are cut.
3. In `SECTIONS_TO_CUT`, and for plain function definitions everywhere, only what something kept
   refers to stays.

Every step names what it expects to find and stops the build when a new Brython differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from .javascript import Node, Span, nodes_of_type, parse_javascript, replace
from .runtime_source import prepared_runtime, unknown_brython, without_dynamic_code

# Sections (each one immediately called function) of the compiler, that look for scripts to run, or
# that sort, which JavaScript can. Key: what the section is; value: a text that stands in it alone.
SECTIONS_TO_CUT = {
    "tokens": "$B.EXACT_TOKEN_TYPES=",
    "tokenizer": "$B.tokenizer=",
    "script loader": "$B.ajax_load_script=",
    "page start": "$B.parse_options=",
    "syntax tree": "$B.create_python_ast_classes=",
    "code generator": "$B.js_from_root=",
    "sorting": "$B.$TimSort=",
}

# Top-level statements outside the sections, by how they begin.
DROPPED_STATEMENTS = (
    'try{\neval("async function* f(){}")}',  # feature test; prints a warning under our policy
    "var docs={",  # docstrings of builtins
    "for(var key in docs)",
    "__BRYTHON__.ast_classes=",
    "__BRYTHON__.ast_attributes=",
    "globalThis.brython=",
    "if(__BRYTHON__.isNode)",
)

# A type that is a member of `$B`, and no builtin that a program may name.
BUILTIN_TYPE = re.compile(r'init_type\(\$B,"(\w+)"')

# A member of `$B`.
MEMBER = re.compile(r"\$B\.([\w$]+)")

# What the whole file begins with.
STRICT = '"use strict";'

# What finds modules on a server, and statements that begin with one of these names.
FINDERS = (
    *("VFSFinder", "VFSLoader", "StdlibStaticFinder", "PathFinder", "PathEntryFinder"),
    *("PathLoader", "url_hook", "_importlib_module"),
)
OF_FINDERS = re.compile(
    rf"(?:var |const |\$B\.set_func_names\(|\$B\.assign_dict\()?({'|'.join(FINDERS)})(?:_funcs)?\b"
    r"|\$B\.(?:finders|\$meta_path)=|\$B\.imported\[\"_importlib\"\]="
)

# Statements of the compiler's sections that stay although they define no name, by how they begin:
# one tells names of builtins from unknown ones, as after `from … import *`.
KEPT_STATEMENTS = ("for(var name in $B.builtins){",)

# Members of `$B`, the run time's object, that are asked for by names which no text search finds.
ALWAYS_KEPT = {
    "ModuleSpec", "make_import_paths", "import_info", "scope_name", "url2name", "file_cache",
    "addToImported", "error_trace", "exception", "handle_error", "builtins_scope", "get_option",
}  # fmt: skip


@dataclass(eq=False)
class Statement:
    """A statement that is dropped unless something kept refers to a name it defines."""

    span: Span
    text: str
    section: int
    local_names: set[str] = field(default_factory=set)
    runtime_names: set[str] = field(default_factory=set)  # members of `$B`

    @cached_property
    def words(self) -> set[str]:
        """The local names to which it may refer."""
        return _words(self.text)

    @cached_property
    def used(self) -> set[str]:
        """The members of `$B` to which it refers."""
        return _runtime_names(self.text)


class RuntimeCutter:
    """Hold a prepared `brython.js` and what can be cut from it.

    Args:
        source: Its text; see `runtime_source.py`.

    Raises:
        BuildError: It is not of the shape this module knows.
    """

    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.cuts: list[tuple[Span, str]] = []  # what goes whatever is used
        self.candidates: list[Statement] = []
        # What is needed whatever is used: members of `$B`, and local names by section.
        self.used = set(ALWAYS_KEPT)
        self.words: dict[int, set[str]] = {}
        self.found_kept = 0
        self.found_finders: set[str | None] = set()
        root = parse_javascript(self.source)
        self._cut_statements(root)
        for number, section in enumerate(self._sections(root)):
            self._make_strict(section)
            self._sort_section(number, section)
        if self.found_kept != len(KEPT_STATEMENTS):
            raise unknown_brython(f"each of {KEPT_STATEMENTS} once")
        if self.found_finders != {None, *FINDERS}:
            raise unknown_brython(f"statements about each of {', '.join(FINDERS)}")
        self._keep_what_is_outside(root)

    def cut(self, compiled_code: str) -> str:
        """Return the run time to ship.

        Args:
            compiled_code: Text of compiled modules; the members of `$B` used there are kept.

        Raises:
            BuildError: Code is left that would be evaluated.
        """
        used = self.used | _runtime_names(compiled_code)
        words = {number: set(found) for number, found in self.words.items()}
        waiting: list[Statement] = []
        left = self.candidates
        while len(left) != len(waiting):
            waiting, left = left, []
            for statement in waiting:
                here = words[statement.section]
                if statement.runtime_names & used or statement.local_names & here:
                    used |= statement.used
                    here |= statement.words
                else:
                    left.append(statement)
        shipped = replace(self.source, self.cuts + [(s.span, "") for s in left]).decode()
        return re.sub(r"\n{2,}", "\n", without_dynamic_code(shipped))

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    def _cut_statements(self, root: Node) -> None:
        for beginning in DROPPED_STATEMENTS:
            found = [n for n in root.children if self.text(n).startswith(beginning)]
            if len(found) != 1:
                raise unknown_brython(f"one statement that begins with {beginning!r}")
            self.cuts.append(((found[0].start_byte, found[0].end_byte), ""))
        # Compiled modules may stand in the same script, and are not strict code.
        strict = [n for n in root.children if self.text(n) == STRICT]
        if not strict:
            raise unknown_brython(f"{STRICT} for the whole file")
        self.cuts += [((n.start_byte, n.end_byte), "") for n in strict]

    def _make_strict(self, section: Node) -> None:
        """Have a section say by itself that it is strict code, as the whole file did."""
        brace = _body_of(section).start_byte
        self.cuts.append(((brace, brace + 1), f"{{{STRICT}\n"))

    def _sections(self, root: Node) -> list[Node]:
        sections = [
            node
            for node in root.children
            if node.type == "expression_statement" and self.text(node).startswith("(function($B)")
        ]
        for name, mark in SECTIONS_TO_CUT.items():
            if sum(mark in self.text(node) for node in sections) != 1:
                raise unknown_brython(f"one section with {mark!r} ({name})")
        return sections

    def _sort_section(self, number: int, section: Node) -> None:
        """Put each statement of a section among those kept or those that must be asked for."""
        text = self.text(section)
        is_cut = any(mark in text for mark in SECTIONS_TO_CUT.values())
        if SECTIONS_TO_CUT["code generator"] in text:
            self._keep_names_in_templates(section)
        words = self.words.setdefault(number, set())
        for node in _body_of(section).named_children:
            statement = self._as_candidate(node, number, is_cut)
            if statement is None:
                self.used |= _runtime_names(self.text(node))
                words |= _words(self.text(node))
            else:
                self.candidates.append(statement)

    def _keep_names_in_templates(self, section: Node) -> None:
        """What the code generator writes into its output is what compiled code may call."""
        for node in nodes_of_type(section, "template_string", "string"):
            self.used |= _runtime_names(self.text(node))

    def _as_candidate(self, node: Node, section: int, is_cut: bool) -> Statement | None:
        if self.text(node).startswith(KEPT_STATEMENTS):
            self.found_kept += 1
            return None
        statement = Statement((node.start_byte, node.end_byte), self.text(node), section)
        if finder := OF_FINDERS.match(statement.text):
            self.found_finders.add(finder[1])
            return statement
        if builtin_type := BUILTIN_TYPE.match(statement.text):
            statement.runtime_names.add(builtin_type[1])
            return statement
        if node.type == "function_declaration":
            name = node.child_by_field_name("name")
            assert name is not None
            statement.local_names.add(self.text(name))
            return statement
        if node.type == "expression_statement" and node.children[0].type == "assignment_expression":
            targets, value = self._assignment(node.children[0])
            members = [MEMBER.fullmatch(target) for target in targets]
            if all(members) and (is_cut or value.type == "function_expression"):
                statement.runtime_names |= {m[1] for m in members if m}
                return statement
        is_declaration = node.type in ("variable_declaration", "lexical_declaration")
        if is_declaration and (is_cut or self._declares_functions(node)):
            self._add_declared(node, statement)
            return statement
        if not is_cut:
            return None
        # Anything else there (loops, calls, prototypes) serves what is cut alone.
        return statement

    def _declares_functions(self, node: Node) -> bool:
        """Whether a declaration gives functions their names, in `$B` too, and does nothing else."""
        for declarator in node.named_children:
            value = declarator.child_by_field_name("value")
            if value is None:
                return False
            targets, value = self._assignment(value)
            if value.type != "function_expression" or not all(map(MEMBER.fullmatch, targets)):
                return False
        return True

    def _assignment(self, node: Node) -> tuple[list[str], Node]:
        targets: list[str] = []
        while node.type == "assignment_expression":
            left = node.child_by_field_name("left")
            right = node.child_by_field_name("right")
            assert left is not None
            assert right is not None
            targets.append(self.text(left))
            node = right
        return targets, node

    def _add_declared(self, node: Node, statement: Statement) -> None:
        for declarator in node.named_children:
            name = declarator.child_by_field_name("name")
            value = declarator.child_by_field_name("value")
            if name is not None:
                statement.local_names.add(self.text(name))
            if value is not None and value.type == "assignment_expression":
                for target in self._assignment(value)[0]:
                    if target.startswith("$B."):
                        statement.runtime_names.add(target[3:])

    def _keep_what_is_outside(self, root: Node) -> None:
        """What no section holds stays, unless it was cut, and so does what it refers to."""
        for node in root.children:
            if not self.text(node).startswith("(function($B)") and not any(
                start <= node.start_byte < end for (start, end), _ in self.cuts
            ):
                self.used |= _runtime_names(self.text(node))


def cut_runtime(source: str, compiled_code: str) -> str:
    """Return the run time for a set of compiled modules; see the module's docstring."""
    return _cutter(source).cut(compiled_code)


@lru_cache(maxsize=1)
def _cutter(source: str) -> RuntimeCutter:
    """The cutter of a stock `brython.js`: to read it takes longer than to cut it."""
    return RuntimeCutter(prepared_runtime(source))


def _body_of(section: Node) -> Node:
    node: Node | None = section
    while node is not None and node.type != "function_expression":
        node = node.named_child(0)
    body = node.child_by_field_name("body") if node else None
    if body is None:
        raise unknown_brython("a function in every section")
    return body


def _runtime_names(text: str) -> set[str]:
    return set(re.findall(r"(?:\$B|__BRYTHON__)\.([\w$]+)", text))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_$][\w$]*", text))

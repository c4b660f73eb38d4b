"""Cut Brython's run time down to what compiled code needs, free of evaluated strings.

Stock `brython.js` carries its own compiler, which an extension page may not run: building a
function from a string throws under Manifest V3's Content Security Policy, once while the file is
still loading. The compiler runs at build time (`brython.py`); a page gets the rest.

1. The parser, the docstrings of builtins and `DROPPED_STATEMENTS` are cut.
2. In `COMPILER_SECTIONS`, and for plain function definitions everywhere, only what something kept
   refers to stays.
3. A function that evaluates a string or loads a script is replaced by one that raises.

Every step names what it expects to find and stops the build when a new Brython differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .errors import BuildError
from .javascript import Node, Span, parse_javascript, replace, walk

PARSER_START = "// >>> brython compiler chain"
PARSER_END = "// <<< brython compiler chain"

# Sections (each one immediately called function) of the compiler, or that look for scripts to
# run. Key: what the section is; value: a text that stands in it alone.
COMPILER_SECTIONS = {
    "tokens": "$B.EXACT_TOKEN_TYPES=",
    "tokenizer": "$B.tokenizer=",
    "script loader": "$B.ajax_load_script=",
    "page start": "$B.parse_options=",
    "syntax tree": "$B.create_python_ast_classes=",
    "code generator": "$B.js_from_root=",
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

# Exact texts that are replaced, with the reason. Each has to occur once.
PATCHES = (
    (
        "an event begins a stack of its own, and not on top of what ran last",
        "return $B.$call(f,$DOMEvent(ev))}catch(err){",
        "return $python.call(f,$DOMEvent(ev))}catch(err){",
    ),
    (
        "an event of the window likewise",
        "return $B.$call(func,jsobj2pyobj(ev))}catch(err){if(",
        "return $python.call(func,jsobj2pyobj(ev))}catch(err){if(",
    ),
    (
        "and one bound by a decorator",
        "return callback($B.jsobj2pyobj(ev))}catch(err){",
        "return $python.call(callback,$B.jsobj2pyobj(ev))}catch(err){",
    ),
    (
        "a coroutine that is run has a stack of its own too",
        "$B.$call($B.$getattr($B.coroutine,'send'),coro).then(",
        "$python.run(coro).then(",
    ),
    (
        "and so has one that JavaScript calls back",
        "let jsobj=function(){var res=pyobj.apply(null,arguments)\n"
        "return $B.coroutine.tp_funcs.send(res)}",
        "let jsobj=function(){return $python.run(pyobj.apply(null,arguments))}",
    ),
    (
        "which may be an asynchronous method, or return a coroutine",
        "return pyobj2jsobj(res)}catch(err){$B.handle_error(err)}}",
        "return pyobj2jsobj($python.run(res))}catch(err){$B.handle_error(err)}}",
    ),
    (
        "a coroutine may be awaited by who called the function that made it",
        "if(frame.$coroutine){if(! frame.$coroutine.$sent){",
        "if(frame.$coroutine&&!frame.$coroutine.$sent){let c=frame.$coroutine,f=frame.__file__\n"
        "setTimeout(()=>{if(! c.$sent){console.warn(`${f}:${c.$lineno}: RuntimeWarning: coroutine "
        "'${c.$func.$function_infos[$B.func_attrs.__qualname__]}' was never awaited`)}},1000)}\n"
        "if(false){if(false){",
    ),
    (
        "a traceback with a frame whose position is unknown is better than none",
        "$B.decode_position=function(pos){if(pos.length==3){",
        "$B.decode_position=function(pos){if(pos===undefined){return}if(pos.length==3){",
    ),
    (
        "a function of a module written in JavaScript knows its module",
        "modobj[attr].ob_type=$B.function\n",
        "modobj[attr].ob_type=$B.function\nmodobj[attr].func_module=name\n",
    ),
    (
        "a class without type parameters has none, instead of undefined",
        "type_funcs.__type_params___get=function(self){}\ntype_funcs.__type_params___set="
        "function(self){}",
        "type_funcs.__type_params___get=function(self){"
        "return $B.get_from_dict(self,'__type_params__',$B.fast_tuple([]))}\n"
        "type_funcs.__type_params___set=function(self,value)"
        "{$B.set_to_dict(self,'__type_params__',value)}",
    ),
    (
        "a module that is missing may just not be bundled",
        "exc.name=mod_name\nthrow exc}\nif($B.is_none(module))",
        "exc.name=mod_name\n$B.set_to_dict(exc,'__notes__',$B.$list(['An extension carries the "
        "modules that its code imports by name; import '+mod_name+' where it is used.']))\n"
        "throw exc}\nif($B.is_none(module))",
    ),
    (
        "compile() says that it cannot work",
        "parser=new $B.Parser($.source,filename,parser_mode)",
        "$B.RAISE(_b_.NotImplementedError,'compile makes code while the page runs, "
        "which Chrome forbids to extensions')",
    ),
    (
        "the body of an enumeration may use names that the compiler does not know",
        "get(target,prop){return $B.$call(getitem,target,prop)}",
        "get(target,prop){if(prop==='$proxy'){return true}try{return $B.$call(getitem,target,prop)}"
        "catch(err){if($B.is_exc(err,[_b_.KeyError])){return undefined}throw err}}",
    ),
    (
        "a sentinel has its own name, and not the window's",
        "ob_type:_b_.sentinel,module,name,repr}",
        "ob_type:_b_.sentinel,module,name:__name__,repr}",
    ),
)

# What evaluates a string or loads code: a call of one of these names, a dynamic import, or a
# `<script>` element.
DYNAMIC_CODE = re.compile(
    r"(?<![.\w$])(?:eval|Function|import|importScripts)\("
    r"|(?<=document\.)createElement\(['\"](?:script|SCRIPT)['\"]\)"
)

# Statements of the compiler's sections that stay although they define no name, by how they begin:
# one tells names of builtins from unknown ones, as after `from … import *`.
KEPT_STATEMENTS = ("for(var name in $B.builtins){",)

# Members of `$B`, the run time's object, that are asked for by names which no text search finds.
ALWAYS_KEPT = {
    "ModuleSpec", "make_import_paths", "import_info", "scope_name", "url2name", "file_cache",
    "addToImported", "error_trace", "exception", "handle_error", "builtins_scope", "get_option",
}  # fmt: skip


@dataclass
class Statement:
    """A statement that is dropped unless something kept refers to a name it defines."""

    span: Span
    text: str
    section: int
    local_names: set[str] = field(default_factory=set)
    runtime_names: set[str] = field(default_factory=set)  # members of `$B`


class RuntimeCutter:
    """Hold `brython.js` and what is to be cut from it.

    Args:
        source: The text of the stock file.
        compiled_code: Text of compiled modules; the members of `$B` used there are kept.
    """

    def __init__(self, source: str, compiled_code: str) -> None:
        self.source = source.encode()
        self.root = parse_javascript(self.source)
        self.cuts: list[tuple[Span, str]] = []
        self.candidates: list[Statement] = []
        self.kept_texts: dict[int, list[str]] = {}
        self.found_kept = 0
        self.used = set(ALWAYS_KEPT) | _runtime_names(compiled_code)

    def cut(self) -> str:
        """Return the run time to ship.

        Raises:
            BuildError: `brython.js` is not of the shape this module knows.
        """
        self._cut_parser()
        self._cut_statements()
        for number, section in enumerate(self._sections()):
            self._sort_section(number, section)
        if self.found_kept != len(KEPT_STATEMENTS):
            raise _unknown_brython(f"each of {KEPT_STATEMENTS} once")
        self._keep_what_is_used()
        shipped = self._apply(self.cuts)
        return refuse_dynamic_code(shipped)

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    def _cut_parser(self) -> None:
        marks = [
            node
            for node in self.root.children
            if node.type == "comment" and self.text(node) in (PARSER_START, PARSER_END)
        ]
        if [self.text(node) for node in marks] != [PARSER_START, PARSER_END]:
            raise _unknown_brython("the marks around the compiler chain")
        self.parser_span = (marks[0].start_byte, marks[1].end_byte)
        self.cuts.append((self.parser_span, ""))

    def _cut_statements(self) -> None:
        for beginning in DROPPED_STATEMENTS:
            found = [n for n in self.root.children if self.text(n).startswith(beginning)]
            if len(found) != 1:
                raise _unknown_brython(f"one statement that begins with {beginning!r}")
            self.cuts.append(((found[0].start_byte, found[0].end_byte), ""))

    def _sections(self) -> list[Node]:
        start, end = self.parser_span
        sections = [
            node
            for node in self.root.children
            if node.type == "expression_statement"
            and not start <= node.start_byte < end
            and self.text(node).startswith("(function($B)")
        ]
        for name, mark in COMPILER_SECTIONS.items():
            if sum(mark in self.text(node) for node in sections) != 1:
                raise _unknown_brython(f"one section with {mark!r} ({name})")
        return sections

    def _sort_section(self, number: int, section: Node) -> None:
        """Put each statement of a section among those kept or those that must be asked for."""
        text = self.text(section)
        is_compiler = any(mark in text for mark in COMPILER_SECTIONS.values())
        if COMPILER_SECTIONS["code generator"] in text:
            self._keep_names_in_templates(section)
        kept = self.kept_texts.setdefault(number, [])
        for node in _body_of(section).named_children:
            statement = self._as_candidate(node, number, is_compiler)
            if statement is None:
                kept.append(self.text(node))
            else:
                self.candidates.append(statement)

    def _keep_names_in_templates(self, section: Node) -> None:
        """What the code generator writes into its output is what compiled code may call."""
        for node in walk(section):
            if node.type in ("template_string", "string"):
                self.used |= _runtime_names(self.text(node))

    def _as_candidate(self, node: Node, section: int, is_compiler: bool) -> Statement | None:
        if self.text(node).startswith(KEPT_STATEMENTS):
            self.found_kept += 1
            return None
        statement = Statement((node.start_byte, node.end_byte), self.text(node), section)
        if node.type == "function_declaration":
            name = node.child_by_field_name("name")
            assert name is not None
            statement.local_names.add(self.text(name))
            return statement
        if node.type == "expression_statement" and node.children[0].type == "assignment_expression":
            targets, value = self._assignment(node.children[0])
            members = [re.fullmatch(r"\$B\.([\w$]+)", target) for target in targets]
            if all(members) and (is_compiler or value.type == "function_expression"):
                statement.runtime_names |= {m[1] for m in members if m}
                return statement
        if not is_compiler:
            return None
        if node.type in ("variable_declaration", "lexical_declaration"):
            self._add_declared(node, statement)
            return statement
        # Anything else in the compiler (loops, calls, prototypes) serves the compiler alone.
        return statement

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

    def _keep_what_is_used(self) -> None:
        outside = [
            self.text(n)
            for n in self.root.children
            if not self.text(n).startswith("(function($B)")
            and not any(a <= n.start_byte < b for (a, b), _ in self.cuts)
        ]
        for text in outside + [t for texts in self.kept_texts.values() for t in texts]:
            self.used |= _runtime_names(text)
        local = {n: _words("\n".join(texts)) for n, texts in self.kept_texts.items()}
        waiting = self.candidates
        while True:
            wanted = [
                s
                for s in waiting
                if s.runtime_names & self.used or s.local_names & local[s.section]
            ]
            if not wanted:
                break
            for statement in wanted:
                self.used |= _runtime_names(statement.text)
                local[statement.section] |= _words(statement.text)
            waiting = [s for s in waiting if s not in wanted]
        self.cuts += [(s.span, "") for s in waiting]

    def _apply(self, cuts: list[tuple[Span, str]]) -> str:
        return replace(self.source, cuts).decode()


def cut_runtime(source: str, compiled_code: str) -> str:
    """Return the run time for a set of compiled modules; see the module's docstring."""
    for why, old, new in PATCHES:
        if source.count(old) != 1:
            raise _unknown_brython(f"{old!r} once ({why})")
        source = source.replace(old, new)
    return RuntimeCutter(source, compiled_code).cut()


def refuse_dynamic_code(text: str) -> str:
    """Replace each function that evaluates a string by one that raises a clear error."""
    source = text.encode()
    root = parse_javascript(source)
    replaced: dict[Span, str] = {}
    for node in walk(root):
        if node.type not in ("call_expression", "new_expression"):
            continue
        called = source[node.start_byte : node.end_byte].decode()
        if not re.match(rf"(?:new\s+|document\.)?(?:{DYNAMIC_CODE.pattern})", called):
            continue
        function = _outermost_function(node)
        if function is None:
            raise _unknown_brython(f"no code evaluated at top level, but found {called[:60]!r}")
        name = _name_of(function, source)
        body = function.child_by_field_name("body")
        assert body is not None
        replaced[(body.start_byte, body.end_byte)] = (
            "{$B.RAISE($B.builtins.NotImplementedError,"
            f'"{name} runs code made while the page runs, which Chrome forbids to extensions")}}'
        )
    cleaned = replace(source, list(replaced.items())).decode()
    if left := DYNAMIC_CODE.search(cleaned):
        around = cleaned[max(left.start() - 60, 0) : left.end() + 60]
        raise _unknown_brython(f"no evaluated string left, but found {around!r}")
    return re.sub(r"\n{2,}", "\n", cleaned)


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


def _body_of(section: Node) -> Node:
    for node in walk(section):
        if node.type == "function_expression":
            body = node.child_by_field_name("body")
            assert body is not None
            return body
    raise _unknown_brython("a function in every section")


def _runtime_names(text: str) -> set[str]:
    return set(re.findall(r"(?:\$B|__BRYTHON__)\.([\w$]+)", text))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_$][\w$]*", text))


def _unknown_brython(expected: str) -> BuildError:
    return BuildError(
        f"brython.js is not as expected: {expected}. Pin the version of brython in "
        "pyproject.toml that extension_toolkit/toolchain/runtime.py was written for, or adapt it."
    )

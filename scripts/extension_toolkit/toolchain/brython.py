"""Brython as the build uses it: its files, and its own compiler running in an embedded V8."""

from __future__ import annotations

import atexit
import importlib.resources
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from py_mini_racer import JSEvalException, MiniRacer

from .compiler import patched_compiler
from .errors import BuildError
from .javascript import Node, Span, matches, replace
from .library import IMPOSSIBLE, NEED_A_SYSTEM, mend, own_modules
from .library.lazy import make_when_used

# What brython.js touches while it loads, reduced to what the compiler never looks at again.
BROWSER_STUBS = """
var window = globalThis, self = globalThis
var console = {log() {}, warn() {}, error() {}, debug() {}, info() {}}
var location = {href: 'http://x/', origin: 'http://x', pathname: '/', search: '', hash: ''}
var navigator = {userAgent: '', language: 'en'}
class URL { constructor(u) { this.href = this.pathname = u; this.search = this.hash = '' } }
class CustomEvent {}
class TextEncoder { encode() { return [] } }
class TextDecoder { decode() { return '' } }
var addEventListener = () => {}, dispatchEvent = () => {}, setTimeout = () => 0
var performance = {now: () => 0}
"""

COMPILE = """
function compile(src, filename, name) {
  const $B = __BRYTHON__
  $B.url2name[filename] = name  // otherwise frames are named after the file
  $B.restart_ids()
  try {
    const root = $B.py2js({src, filename, imported: true}, name, name, $B.builtins_scope)
    return JSON.stringify({js: root.to_js()})
  } catch (error) {
    if (error.ob_type === undefined) { throw error }
    const number = (value) => typeof value === 'number' ? value : null
    return JSON.stringify({error: {
      type: error.ob_type.tp_name, message: String(error.msg ?? error.args[0]),
      line: number(error.lineno), column: number(error.offset),
      text: typeof error.text === 'string' ? error.text : null}})
  }
}
"""

# Of a compiled module: where it awaits, and a bare `raise`.
WAIT_OR_RAISE = re.compile(rb"await \$B\.promise\(|\$B\.\$raise\(\)")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
FUTURE_IMPORT = re.compile(r"""^\s*\$B\.\$import_from\("__future__".*\n""", re.MULTILINE)


@dataclass(frozen=True)
class StdlibModule:
    """A module of Brython's standard library: `.py` or `.js` source."""

    extension: str
    source: str
    is_package: bool = False


class Brython:
    """The installed Brython, its parts loaded when first asked for."""

    @cached_property
    def runtime_source(self) -> str:
        return _data_file("brython.js")

    @cached_property
    def stdlib(self) -> dict[str, StdlibModule]:
        """Brython's standard library as it is shipped, by module name."""
        text = _data_file("brython_stdlib.js")
        start = text.index("{", text.index("var scripts ="))
        entries, _ = json.JSONDecoder().raw_decode(text, start)
        stock = {
            name: StdlibModule(entry[0], mend(name, *entry[:2]), is_package=len(entry) > 3)
            for name, entry in entries.items()
            if isinstance(entry, list) and name not in IMPOSSIBLE | NEED_A_SYSTEM
        }
        return stock | {name: StdlibModule(*module) for name, module in own_modules().items()}

    @cached_property
    def builtin_modules(self) -> frozenset[str]:
        """The modules that are part of the run time and need no file."""
        return frozenset(
            json.loads(self.evaluate("JSON.stringify(Object.keys(__BRYTHON__.imported))"))
        )

    def compile(self, source: str, filename: str, module: str, *, library: bool = False) -> str:
        """Compile one module.

        Args:
            source: Python source.
            filename: Its name in tracebacks.
            module: Its full dotted name.
            library: Whether it belongs to the standard library: what such a module imports is
                loaded when it is first used, since few pages use all of it.

        Returns:
            JavaScript, the body of a function.

        Raises:
            BuildError: The source has a syntax error.
        """
        arguments = ", ".join(json.dumps(value) for value in (source, filename, module))
        try:
            result = json.loads(self.evaluate(f"compile({arguments})"))
        except JSEvalException as failure:
            raise _compiler_failed(source, filename, failure) from failure
        if error := result.get("error"):
            text = error["text"]
            if text is None and error["line"]:
                text = source.split("\n")[error["line"] - 1]
            raise BuildError(
                f"{error['type']}: {error['message']}",
                filename,
                error["line"],
                error["column"],
                text,
            )
        # What `from __future__` asks for was done by the compiler; the module need not be shipped.
        js = FUTURE_IMPORT.sub("", result["js"])
        js = LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", js)  # in a text
        js = mend_waits_and_raises(js)
        return make_when_used(js, module) if library else js

    @cached_property
    def character_names(self) -> str:
        """Unicode's table, by which `unicodedata` works."""
        return _data_file("unicode.txt")

    def evaluate(self, code: str) -> Any:
        """Run JavaScript beside the compiler; return its value."""
        if "\\N{" in code:  # characters by name, whose table the compiler would fetch
            self._engine.eval(f"__BRYTHON__.unicodedb ??= {json.dumps(self.character_names)}; 0")
        return self._engine.eval(code)

    @cached_property
    def _engine(self) -> MiniRacer:
        engine = MiniRacer()
        # Left to the interpreter's end, it waits now and then for a thread that is gone.
        atexit.register(engine.close)
        for code in (BROWSER_STUBS, patched_compiler(self.runtime_source), COMPILE):
            engine.eval(code)
        return engine


@cache
def installed_brython() -> Brython:
    """Return the one that all builds of a process share, since its compiler takes long to start."""
    return Brython()


def mend_waits_and_raises(js: str) -> str:
    """Mend in a compiled module what stock Brython takes from the frame that is current by then.

    - After an `await` it goes on in the frame of the function that waited (see `coroutines.js`),
      and not in that of whatever ran last.
    - A bare `raise` throws what its `except` caught, which is gone from the frame after another
      exception was handled or a generator ran meanwhile.
    """
    source = js.encode()
    cuts: list[tuple[Span, str]] = []
    for place, node in matches(WAIT_OR_RAISE, source):
        if node.type == "await_expression":
            cuts.append((place.span(), "$B.resume(_frame_obj,await $B.settle("))
            cuts.append(((node.end_byte, node.end_byte), ")"))
        elif node.type == "call_expression" and (caught := _caught_around(node)):
            cuts.append((place.span(), f"throw {caught}"))
    return replace(source, cuts).decode()


def _caught_around(node: Node) -> str | None:
    """The name of what the innermost `except` around a node caught, in the same function."""
    current = node.parent
    while current is not None and "function" not in current.type:
        if current.type == "catch_clause":
            name = current.child_by_field_name("parameter")
            text = name.text.decode() if name is not None and name.text else ""
            if re.fullmatch(r"err\d+", text):
                return text
        current = current.parent
    return None


def _compiler_failed(source: str, filename: str, error: Exception) -> BuildError:
    """Brython's compiler breaks at some syntax errors, instead of telling them."""
    try:
        compile(source, filename, "exec", dont_inherit=True)
    except SyntaxError as known:
        message = f"{type(known).__name__}: {known.msg}"
        return BuildError(message, filename, known.lineno, known.offset, known.text)
    first = str(error).partition("\n")[0]
    return BuildError(f"Brython's compiler cannot compile this file: {first}", filename)


def _data_file(name: str) -> str:
    return (importlib.resources.files("brython") / "data" / name).read_text("utf-8")

"""The run time that is shipped: what is cut from brython.js, and what the cut relies on."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator

import pytest
import tree_sitter_javascript
from py_mini_racer import MiniRacer
from tree_sitter import Language, Parser, Query, QueryCursor

from extension_toolkit.toolchain.brython import BROWSER_STUBS, Brython
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.runtime import (
    DROPPED_STATEMENTS,
    FINDERS,
    KEPT_STATEMENTS,
    SECTIONS_TO_CUT,
    STRICT,
    cut_runtime,
)
from extension_toolkit.toolchain.runtime_patches import PATCHES
from extension_toolkit.toolchain.runtime_source import PARSER_END, PARSER_START
from unit.toolchain.conftest import ROOT
from unit.toolchain.project import PAGE_STUBS, Page, Project, publishable_key

# A file of brython.js's shape, small enough to cut in no time.
SECTIONS = "\n".join(
    f"(function($B){{{mark}1\n}})(__BRYTHON__);" for mark in SECTIONS_TO_CUT.values()
)
FOUND = "".join(f"var {name}=$B.found\n" for name in FINDERS)
KEPT = "".join(f"{text}kept=2}}\n" for text in KEPT_STATEMENTS)
SMALL = f"""// Brython
{STRICT}
var __BRYTHON__=globalThis.__BRYTHON__||{{}}
try{{
eval("async function* f(){{}}")}}catch(err){{}}
(function($B){{
var kept=1
function helper(){{return kept}}
function unused(){{return 2}}
{FOUND}$B.finders=1
$B.asked=function(){{return helper()}}
$B.unasked=function(){{return unused()}}
$B.outer=function(){{function inner(){{return eval('1')}} return inner()}}
$B.compiling=function(){{return new $B.Parser('1')}}
init_type($B,"asked_type",["asked_type",1,`What it is`,[]])
init_type($B,"other_type",["other_type",1,`What it is`,[]])
$B.debugged=function(){{var test=false
if(test){{console.log('on')}}
return 1}}
$B.testing=function(name){{var test=false
test=name
if(test){{$B.found('off')}}}}
$B.noting=function(x){{if(x){{console.log('note',x)}}
function warn(msg){{console.log(msg)}}
var y=console.log(x)
return x}}
}})(__BRYTHON__);
{PARSER_START}
var parser=1
{PARSER_END}
var docs={{a:1}}
for(var key in docs){{}}
__BRYTHON__.ast_classes={{}}
__BRYTHON__.ast_attributes={{}};
{SECTIONS.replace("1", f"1;{KEPT}", 1)}
globalThis.brython=1
if(__BRYTHON__.isNode){{}}
"""


@pytest.fixture
def no_patches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small file has none of the texts that are patched."""
    monkeypatch.setattr("extension_toolkit.toolchain.runtime_source.PATCHES", ())


@pytest.fixture(scope="module")
def demo(brython: Brython, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every script and page of the project's own extension, built."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__"))
    project = Project(root, brython, root / "build" / ".cache")
    for mode in ("development", "production"):
        project.write(f".env.{mode}", f"PUBLIC_CLERK_PUBLISHABLE_KEY={publishable_key()}\n")
        project.build(mode)
    return {
        f"{mode}/{name}": content.decode()
        for mode in ("development", "production")
        for name, content in project.output(mode).items()
        if name.endswith((".js", ".html"))
    }


def forbidden(script: str) -> Iterator[str]:
    """Calls that evaluate a string or load a script."""
    source = script.encode()
    language = Language(tree_sitter_javascript.language())
    calls = Query(language, "[(call_expression) (new_expression)] @call")
    root = Parser(language).parse(source).root_node
    for node in QueryCursor(calls).captures(root).get("call", []):
        called = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        assert called is not None
        text = source[called.start_byte : called.end_byte].decode()
        whole = source[node.start_byte : node.end_byte].decode()
        last = re.split(r"\.|\?\.", text)[-1]
        bare = text in ("eval", "Function", "import", "importScripts", "(0,eval)")
        of_window = re.fullmatch(r"(?:globalThis|window|self|_window)\.\w+", text) and last in (
            "eval",
            "Function",
            "importScripts",
        )
        makes_script = last == "createElement" and re.search(r"""\(\s*['"`]script""", whole, re.I)
        if bare or of_window or makes_script:
            yield whole[:80]


@pytest.mark.parametrize(
    "script",
    [
        "eval('1')",
        "new Function('x')",
        "Function('x')()",
        "import('./a.js')",
        "window.eval('1')",
        "document.createElement('SCRIPT')",
    ],
)
def test_the_check_itself(script: str) -> None:
    """The check of the next test finds what it is for, however deep."""
    assert list(forbidden(f"function f() {{ return [`${{{script}}}`] }}"))
    assert not list(forbidden(f"x = {json.dumps(script)}  // {script}"))


def test_demo_evaluates_nothing(demo: dict[str, str]) -> None:
    """No script of the built extension evaluates a string, loads code or makes a script element."""
    scripts = {name: text for name, text in demo.items() if name.endswith(".js")}
    assert {"development/python/runtime.js", "production/python/runtime.js"} <= set(scripts)
    assert {name: list(forbidden(text)) for name, text in scripts.items()} == {
        name: [] for name in scripts
    }


def test_run_time_has_no_text_of_evaluated_code(demo: dict[str, str]) -> None:
    """Reviewers who search the run time for evaluated code find nothing, not even in a text."""
    text = demo["production/python/runtime.js"]
    assert not re.search(r"(?<![\w$.])(eval|Function|import|importScripts)\s*\(", text)
    assert not re.search(r"createElement\(\s*['\"`]script", text, re.IGNORECASE)


def test_pages_have_no_script_of_their_own(demo: dict[str, str]) -> None:
    """Built pages load scripts of the extension alone, and have neither inline code nor Python."""
    pages = {name: text for name, text in demo.items() if name.endswith(".html")}
    assert pages
    for text in pages.values():
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
            assert 'src="' in attributes
            assert "//" not in attributes
            assert "text/python" not in attributes
            assert not body.strip()
        assert not re.search(r"\son\w+=", text)


def test_demo_is_valid_javascript(demo: dict[str, str]) -> None:
    """V8 can parse every shipped script."""
    engine = MiniRacer()
    for name, text in demo.items():
        if name.endswith(".js"):
            text = re.sub(r"^import '.*'", "", text, flags=re.MULTILINE)  # of modules alone
            parses = engine.eval(
                f"try {{ new Function({json.dumps(text)}); '' }} catch (e) {{ String(e) }}"
            )
            assert parses == "", name
    engine.close()


def test_run_time_is_much_smaller(demo: dict[str, str], brython: Brython) -> None:
    """The compiler is gone: less than 60 % of the stock file is left."""
    shipped = len(demo["production/python/runtime.js"])
    assert 0.2 * len(brython.runtime_source) < shipped < 0.6 * len(brython.runtime_source)
    assert PARSER_START not in demo["production/python/runtime.js"]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("$B.exec_scope=0,$B.builtins.eval('1')", "eval"),
        ("$B.builtins.exec('x=1')", "eval"),  # the function that both share
    ],
)
def test_refused_functions_raise(demo: dict[str, str], call: str, name: str) -> None:
    """What would evaluate a string raises an error that names it."""
    engine = MiniRacer()
    engine.eval(BROWSER_STUBS)
    engine.eval(PAGE_STUBS)
    engine.eval("document.currentScript = {src: 'http://x/a.js', dataset: {start: 'x'}}")
    engine.eval(demo["production/python/runtime.js"])
    result = engine.eval(
        f"var $B = __BRYTHON__; try {{ {call}; 'no error' }} catch (error) {{"
        " $B.class_name(error) + ': ' + error.args[0] }"
    )
    engine.close()
    assert str(result).startswith("NotImplementedError: ")
    assert name in str(result)
    assert "Chrome forbids" in str(result)


# The cut, on a small file


@pytest.mark.usefixtures("no_patches")
def test_parser_and_named_statements_are_cut() -> None:
    """The parser, docstrings and what starts Brython by itself are gone."""
    text = cut_runtime(SMALL, "")
    for gone in (
        "parser",
        "docs",
        "async function*",
        "globalThis.brython",
        "isNode",
        "ast_classes",
    ):
        assert gone not in text
    assert "var kept=1" in text
    assert KEPT.strip() in text


def test_only_sections_are_strict_code(brython: Brython) -> None:
    """Compiled modules, which are not, may stand in the run time's script."""
    engine = MiniRacer()
    text = cut_runtime(brython.runtime_source, "")
    loose = "(function() { return this === globalThis })()"
    engine.eval(f"{BROWSER_STUBS}\n{PAGE_STUBS}\ndocument.currentScript = {{src: 'http://x/a.js'}}")
    assert engine.eval(f"{text}\n{loose}") is True
    sections = re.findall(r"^\(function\(\$B\)\{\n?(.*)", text, re.MULTILINE)
    assert len(sections) > 30
    assert [line for line in sections if not line.startswith(STRICT)] == []
    engine.close()


@pytest.mark.usefixtures("no_patches")
def test_only_what_is_used_is_kept() -> None:
    """A function stays where something kept refers to it, directly or not."""
    text = cut_runtime(SMALL, "x=$B.asked()")
    assert "$B.asked=" in text
    assert "function helper()" in text
    assert "unasked" not in text
    assert "unused" not in text


@pytest.mark.usefixtures("no_patches")
def test_each_cut_is_for_itself() -> None:
    """What one extension needs is not kept for the next."""
    first = cut_runtime(SMALL, "$B.asked()")
    assert "function unused()" in cut_runtime(SMALL, "$B.unasked()")
    assert cut_runtime(SMALL, "$B.asked()") == first


@pytest.mark.usefixtures("no_patches")
def test_function_that_evaluates_is_replaced_whole() -> None:
    """The outermost function around an evaluated string raises, under the name it is known by."""
    text = cut_runtime(SMALL, "$B.outer()")
    assert "eval('1')" not in text
    assert "inner" not in text
    assert '"outer runs code made while the page runs' in text
    assert "NotImplementedError" in text


@pytest.mark.usefixtures("no_patches")
def test_function_that_compiles_is_replaced() -> None:
    """So is one that needs the compiler, which then is not kept for it."""
    text = cut_runtime(SMALL, "$B.compiling()")
    assert "Parser" not in text
    assert '"compiling runs code made while the page runs' in text


@pytest.mark.usefixtures("no_patches")
def test_builtin_types() -> None:
    """Types that nothing refers to are left out, and the docstrings of the others."""
    text = cut_runtime(SMALL, "$B.asked_type")
    assert """init_type($B,"asked_type",["asked_type",1,'',[]])""" in text
    assert "other_type" not in text
    assert "What it is" not in text


@pytest.mark.usefixtures("no_patches")
def test_finders_are_cut() -> None:
    """What fetches modules from a server goes whole, and is not kept for itself."""
    text = cut_runtime(SMALL, "$B.asked() $B.found")
    assert "$B.found" not in text
    assert "finders" not in text


@pytest.mark.usefixtures("no_patches")
def test_debugging_is_left_out() -> None:
    """What a function does if a variable of it is set goes, unless it is set somewhere."""
    text = cut_runtime(SMALL, "$B.debugged() $B.testing()")
    assert "'on'" not in text
    assert "return 1}" in text
    assert "if(test){$B.found('off')}" in text


@pytest.mark.usefixtures("no_patches")
def test_notes_are_left_out() -> None:
    """What is written to the console as a note goes; a warning and a value stay."""
    text = cut_runtime(SMALL, "$B.noting()")
    assert "'note'" not in text
    assert "function warn(msg){console.log(msg)}" in text
    assert "var y=console.log(x)" in text


def without(text: str) -> Callable[[str], str]:
    return lambda source: source.replace(text, "", 1)


def renamed(text: str) -> Callable[[str], str]:
    return lambda source: source.replace(text, text[0] + "X" + text[1:])


def appended(text: str) -> Callable[[str], str]:
    return lambda source: f"{source}\n{text}"


CHANGES = {
    "no start mark": without(PARSER_START),
    "no end mark": without(PARSER_END),
    "a mark twice": appended(PARSER_END),
    "marks in the wrong order": lambda source: (
        source.replace(PARSER_START, "@").replace(PARSER_END, PARSER_START).replace("@", PARSER_END)
    ),
    **{f"no {text[:16]!r}": renamed(text) for text in DROPPED_STATEMENTS},
    **{
        f"{text[:16]!r} twice": appended(f"{text}1")
        for text in ("globalThis.brython=", "var docs={}//")
    },
    **{f"no {text!r}": renamed(text) for text in KEPT_STATEMENTS},
    "a kept statement twice": lambda source: source.replace(KEPT, KEPT * 2),
    **{f"no {name}": renamed(mark) for name, mark in SECTIONS_TO_CUT.items()},
    **{
        f"{name} twice": appended(f"(function($B){{{mark}1}})(__BRYTHON__);")
        for name, mark in SECTIONS_TO_CUT.items()
    },
    "top-level eval": appended("eval('1')"),
    "eval in a section": appended("(function($B){new Function('1')})(__BRYTHON__);"),
    "no finder": renamed("var VFSFinder"),
    "no list of finders": renamed("$B.finders="),
    "no docstrings": lambda source: source.replace("`What it is`", "1"),
    "eval that is no call": appended("(function($B){$B.asked=`eval(`})(__BRYTHON__);"),
}


@pytest.mark.usefixtures("no_patches")
@pytest.mark.parametrize("change", CHANGES)
def test_changed_shape(change: str) -> None:
    """A brython.js of another shape stops the build, which says what it expected."""
    changed = CHANGES[change](SMALL)
    assert changed != SMALL
    with pytest.raises(BuildError, match=r"^brython\.js is not as expected: .+Pin the version"):
        cut_runtime(changed, "$B.asked")


@pytest.mark.parametrize("number", range(len(PATCHES)))
@pytest.mark.parametrize("times", [0, 2])
def test_changed_place_of_a_patch(brython: Brython, number: int, times: int) -> None:
    """A text to be patched has to be there exactly once."""
    why, old, _ = PATCHES[number]
    source = brython.runtime_source
    assert source.count(old) == 1
    with pytest.raises(BuildError, match=r"brython\.js is not as expected") as caught:
        cut_runtime(source.replace(old, old * times), "")
    assert why in str(caught.value)


def test_refusals_in_a_page(run: Callable[[str], Page]) -> None:
    """Python that reaches evaluated code on a detour gets an exception that it can catch."""
    page = run(
        "import builtins\n"
        "for name, rest in (('eval', ()), ('exec', ()), ('compile', ('x', 'eval'))):\n"
        "    try:\n"
        "        getattr(builtins, name)('1', *rest)\n"
        "    except NotImplementedError as error:\n"
        "        print(name, error)\n"
    )
    lines = page.printed()
    assert [line.split()[0] for line in lines] == ["eval", "exec", "compile"]
    assert all("Chrome forbids" in line for line in lines)
    assert page.shown("error") == ""


def test_types_are_complete_when_looked_at(run: Callable[[str], Page]) -> None:
    """A builtin type has its attributes, inherits the rest, and has no docstring."""
    page = run(
        "print('abc'.__doc__, int.__doc__, type(iter([])).__doc__)\n"
        "print(OSError.__mro__[1].__name__, issubclass(bool, int), bool.__add__ is int.__add__)\n"
        "print('append' in dir(list), '__call__' in vars(int), list.__iter__([1]).__next__())\n"
        "print(type(str.join).__name__, dict.fromkeys('a'), (3).__class__.__repr__(3))\n"
        "class Odd(int):\n"
        "    def __add__(self, other): return 'odd'\n"
        "print(Odd(1) + 1, Odd.__subclasses__(), int.__subclasses__()[-1].__name__)\n"
    )
    assert page.shown("error") == ""
    assert page.printed() == [
        "None None None",
        "Exception True True",
        "True False 1",
        "method_descriptor {'a': None} 3",
        "odd [] Odd",
    ]

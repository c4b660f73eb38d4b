"""The standard library as it is shipped: what is mended, and what its modules bring along."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extension_toolkit.toolchain import library
from extension_toolkit.toolchain.brython import Brython
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.library import (
    IMPOSSIBLE,
    JOINED,
    MODULES,
    NEED_A_SYSTEM,
    mend,
    own_modules,
)
from extension_toolkit.toolchain.library.lazy import WAITING, make_when_used
from extension_toolkit.toolchain.library.patches import PATCHES
from extension_toolkit.toolchain.library.scan import BUNDLED_WHEN_NAMED, library_imports
from unit.toolchain.project import Page, Project

STOCK = "import x\n@d\ndef f(a,\nb):\n return 1\n \nclass C:\n def f(self):\n  return 2\n\ny=f\n"


@pytest.fixture
def definitions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], object]:
    """Set what replaces definitions of the module `m`."""
    monkeypatch.setattr(library, "DEFINITIONS", tmp_path)
    return lambda text: (tmp_path / "m.py").write_text(text)


def test_definition_is_replaced_whole(definitions: Callable[[str], object]) -> None:
    """A function goes with its decorators, and a method of the same name stays."""
    definitions("def f():\n    return 3\n")
    mended = mend("m", ".py", STOCK)
    names: dict[str, Any] = {}
    exec(mended.replace("import x\n", ""), names)
    assert (names["y"](), names["C"]().f()) == (3, 2)
    assert "@d" not in mended


def test_definitions_are_removed_and_added(definitions: Callable[[str], object]) -> None:
    """`REMOVED` names those that go, `ADDED` those that are new."""
    definitions('REMOVED = ("C",)\nADDED = ("g",)\n\n\ndef g():\n    return 4\n')
    mended = mend("m", ".py", STOCK)
    assert "class C" not in mended
    assert mended.endswith("def g():\n    return 4\n")


@pytest.mark.parametrize(
    "text",
    [
        "def unknown():\n    pass\n",
        'REMOVED = ("unknown",)\n',
        'ADDED = ("C",)\n\n\nclass C:\n    pass\n',
    ],
)
def test_changed_shape_of_a_definition(definitions: Callable[[str], object], text: str) -> None:
    """What is to be replaced has to be there, and what is to be added has not."""
    definitions(text)
    with pytest.raises(BuildError, match="Brython's 'm' is not as expected"):
        mend("m", ".py", STOCK)


@pytest.mark.parametrize("name", sorted(PATCHES))
def test_changed_place_of_a_patch(name: str) -> None:
    """A text to be patched has to be there exactly once."""
    with pytest.raises(BuildError, match="is not as expected"):
        mend(name, ".py", "")


def test_evaluation_in_a_script_raises() -> None:
    """A function of a library script that evaluates a string raises instead."""
    source = "(function($B){$B.a=function(){return eval('1')};$B.b=2})(__BRYTHON__);"
    mended = mend("script", ".js", source)
    assert "eval(" not in mended
    assert "Chrome forbids" in mended


@pytest.mark.parametrize("name", JOINED)
def test_module_of_several_files(name: str) -> None:
    """A folder of JavaScript is one module that has all of its files, and no package."""
    extension, source, is_package = own_modules()[name]
    assert (extension, is_package) == (".js", False)
    files = list((MODULES / name).iterdir())
    assert len(files) > 1
    assert all(path.read_text("utf-8") in source for path in files)


def test_imports_by_who_runs_them() -> None:
    """Imports of a loading module are told from those that a call runs."""
    source = (
        "import a,b.c\nfrom d import(e,\nf)\nlazy import g\ntry:\n from h import*\n"
        "except ImportError:\n pass\nclass C:\n import i\n def m(self,\n x):\n  import j\n"
        " def __repr__(self):\n  from k import l\nasync def n():\n def inner():\n  import o\n"
        "text='''\nimport nothing that is a module\n'''\nfrom p import q,\\\nr\n"
    )
    found = {
        caller: [ast.unparse(statement) for statement in tree.body]
        for caller, tree in library_imports(source).items()
    }
    assert found == {
        None: [
            "import a, b.c", "from d import e, f", "import g", "from h import *", "import i",
            "from p import q, r",
        ],
        "m": ["import j"],
        "C": ["from k import l"],
        "n": ["import o"],
    }  # fmt: skip


def test_every_import_of_the_library_is_found(brython: Brython) -> None:
    """Reading line by line finds what a syntax tree holds, wherever there is one."""
    for name, module in brython.stdlib.items():
        try:
            tree = ast.parse(module.source) if module.extension == ".py" else None
        except SyntaxError:  # newer than this Python
            continue
        if tree is not None:
            known = sum(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))
            found = library_imports(module.source).values()
            assert sum(len(statements.body) for statements in found) == known, name


def test_late_imports_follow_from_names(project: Project) -> None:
    """What a function of the library imports is bundled where the function is named."""
    project.page("import collections, hashlib\n")
    assert not {"heapq", "crypto_js.rollups.sha256"} & project.reachable().keys()
    project.page("import collections, hashlib\nhashlib.sha256()\nx.most_common()\n")
    reached = project.reachable().keys()
    assert {"heapq", "crypto_js.rollups.sha256"} <= reached
    assert "crypto_js.rollups.md5" not in reached


@pytest.mark.parametrize(
    ("source", "naming", "module"),
    [
        ("import re\n", "re.RegexFlag\n", "enum"),
        ("import re\n", "from re import *\n", "enum"),
        ("import re\n", "dir(re)\n", "enum"),
        ("import annotationlib\n", "getattr(annotationlib, 'Format')\n", "enum"),
        ("import dataclasses\n", "dataclasses.asdict(x)\n", "copy"),
        ("import dataclasses\n", "dataclasses.dataclass(slots=True)\n", "itertools"),
        ("import functools\n", "functools.cache(f).cache_info()\n", "collections"),
        ("import functools\n", "functools.partial(f, functools.Placeholder)\n", "operator"),
        ("import collections\n", "collections.Counter()\n", "_collections_abc"),
        ("import collections\n", "collections.abc.Mapping\n", "_collections_abc"),
        ("import collections\n", "collections.deque()\n", "_collections"),
        ("import collections\n", "import string\n", "reprlib"),  # whose words count, too
    ],
)
def test_imports_for_some_names(project: Project, source: str, naming: str, module: str) -> None:
    """What a module of the library imports for a few names comes with those who have them."""
    project.page(source)
    assert module not in project.reachable()
    project.page(source + naming)
    assert module in project.reachable()


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("import hmac\nprint(hmac.new(b'k', b'm', 'sha1').hexdigest()[:8])", "772b71c8"),
        ("import string\nprint(string.Template('$a').substitute(a=1))", "1"),
        ("import pprint\nprint(len(pprint.pformat(['x ' * 80])) > 160)", "True"),
        ("import csv\nprint(csv.Sniffer().sniff('a;b\\n1;2\\n').delimiter)", ";"),
        ("import uuid\nprint(uuid.uuid5(uuid.NAMESPACE_URL, 'x'))",
         "4cd605e7-afa2-5360-b5b9-c5e9fb5c76f4"),
        ("import random\nrandom.seed('abc')\nprint(random.random())", "0.7720246314157545"),
        ("import random\nprint(random.Random(2**100).random())", "0.7586581712996778"),
        ("from typing import Protocol, runtime_checkable\n"
         "@runtime_checkable\nclass P(Protocol):\n    x: int\n    def f(self): ...\n"
         "class A:\n    def f(self): ...\n    def __init__(self): self.x = 1\n"
         "print(isinstance(3, P), isinstance(A(), P), isinstance(A, P))", "False True False"),
        ("from unittest.mock import AsyncMock\nimport asyncio\n"
         "async def main():\n    m = AsyncMock(return_value=5)\n"
         "    print(await m(), m.await_count)\n"
         "asyncio.run(main())", "5 1"),
    ],
)  # fmt: skip
def test_module_alone(run: Callable[[str], Page], source: str, printed: str) -> None:
    """What a module needs for its ordinary functions comes with it."""
    page = run(source)
    assert page.shown("error") == ""
    assert page.printed() == [printed]


def test_import_for_some_names_that_is_gone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that imports no such thing any more stops the build."""
    monkeypatch.setitem(BUNDLED_WHEN_NAMED, "re", {"bisect": ("word",)})
    project.page("import re\n")
    with pytest.raises(BuildError, match="'re' is not as expected: imports of bisect"):
        project.reachable()


def test_what_is_imported_for_some_names_works(run: Callable[[str], Page]) -> None:
    """Each of these needs a module that pages without its name do not carry."""
    page = run(
        "import dataclasses, functools, json\n"
        "@dataclasses.dataclass(slots=True)\nclass A:\n    x: list\n"
        "print(dataclasses.asdict(A([1])), A.__slots__)\n"
        "@functools.cache\ndef f(x):\n    return x\n"
        "f(1), f(1)\n"
        "print(f.cache_info())\n"
        "@functools.singledispatch\ndef g(x):\n    return 'other'\n"
        "@g.register\ndef _(x: int):\n    return 'int'\n"
        "print(g(1), g(''))\n"
        "from collections import ChainMap, Counter, OrderedDict, UserDict\n"
        "print(Counter('aab').most_common(1), list(Counter('aab').elements()))\n"
        "print(ChainMap({1: 2}), OrderedDict(a=1), UserDict(a=1))\n"
        "print([len(dir(module)) == len(vars(module)) - 1 for module in (dataclasses, json)])\n"
    )
    assert page.printed() == [
        "{'x': [1]} ('x',)",
        "CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)",
        "int other",
        "[('a', 2)] ['a', 'a', 'b']",
        "ChainMap({1: 2}) OrderedDict({'a': 1}) {'a': 1}",
        "[True, True]",
    ]


@pytest.mark.parametrize("name", sorted(IMPOSSIBLE))
def test_modules_that_need_the_compiler(project: Project, name: str) -> None:
    """Importing a module that is nothing without the compiler stops the build, which says why."""
    project.page(f"x = 1\nimport {name}\n")
    with pytest.raises(BuildError, match="needs the compiler") as caught:
        project.reachable()
    assert caught.value.line == 2


@pytest.mark.parametrize("name", sorted(NEED_A_SYSTEM))
def test_modules_that_need_a_system(project: Project, name: str) -> None:
    """Importing a module that is nothing without an operating system stops the build likewise."""
    project.page(f"x = 1\nimport {name}\n")
    with pytest.raises(BuildError, match="needs an operating system") as caught:
        project.reachable()
    assert caught.value.line == 2


def test_library_imports_when_used(brython: Brython) -> None:
    """Imports at a library module's margin wait for their first use; others do not."""
    source = (
        "import a\nimport b.c\nimport d.e as f\nfrom g.h import i as j\nfrom k import *\n"
        "from . import l\ntry:\n    import m\nexcept ImportError:\n    import n\n"
    )
    js = brython.compile(source, "x.py", "x", library=True)
    assert [name for name in "abcdefghijklmn" if f"$B.lazy(locals,'{name}'" in js] == [
        "a", "f", "j",
    ]  # fmt: skip
    assert "lazy" not in brython.compile(source, "x.py", "x")
    assert make_when_used("x", "x") == "x"


@pytest.mark.parametrize("module", WAITING)
def test_what_waits(run: Callable[[str], Page], module: str) -> None:
    """What a library module makes later is there when it is asked for, made once."""
    page = run(
        f"import {module}\n"
        f"for name in {WAITING[module]}:\n"
        f"    made = getattr({module}, name)\n"
        f"    print(name, made is not None and made is getattr({module}, name))\n"
    )
    assert page.printed() == [f"{name} True" for name in WAITING[module]]


def test_other_library(brython: Brython) -> None:
    """A module that has no such name any more stops the build."""
    with pytest.raises(BuildError, match="no PatternError at its left margin"):
        brython.compile("x = 1", "re.py", "re", library=True)


def test_light_imports(run: Callable[[str], Page]) -> None:
    """Patterns and data classes do without enumerations, until somebody asks for one."""
    page = run(
        "import sys, re\n"
        "from dataclasses import dataclass\n"
        "@dataclass(order=True)\nclass A:\n    x: int = 1\n"
        "print(re.match('A', 'a', re.I).end(), A(2) > A(), 'enum' in sys.modules)\n"
        "import annotationlib\n"
        "print(repr(annotationlib.Format.STRING), re.RegexFlag.IGNORECASE)\n"
        "print(annotationlib.get_annotations(A, format=annotationlib.Format.STRING))\n"
        "print('enum' in sys.modules, re.match('A', 'a', re.I).end(), sys.version_info[0])\n"
    )
    assert page.printed() == [
        "1 True False",
        "<Format.STRING: 4> re.IGNORECASE",
        "{'x': 'int'}",
        "True 1 3",
    ]


def test_abstract_collections(run: Callable[[str], Page]) -> None:
    """`collections.abc` is `_collections_abc`, loaded when it is used, and knows every sequence."""
    page = run(
        "import sys, collections\n"
        "print('_collections_abc' in sys.modules)\n"
        "import collections.abc as abc\n"
        "import _collections_abc\n"
        "print(abc is _collections_abc, collections.abc is abc)\n"
        "print(sys.modules['collections.abc'] is abc)\n"
        "from collections.abc import MutableSequence, Mapping\n"
        "print(isinstance(collections.deque(), MutableSequence), isinstance({}, Mapping))\n"
        "print(issubclass(collections.UserDict, Mapping), isinstance([], abc.Sequence))\n"
    )
    assert page.printed() == ["False", "True True", "True", "True True", "True True"]


def test_types_of_values(run: Callable[[str], Page]) -> None:
    """The types of `types`, which are named without a value of each, are those of such values."""
    page = run(
        "import types\n"
        "import sys\n"
        "def f():\n    return lambda: page\n"
        "def generator():\n    yield\n"
        "async def coroutine():\n    pass\n"
        "async def both():\n    yield\n"
        "class A:\n    def method(self):\n        pass\n"
        "def cell():\n    a = 1\n    def g():\n        return a\n    return g.__closure__[0]\n"
        "try:\n    raise ValueError\n"
        "except ValueError as error:\n    traceback = error.__traceback__\n"
        "frame = sys._getframe()\n"
        "values = dict(\n"
        "    AsyncGeneratorType=both(), BuiltinFunctionType=len, BuiltinMethodType=[].append,\n"
        "    CellType=cell(), ClassMethodDescriptorType=vars(dict)['fromkeys'],\n"
        "    CodeType=f.__code__, CoroutineType=coroutine(), EllipsisType=...,\n"
        "    FrameLocalsProxyType=frame.f_locals, FrameType=frame, FunctionType=f,\n"
        "    GeneratorType=generator(), GenericAlias=list[int],\n"
        "    GetSetDescriptorType=type(f).__code__, LambdaType=f(),\n"
        "    MappingProxyType=type.__dict__,\n"
        "    MemberDescriptorType=type(f).__globals__, MethodDescriptorType=str.join,\n"
        "    MethodType=A().method, MethodWrapperType=object().__str__, ModuleType=sys,\n"
        "    NoneType=None, NotImplementedType=NotImplemented,\n"
        "    SimpleNamespace=sys.implementation, TracebackType=traceback, UnionType=int | str,\n"
        "    WrapperDescriptorType=object.__init__)\n"
        "wrong = [n for n, value in values.items() if type(value) is not getattr(types, n)]\n"
        "print(wrong)\n"
        "print(sorted(set(types.__all__) - set(values)))\n"
    )
    assert page.printed() == [
        "[]",
        "['DynamicClassAttribute', 'coroutine', 'get_original_bases', 'new_class', 'prepare_class',"
        " 'resolve_bases']",
    ]


def test_flags_wait(run: Callable[[str], Page]) -> None:
    """An enumeration is made without the classes of others, which are there when they are used."""
    page = run(
        "import enum\n"
        "class A(enum.Enum):\n    X = 1\n    Y = enum.auto()\n"
        "print(list(A), hasattr(A, '_flag_mask_'), enum._flag, enum._repr_enum)\n"
        "class P(enum.Flag):\n    R = enum.auto()\n    W = enum.auto()\n    RW = R | W\n"
        "print(list(P), P(3), ~P.R, repr(P), enum._flag is enum.Flag)\n"
        "class I(enum.IntFlag):\n    B = 2\n"
        "print(I(3), I.B | 4, enum.IntFlag.__mro__[1:3], I._boundary_ is enum.KEEP)\n"
        "class N(enum.IntEnum):\n    ONE = 1\n"
        "print(N.ONE, repr(N.ONE), f'{N.ONE}', hasattr(N, '_boundary_'))\n"
        "class S(enum.StrEnum):\n    ONE = enum.auto()\n"
        "print(S.ONE, enum.STRICT, enum.UNIQUE)\n"
    )
    assert page.printed() == [
        "[<A.X: 1>, <A.Y: 2>] False None None",
        "[<P.R: 1>, <P.W: 2>] P.RW P.W <flag 'P'> True",
        "3 6 (<class 'int'>, <enum 'ReprEnum'>) True",
        "1 <N.ONE: 1> 1 False",
        "one strict one name per value",
    ]


def test_partial_and_reduce(run: Callable[[str], Page]) -> None:
    """A partial call may leave places, and a reduction may begin with None."""
    page = run(
        "from functools import Placeholder, partial, reduce\n"
        "def f(*args, **keywords):\n    return args, keywords\n"
        "half = partial(f, Placeholder, 2, x=3)\n"
        "print(half(1), partial(half, 0)(3, y=4), half.func is f)\n"
        "print(partial(f, 1), partial(partial(f, 1), 2).args)\n"
        "print(reduce(lambda a, b: (a, b), [1], None), reduce(lambda a, b: a + b, [1, 2]))\n"
    )
    assert page.printed() == [
        "((1, 2), {'x': 3}) ((0, 2, 3), {'x': 3, 'y': 4}) True",
        "functools.partial(<function f>, 1) (1, 2)",
        "(None, 1) 3",
    ]


def test_short_texts_of_long_containers(run: Callable[[str], Page]) -> None:
    """`reprlib` takes the first items of a container, without `itertools`."""
    page = run(
        "import reprlib, sys\n"
        "print(reprlib.repr(list(range(9))), reprlib.repr(dict.fromkeys('abcde')))\n"
        "print('itertools' in sys.modules)\n"
    )
    assert page.printed() == [
        "[0, 1, 2, 3, 4, 5, ...] {'a': None, 'b': None, 'c': None, 'd': None, ...}",
        "False",
    ]


def test_patterns_of_the_library_wait(run: Callable[[str], Page]) -> None:
    """A regular expression of a library module is compiled when it is first used."""
    page = run(
        "import json, sys\n"
        "from json import encoder\n"
        "print(json.dumps({'a': 'é'}), 're' in sys.modules)\n"
        "print(encoder.ESCAPE.search('\"').start(), encoder.ESCAPE is encoder.ESCAPE)\n"
    )
    assert page.printed() == ['{"a": "\\u00e9"} False', "0 True"]


def test_patterns_of_newer_pythons(run: Callable[[str], Page]) -> None:
    """Patterns are those of Python 3.14, with names of characters where their table is there."""
    page = run(
        "import re, warnings\n"
        "from browser import window\n"
        "print(re.search(r'b\\z', 'ab').span(), re.findall(r'\\B', ''), re.prefixmatch('a', 'b'))\n"
        "data = bytearray(b'aa')\n"
        "found = re.finditer(b'a', data)\n"
        "try:\n    data.extend(b'b')\n"
        "except BufferError:\n    print(len(list(found)))\n"
        "data.extend(b'b')\n"
        "with warnings.catch_warnings(record=True) as said:\n"
        "    warnings.simplefilter('always')\n"
        "    re.compile('[[a]'), re.compile('[b&&a]')\n"
        "print([str(warning.message) for warning in said])\n"
        "def named(name):\n"
        "    try:\n        return re.findall(name, 'a\u2013B')\n"
        "    except re.error as error:\n        return str(error)\n"
        "print(named(r'\\N{EN DASH}'))\n"
        "window.__BRYTHON__.unicodedb = '2013;EN DASH;Pd\\n2022;BULLET;Po\\n'\n"
        "print(named(r'[\\N{en dash}-\\N{BULLET}]'), named(r'\\N{DASH}'))\n"
    )
    assert page.shown("error") == ""
    assert page.printed() == [
        "(1, 2) [''] None",
        "2",
        "['Possible nested set at position 1', 'Possible set intersection at position 2']",
        "\\N{...} needs `import unicodedata` in the program at position 0",
        "['\u2013'] undefined character name 'DASH' at position 0",
    ]


def test_lazy_imports_in_a_page(run: Callable[[str], Page]) -> None:
    """A library module that another one imports is loaded once, when it is first used."""
    page = run(
        "import sys\n"
        "import dataclasses\n"
        "print('copy' in sys.modules)\n"
        "print(dataclasses.copy is sys.modules['copy'], dataclasses.copy.copy([]))\n"
        "print(dataclasses.asdict.__name__)\n"  # for which alone `copy` is bundled
    )
    assert page.shown("log").split() == ["False", "True", "[]", "asdict"]


def test_table_of_characters(project: Project) -> None:
    """A page that imports `unicodedata` gets Unicode's table, and no other does."""
    project.page("x = 1\n")
    project.build()
    assert "python/unicode.txt" not in project.output()
    project.page("import unicodedata\n")
    project.build()
    assert b";BULLET;" in project.output()["python/unicode.txt"]


def test_missing_module_says_why(run: Callable[[str], Page]) -> None:
    """A module that was not bundled is told with what would bundle it."""
    page = run("import importlib\n\nimportlib.import_module('decimal')\n")
    assert "ModuleNotFoundError: No module named 'decimal'" in page.shown("error")
    assert "import decimal where it is used" in page.shown("error")


def type_expressions() -> ModuleType:
    path = MODULES / "_type_expression.py"
    spec = importlib.util.spec_from_file_location("_type_expression", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TYPES = type_expressions()
NAMES: dict[str, Any] = {"int": int, "str": str, "dict": dict, "tuple": tuple, "t": ast}
NAMES["f"] = lambda *args, **kwargs: (args, kwargs)


def value_of(text: str) -> Any:
    return TYPES.evaluate(text, NAMES.__getitem__)


texts = st.recursive(
    st.sampled_from(["int", "str", "t.Name", "None", "...", "-1", "2.5", "'x'"]),
    lambda inner: st.one_of(
        st.builds("dict[{}, {}]".format, inner, inner),
        st.builds("tuple[{}, ...]".format, inner),
        st.builds("tuple[{},]".format, inner),
        st.builds("[{}, {}]".format, inner, inner),
        st.builds("({})".format, inner),
        st.builds("({},)".format, inner),
        st.builds("f({}, a={})".format, inner, inner),
    ),
    max_leaves=8,
)


@given(texts)
def test_types_read_as_python_reads_them(text: str) -> None:
    """The text of a type gives the value that evaluating it gives."""
    assert value_of(text) == eval(text, dict(NAMES))
    TYPES.check(text)


@pytest.mark.parametrize(
    "text", ["int | None", "dict[str, int | str] | None", "int, str", "*[int]"]
)
def test_unions_and_lists_of_types(text: str) -> None:
    """Unions, bare tuples and an unpacked one are read too."""
    expected = eval(f"({text},)[0]" if text[0] == "*" else text, dict(NAMES))
    assert value_of(text) == expected


@pytest.mark.parametrize(
    "text", ["", "1 +", "x if y else z", "int]", "(int", "a b", "'x", "lambda: 1"]
)
def test_texts_that_are_no_types(text: str) -> None:
    """Anything else is a syntax error that shows the text."""
    with pytest.raises(SyntaxError, match="not the text of a type"):
        TYPES.check(text)

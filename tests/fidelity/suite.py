"""Brython's own test suite: fetched, cut into statements, compiled, and run in two pages.

A test of that suite is a script whose statements assert something. Each top-level statement runs
by itself, so that one that cannot work in an extension does not hide those behind it. Both pages
run the same statements in the same order: the ordinary one with stock Brython, which compiles
them, the extension's with the shipped run time, for which they were compiled here.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import io
import json
import keyword
import os
import re
import shutil
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extension_toolkit.toolchain.brython import Brython
from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.errors import BuildError

FOLDER_VARIABLE = "BRYTHON_TESTS"
ARCHIVE = "https://github.com/brython-dev/brython/archive/refs/tags/{}.zip"
TIMEOUT = 60.0  # seconds

# Tools, and modules that tests import.
NO_TESTS = re.compile(
    r"(async_manager|build_patterns|console|cpython_test_.*|delegator|dev_env|editor|exception_traces"
    r"|global_in_imported|inject_name_in_module|input_interpreter|recursive_import|simple|test_pages"
    r"|tester|zerodiverror|a|z)$"
)

# What tests of the DOM expect of their page.
SCRIPTS = ("dom_js_tests.js", "jsobj_tests.js")

PYPROJECT = '[project]\nname = "fidelity"\nversion = "1"\ndescription = "Tests of Brython"\n'
PAGE = """<!doctype html>
<meta charset="utf-8">
<script type="text/python" src="index.py"></script>
<script defer src="/dom_js_tests.js"></script>
<script defer src="/jsobj_tests.js"></script>
<script defer src="/suite.js"></script>
<body></body>
"""

# The first and last line of each top-level statement, decorators included.
TOP_LEVEL = """(source) => JSON.stringify(__BRYTHON__.pythonToAST(source, '').body.map((node) => [
  Math.min(node.lineno, ...(node.decorator_list ?? []).map((decorator) => decorator.lineno)),
  node.end_lineno,
]))"""

# Run each statement; note those that raise.
LOOP = """
globalThis.alert = globalThis.confirm = globalThis.prompt = () => ''  // nobody is there to answer

function describe(error) {
  try {
    return String(__BRYTHON__.error_trace(__BRYTHON__.exception(error)))
  } catch (failure) {
    return String(error)
  }
}

async function runAll(begin, run) {
  const failures = []
  let file = null
  for (const [name, line, body] of suite) {
    if (name !== file) {
      await new Promise((resolve) => { setTimeout(resolve) })
      begin(name)
      file = name
    }
    window.current = `${name}:${line}`
    try {
      run(name, body)
    } catch (error) {
      failures.push([name, line, describe(error)])
    }
    __BRYTHON__.frame_obj = null
  }
  window.failures = failures
}
"""

# Each file has a module `__main__` of its own.
DRIVER = """
$python.started.then(() => {
  const $B = __BRYTHON__
  runAll(() => { $B.imported.__main__ = $B.module.$factory('__main__') }, (name, body) => {
    $B.enter_frame(['<suite>', $B.empty_dict(), '<suite>', $B.empty_dict()], name, 1)
    body()
  })
})
"""

STOCK_PAGE = """<!doctype html>
<meta charset="utf-8">
<script src="brython.js"></script>
<script src="brython_stdlib.js"></script>
<script src="dom_js_tests.js"></script>
<script src="jsobj_tests.js"></script>
<script src="suite.js"></script>
<script>addEventListener('load', () => brython({debug: 0}))</script>
<body><script type="text/python">
from browser import window

namespaces = {}


def begin(name):
    namespaces[str(name)] = {"__name__": "__main__", "__file__": str(name)}


def run(name, source):
    exec(str(source), namespaces[str(name)])


window.runAll(begin, run)
</script></body>
"""


# A module, and the names that are imported from it.
IMPORTS = re.compile(r"^ *(?:import|from) +(\w[\w.]*)(?: +import +([^#\n]*))?", re.MULTILINE)


class SuiteMissingError(Exception):
    """The suite is neither in a folder nor to be had from GitHub."""


@dataclass(frozen=True)
class Statement:
    """A top-level statement of a test, padded so that its lines keep their numbers."""

    file: str
    line: int
    source: str

    @property
    def label(self) -> str:
        """Its first line, and for a longer one the beginning of a digest of its text."""
        lines = self.source.strip().splitlines()
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:6]
        return lines[0] if len(lines) == 1 else f"{lines[0]} [{digest}]"


def find_suite(cache: Path, version: str) -> Path:
    """Return the folder `www/tests` of Brython's repository.

    Args:
        cache: Where a downloaded one is kept.
        version: The version of Brython.

    Raises:
        SuiteMissingError: It cannot be had; the message says how to give it.
    """
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given)
    folder = cache / f"brython-tests-{version}"
    if not folder.is_dir():
        try:
            with urllib.request.urlopen(ARCHIVE.format(version), timeout=TIMEOUT) as answer:
                archive = zipfile.ZipFile(io.BytesIO(answer.read()))
        except (OSError, zipfile.BadZipFile) as error:
            raise SuiteMissingError(
                f"Brython's tests cannot be fetched ({error}); set {FOLDER_VARIABLE} to the folder "
                f"www/tests of its repository at version {version}"
            ) from error
        part = f"brython-{version}/www/tests/"
        for name in archive.namelist():
            if name.startswith(part) and not name.endswith("/"):
                target = folder / name.removeprefix(part)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    return folder


def statements(brython: Brython, folder: Path) -> list[Statement]:
    """Cut every test into statements, as Brython's own parser sees them."""
    found = []
    for path in sorted(folder.glob("*.py")):
        if NO_TESTS.match(path.stem):
            continue
        source = path.read_text("utf-8")
        lines = source.splitlines()
        for first, last in statement_lines(brython, source):
            text = "\n" * (first - 1) + "\n".join(lines[first - 1 : last]) + "\n"
            found.append(Statement(path.name, first, text))
    return found


def statement_lines(brython: Brython, source: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each top-level statement."""
    spans = json.loads(brython.evaluate(f"({TOP_LEVEL})({json.dumps(source)})"))
    begun: tuple[int, int] | None = None
    for first, last in spans:
        if begun and first <= begun[1]:  # several on one line
            begun = (begun[0], last)
            continue
        if begun:
            yield begun
        begun = (first, last)
    if begun:
        yield begun


def build_extension(brython: Brython, folder: Path, tests: list[Statement], root: Path) -> Path:
    """Build an extension whose page runs every statement; return its folder.

    Args:
        brython: The compiler.
        folder: The suite.
        tests: Its statements.
        root: An empty folder for the project.
    """
    source = root / "src"
    shutil.copytree(folder, source, ignore=shutil.ignore_patterns("*.html", "*.js"))
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (source / "index.html").write_text(PAGE, "utf-8")
    (source / "index.py").write_text(_bundle_everything(brython, folder), "utf-8")
    while True:
        try:
            built = Builder(root, brython=brython).build()
            break
        except BuildError as error:
            refused = root / (error.file or "")
            if not refused.is_file() or refused.name == "index.py":
                raise
            refused.unlink()  # a helper that evaluates code; the statements that need it fail
    scripts = [_compiled(brython, statement) for statement in tests]
    (built.folder / "suite.js").write_text(
        f"const suite = [{','.join(scripts)}]\n{LOOP}{DRIVER}", "utf-8"
    )
    for name in SCRIPTS:
        shutil.copy(folder / name, built.folder)
    return built.folder


def write_stock_page(folder: Path, tests: list[Statement], root: Path) -> None:
    """Put the ordinary page, with stock Brython and what the tests read, into a folder.

    It runs one file: `stock.html?test_dict.py`. One that never ends, or breaks what all share,
    takes no other with it.
    """
    shutil.copytree(folder, root, dirs_exist_ok=True)
    data = importlib.resources.files("brython") / "data"
    for name in ("brython.js", "brython_stdlib.js", "unicode.txt"):
        (root / name).write_bytes((data / name).read_bytes())
    rows = [[test.file, test.line, test.source] for test in tests]
    (root / "suite.js").write_text(
        f"const suite = {json.dumps(rows)}.filter(([file]) => location.search === `?${{file}}`)\n"
        f"{LOOP}",
        "utf-8",
    )
    (root / "stock.html").write_text(STOCK_PAGE, "utf-8")


def _bundle_everything(brython: Brython, folder: Path) -> str:
    """A module that imports, and names, whatever any test does."""
    texts = [path.read_text("utf-8") for path in folder.rglob("*.py")]
    words = {word for text in texts for word in re.findall(r"\b[A-Za-z_]\w*", text)}
    names = {f"encodings.{module.rpartition('.')[2]}" for module in brython.stdlib}
    for module, parts in IMPORTS.findall("\n".join(texts)):
        names |= {module, *(f"{module}.{part}" for part in re.findall(r"\w+", parts))}
    known = names & (brython.stdlib.keys() | brython.builtin_modules)
    lines = [f"    import {name}" for name in sorted(known)]
    for name in sorted(names - known):
        base = folder / name.replace(".", "/")
        if base.is_dir() or base.with_suffix(".py").is_file():
            lines.append(f"    try:\n        import {name}\n    except ImportError:\n        pass")
    lines += [f"    suite.{word}" for word in sorted(words) if not keyword.iskeyword(word)]
    return "def bundled(suite):\n" + "\n".join(lines) + "\n"


def _compiled(brython: Brython, statement: Statement) -> str:
    key = f"{json.dumps(statement.file)},{statement.line}"
    try:
        body = brython.compile(statement.source, statement.file, "__main__")
    except BuildError as error:
        body = f"throw Error({json.dumps(str(error))})"
    return f"[{key},function(){{{body}\n}}]"

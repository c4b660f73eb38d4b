"""The stub files of `chrome`, made from the table: one for each namespace.

Every function is awaitable, as in `src/chrome/`, those too that Chrome answers at once. Only what
an object has that a function returned is as in JavaScript.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .table import Table

REFERENCE = "https://developer.chrome.com/docs/extensions/reference/api"
TYPING = ("Any", "Callable", "Generic", "Literal", "Never", "NotRequired", "ParamSpec", "TypeAlias",
          "TypedDict", "TypeVar", "overload")  # fmt: skip

# In the place of the declared class, whose listener's type says nothing of `async` ones.
EVENT = f'''
P = ParamSpec("P")
R = TypeVar("R")

class Listeners(Generic[P]):
    """The functions that an event calls; each may be `async`.

    Source: {REFERENCE}/events#type-Event
    """
    def removeListener(self, callback: Callable[P, Any], /) -> None: ...
    def hasListener(self, callback: Callable[P, Any], /) -> bool: ...
    def hasListeners(self) -> bool: ...

class Event(Listeners[P]):
    """An event that takes any listener."""
    def addListener(self, callback: Callable[P, R], /) -> Callable[P, R]:
        """Call a function at every event. Serves as a decorator too."""
'''

# What the class is instead.
WRITTEN_BY_HAND = {"Event": EVENT, "Port": "from webext.ports import Port as Port"}

# The package itself; what it has beside namespaces is written in `src/chrome/__init__.py`.
PACKAGE = '''"""Chrome's extension API; made by `scripts/chrome_api.py`.

Source: {REFERENCE}
"""

{imports}

class ChromeError(Exception):
    """A method or an event of `chrome` failed.

    Attributes:
        path: Its name, such as `chrome.tabs.create`.
        text: What Chrome says is wrong.
    """

    path: str
    text: str
'''


def make_stubs(table: Table) -> dict[str, str]:
    """Return the text of each stub file, by its path below `src/chrome/`."""
    names = [name for name, record in table.namespaces.items() if _has_members(record)]
    files = {f"{name.replace('.', '/')}.pyi": _Stub(table, name).text for name in names}
    for package in {name.partition(".")[0] for name in names if "." in name}:
        inside = [name.partition(".")[2] for name in names if name.startswith(f"{package}.")]
        files[f"{package}/__init__.pyi"] = f"{_header(package)}\n\n{_imports(inside)}"
    # Not those that are for annotations alone: they do not exist at run time.
    inside = [member.path for member in table.members.values() if "." not in member.path]
    files["__init__.pyi"] = PACKAGE.format(REFERENCE=REFERENCE, imports=_imports(inside))
    return _formatted(files)


def _formatted(files: dict[str, str]) -> dict[str, str]:
    """The files in this project's style."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        command = [sys.executable, "-m", "ruff", "format", "--quiet", "--line-length=100", folder]
        subprocess.run(command, check=True)
        return {name: Path(folder, name).read_text("utf-8") for name in sorted(files)}


def _has_members(record: dict[str, Any]) -> bool:
    kinds = ("functions", "events", "properties", "dicts", "aliases", "classes")
    return any(kind in record for kind in kinds)


def _imports(names: list[str]) -> str:
    return "\n".join(f"from . import {name} as {name}" for name in sorted(names))


def _header(name: str) -> str:
    return f'"""`chrome.{name}`; made by `scripts/chrome_api.py`.\n\nSource: {_page(name)}\n"""'


def _page(name: str) -> str:
    return f"{REFERENCE}/{name.replace('.', '/')}"


class _Stub:
    """One namespace's file."""

    def __init__(self, table: Table, name: str) -> None:
        self._name = name
        self._table = table
        self._record = table.namespaces[name]
        self._generic: set[str] = {
            title
            for title, fields in self._record.get("dicts", {}).items()
            if any(_names("T", kind) for kind in fields.values())
        }
        body, modules = self._with_imports("\n".join(self._body()))
        if _names("T", body):
            body = f'T = TypeVar("T")\n{body}'
        used = [word for word in TYPING if _names(word, body)]
        if used:
            modules.insert(0, f"from typing import {', '.join(used)}")
        self.text = "\n".join([_header(name), "", *modules, "", body, ""])

    def _body(self) -> Iterator[str]:
        record = self._record
        for title in record.get("classes", {}).keys() & WRITTEN_BY_HAND.keys():
            yield WRITTEN_BY_HAND[title]
        for title, kind in record.get("aliases", {}).items():
            yield f"{title}: TypeAlias = {kind}"
        for title, fields in record.get("dicts", {}).items():
            yield self._dict(title, fields)
        for title, inner in record.get("classes", {}).items():
            if title not in WRITTEN_BY_HAND:
                yield self._class(title, inner)
        for title, kind in record.get("properties", {}).items():
            yield f"{title}: {kind}"
            yield f'"""{_page(self._name)}#property-{title}"""'
        for title, signature in record.get("events", {}).items():
            yield from self._event(title, signature)
            yield f'"""{_page(self._name)}#event-{title}"""'
        for title, signatures in record.get("functions", {}).items():
            yield _function(title, signatures, f"{_page(self._name)}#method-{title}")

    def _dict(self, title: str, fields: dict[str, str]) -> str:
        """A dictionary; in the form of a call where a field's name would hide another name."""
        items = {
            name.removesuffix("?"): f"NotRequired[{kind}]" if name.endswith("?") else kind
            for name, kind in fields.items()
        }
        if any(keyword.iskeyword(name) or hasattr(builtins, name) for name in items):
            inner = ", ".join(f'"{name}": {kind}' for name, kind in items.items())
            return f'{title} = TypedDict("{title}", {{{inner}}})\n'
        base = "TypedDict, Generic[T]" if title in self._generic else "TypedDict"
        lines = [f"    {name}: {kind}" for name, kind in items.items()]
        return "\n".join([f"class {title}({base}):", *(lines or ["    ..."]), ""])

    def _class(self, title: str, inner: dict[str, Any]) -> str:
        generic = "Generic[T]" if inner.get("parameters") else ""
        base = inner.get("base", generic)
        lines = [f"class {title}({base}):" if base else f"class {title}:"]
        lines.append(f'    """{_page(self._name)}#type-{title}"""')
        for name, kind in inner.get("properties", {}).items():
            kind = f"{kind} | None" if name.endswith("?") else kind
            lines.append(f"    {name.removesuffix('?')}: {kind}")
        for name, signature in inner.get("events", {}).items():
            lines += [f"    {line}" for line in self._event(name, signature)]
        for name, signatures in inner.get("functions", {}).items():
            text = _function(name, signatures, method=True, waits=self._is_part_of_chrome(title))
            lines += [f"    {line}" for line in text.splitlines()]
        text = "\n".join([*lines, ""])
        for name in self._generic:
            text = re.sub(rf"\b{name}\b", f"{name}[T]", text)
        return text

    def _is_part_of_chrome(self, title: str) -> bool:
        """Whether a class is of something below `chrome`, such as `chrome.storage.local`."""
        return any(
            re.search(rf"\b{title}\b", kind)
            for record in self._table.namespaces.values()
            for holder in (record, *record.get("classes", {}).values())
            for kind in (*holder.get("properties", {}).values(), holder.get("base", ""))
        )

    def _event(self, name: str, signature: str) -> Iterator[str]:
        """An event. One whose `addListener` takes more has a class of its own."""
        listener, *more = signature.split("; ")
        kinds = ", ".join(_parameter_types(listener))
        if not more:
            yield f"{name}: Event[[{kinds}]]"
            return
        filters = ", ".join(more)
        yield f"class _{name}(Listeners[[{kinds}]]):"
        yield "    def addListener("
        yield f"        self, callback: Callable[[{kinds}], R], {filters}, /"
        yield f"    ) -> Callable[[{kinds}], R]: ..."
        yield f"{name}: _{name}"

    def _with_imports(self, body: str) -> tuple[str, list[str]]:
        """Import the namespaces that annotations name, by names that no field has."""
        lines = []
        others = sorted(self._table.namespaces, key=len, reverse=True)
        for other in others:
            alias = f"_{other.replace('.', '_')}"
            body, count = re.subn(rf"(?<![\w./\"]){re.escape(other)}\.(?=[A-Z])", f"{alias}.", body)
            if count and other == self._name:
                body = body.replace(f"{alias}.", "")
            elif count:
                package, _, module = f"chrome.{other}".rpartition(".")
                lines.append(f"from {package} import {module} as {alias}")
        if self._name != "events":
            used = [word for word in ("Event", "Listeners", "R") if _names(word, body)]
            lines += [f"from chrome.events import {', '.join(used)}"] if used else []
        return body, sorted(lines)


def _function(
    name: str, signatures: list[str], page: str = "", method: bool = False, waits: bool = True
) -> str:
    """A function with all its ways to be called."""
    every = list(dict.fromkeys(way for text in signatures for way in _ways(text, method, waits)))
    lines = []
    for way in every:
        lines += ["@overload"] if len(every) > 1 else []
        lines.append(f"{'async ' * waits}def {name}{way}:" + ("" if page else " ..."))
        lines += [f'    """{page}"""'] if page else []
    return "\n".join(lines)


def _ways(signature: str, method: bool, waits: bool) -> Iterator[str]:
    """A signature, and what is left when optional arguments at its front are left out.

    Every call that is waited for takes `timeout` too, as `src/chrome/` says.
    """
    definition = parse_signature(signature)
    arguments = definition.args
    if waits:
        timeout = ast.arg("timeout", ast.parse("float | None", mode="eval").body)
        arguments.kwonlyargs, arguments.kw_defaults = [timeout], [ast.Constant(...)]
    parameters = arguments.posonlyargs
    returns = ast.unparse(definition.returns) if definition.returns else "None"
    while True:
        first = [ast.arg("self")] if method else []
        arguments.posonlyargs = first + parameters
        yield f"({ast.unparse(arguments)}) -> {returns}"
        if len(parameters) < 2 or len(arguments.defaults) < len(parameters):
            return
        parameters, arguments.defaults = parameters[1:], arguments.defaults[1:]


def _names(word: str, text: str) -> bool:
    """Whether a text has a name in it."""
    return re.search(rf"\b{word}\b", text) is not None


def parse_signature(signature: str) -> ast.FunctionDef:
    """Return a signature of the table as a function's definition."""
    [definition] = ast.parse(f"def f{signature.removeprefix('async ')}: ...").body
    assert isinstance(definition, ast.FunctionDef)
    return definition


def _parameter_types(listener: str) -> list[str]:
    arguments = ast.parse(f"def f{listener}: ...").body[0]
    assert isinstance(arguments, ast.FunctionDef)
    return [ast.unparse(a.annotation) for a in arguments.args.args if a.annotation]

"""A miniature project to build, and a page of what was built, run in V8."""

from __future__ import annotations

import atexit
import base64
import json
import textwrap
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from extension_toolkit.toolchain.brython import BROWSER_STUBS, Brython
from extension_toolkit.toolchain.builder import Builder, Built
from extension_toolkit.toolchain.imports import Module
from extension_toolkit.toolchain.modules import ModuleFinder
from extension_toolkit.toolchain.sources import Sources

PYPROJECT = '[project]\nname = "mini"\nversion = "1.2.3"\ndescription = "A miniature"\n'
PAGE = '<!doctype html>\n<script type="text/python" src="{}"></script>\n'
HOST = "happy-cat-1.clerk.accounts.dev"
EXTENSION_KEY = (
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuKZjsz+xqc/B+gNLGY6mBNFIRmfyVutkffo2"
    "3To0NmbtLHCFcbEY8FMSvZKkt7zFIYueMHTIo+PHBPzarbjv6nK3hshL40ZX//EGDuZZNvCv9PFCqAjg"
    "GtTuVZuy1BukyCNvvyA+fZy5M4KHK8GI5+gywBbO/sc3VDT0HGDy7tx/s7R2GYJCqSHa1Z/6YMbOT0Ub"
    "/AnA5Cis3la07npjA5Kxr65dREW+QrqsBhToJVFav54g7fd31vIsQeTDm5U+6nSi00Q+36VQsgtNAL1B"
    "/f+hxGaVxJTORVQz3ZrVXiqodDxbE/tXAjCUZ/x5ba2nCD2mdrzaAjXxwekMYFQ8nQIDAQAB"
)


def publishable_key(host: str = HOST, kind: str = "test") -> str:
    return f"pk_{kind}_{base64.b64encode(f'{host}$'.encode()).decode()}"


class Project:
    """A project in a folder of its own.

    Args:
        root: The folder.
        brython: The one that all projects share, since its V8 takes long to start.
        cache: The build's cache; shared ones make builds quick.
    """

    def __init__(self, root: Path, brython: Brython, cache: Path) -> None:
        self.root = root
        self.brython = brython
        self.cache = cache
        self.write("pyproject.toml", PYPROJECT)

    def write(self, path: str, content: str | bytes = "") -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_text(textwrap.dedent(content), "utf-8")
        return target

    def page(self, source: str = "", name: str = "page") -> None:
        """Make `src/<name>/index.html` and the Python file that it starts."""
        self.write(f"src/{name}/index.html", PAGE.format("index.py"))
        self.write(f"src/{name}/index.py", source)

    def use_clerk(self, source: str = "") -> None:
        """Make a page that uses a package called `clerk`, which is what asks for a key."""
        self.write("src/clerk/__init__.py")
        self.page(f"import clerk\n{textwrap.dedent(source)}")

    def finder(self) -> ModuleFinder:
        return ModuleFinder(Sources(self.root), self.brython, {"webext.env": "A = 1\n"})

    def reachable(self, entry: str = "page.index") -> dict[str, Module]:
        return {module.name: module for module in self.finder().reachable([entry])[entry]}

    def builder(self, mode: str = "development", brython: Brython | None = None) -> Builder:
        builder = Builder(self.root, mode, brython=brython or self.brython)
        builder.cache = self.cache
        return builder

    def build(self, mode: str = "development") -> Built:
        return self.builder(mode).build()

    def output(self, mode: str = "development") -> dict[str, bytes]:
        """Everything in the built extension, by path within it."""
        folder = self.builder(mode).folder
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def ships(self, text: str, mode: str = "development") -> bool:
        """Whether any built file holds a text."""
        return any(text.encode() in content for content in self.output(mode).values())

    def manifest(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.output()["manifest.json"])
        return content


# What the run time touches of a page. Timers run as soon as the current task is done.
PAGE_STUBS = """
var listeners = [], shown = []
class Event {}
class Node {}
class SVGElement extends Node {}
class SVGSVGElement extends SVGElement {}
class FormData {}
class Worker {}
class XMLHttpRequest {}
navigator.platform = "Linux"
var crypto = {getRandomValues: (numbers) => numbers.fill(7)}
var document = {
  readyState: 'loading', currentScript: null,
  getElementsByTagName: () => [], querySelectorAll: () => [], addEventListener: addListener,
}
function addListener(type, listener) { listeners.push({type, listener}) }
addEventListener = addListener
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...values) => { shown.push([level, values.map(String).join(' ')]) }
}
setTimeout = (callback) => { Promise.resolve().then(callback) }
"""


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append({name: value or "" for name, value in attrs})


class Page:
    """A built page in V8: its scripts have run, in order, and its DOM is ready.

    Args:
        folder: The built extension.
        path: The page within it.
    """

    def __init__(self, folder: Path, path: str) -> None:
        self.engine = MiniRacer()
        atexit.register(self.engine.close)  # it cannot wait for the interpreter's end
        self.engine.eval(BROWSER_STUBS)
        self.engine.eval(PAGE_STUBS)
        parser = _Scripts()
        parser.feed((folder / path).read_text("utf-8"))
        scripts = parser.found
        for script in sorted(scripts, key=lambda s: "defer" in s or s.get("type") == "module"):
            self._run(folder, path, script)
        self.engine.eval("document.currentScript = null; document.readyState = 'interactive'")
        self.engine.eval(
            "for (const {type, listener} of listeners) {"
            "  if (type === 'DOMContentLoaded') { listener({type}) } }"
        )

    def _run(self, folder: Path, path: str, script: dict[str, str]) -> None:
        source = script["src"]
        file = folder / source.lstrip("/") if source[0] == "/" else (folder / path).parent / source
        data = {k.removeprefix("data-"): v for k, v in script.items() if k.startswith("data-")}
        current = json.dumps({"src": f"http://x/{source.lstrip('/')}", "dataset": data})
        self.engine.eval(f"document.currentScript = {current}")
        self.engine.eval(file.read_text("utf-8"))

    def value(self, expression: str) -> Any:
        return json.loads(str(self.engine.eval(f"JSON.stringify({expression})")))

    def shown(self, level: str) -> str:
        """What the console shows of one level."""
        lines = [text for found, text in self.value("shown") if found == level]
        return "\n".join(lines)

    def printed(self) -> list[str]:
        """The lines that the program printed, without those that are empty."""
        return [line for line in self.shown("log").splitlines() if line]

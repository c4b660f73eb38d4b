"""The pages that benchmarks open: one for each program and each way to run it.

Those in JavaScript and in this toolkit's Python are extensions of one page each, built for
production; those of other Pythons are ordinary web pages. Transcrypt and MicroPython are fetched
from PyPI and npm; node and npm have to be there.
"""

import importlib.metadata
import importlib.resources
import json
import os
import platform
import shutil
import statistics
import subprocess
import threading
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

from extension_toolkit import console
from extension_toolkit.automation import Browser
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.errors import ToolkitError
from extension_toolkit.toolchain.builder import Builder

JAVASCRIPT, TOOLKIT = "JavaScript", "this toolkit"
STOCK, TRANSCRYPT, MICROPYTHON = "stock Brython", "Transcrypt", "MicroPython"
PYTHONS = (TOOLKIT, STOCK, TRANSCRYPT, MICROPYTHON)
TIMEOUT = 60.0  # seconds

MICROPYTHON_PACKAGE = "@micropython/micropython-webassembly-pyscript"
PYPROJECT = '[project]\nname = "benchmark"\nversion = "1"\ndescription = "Pages of a benchmark"\n'
HEAD = '<!doctype html><meta charset="utf-8"><body>\n'
JAVASCRIPT_PAGE = f'{HEAD}<script type="module" src="index.js"></script>\n'
TOOLKIT_PAGE = f'{HEAD}<script type="text/python" src="index.py"></script>\n'
STOCK_PAGE = f"""{HEAD}<script src="../brython.js"></script>
<script src="../brython_stdlib.js"></script>
<script>addEventListener('load', () => brython({{{{debug: 0}}}}))</script>
<script type="text/python">{{program}}</script>
"""
TRANSCRYPT_PAGE = f"""{HEAD}<script type="module">
try {{ await import('./__target__/program.js') }} catch (error) {{
  window.answer = String(error).split(':')[0] }}
</script>
"""
MICROPYTHON_PAGE = f"""{HEAD}<script type="module">
import {{{{loadMicroPython}}}} from '../micropython.mjs'
const python = await loadMicroPython({{{{url: '../micropython.wasm'}}}})
try {{{{ python.runPython({{program}}) }}}} catch (error) {{{{ window.answer = error.type }}}}
</script>
"""
# By which a program reaches the page's `window`.
PRELUDES = {
    JAVASCRIPT: "",
    TOOLKIT: "from browser import window\n",
    STOCK: "from browser import window\n",
    TRANSCRYPT: "",
    MICROPYTHON: "from js import window\n",
}


class Pages:
    """Pages in a new folder.

    A page's program leaves what it found, or when it was ready, in `window.answer`. In the pages of
    Transcrypt and MicroPython that is the name of the error, where the program raises one.

    Args:
        folder: Where everything is put: an empty folder.

    Attributes:
        addresses: Where each page is, by language and name; without the origin.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.projects, self.site = folder / "projects", folder / "site"
        self.site.mkdir()
        _run("npm", "install", "--prefix", str(folder), MICROPYTHON_PACKAGE)
        self._package = folder / "node_modules" / MICROPYTHON_PACKAGE
        for file in ("micropython.mjs", "micropython.wasm"):
            shutil.copy(self._package / file, self.site)
        venv.create(folder / "venv", with_pip=True)
        self._python = str(folder / "venv" / "bin" / "python")
        _run(self._python, "-m", "pip", "install", "--quiet", "transcrypt")
        data = importlib.resources.files("brython") / "data"
        for file in ("brython.js", "brython_stdlib.js"):
            (self.site / file).write_bytes((data / file).read_bytes())
        self.addresses: dict[tuple[str, str], str] = {}

    def write(self, language: str, name: str, program: str) -> None:
        """Add a page.

        Args:
            language: One of `PYTHONS`, or `JAVASCRIPT`.
            name: The page's name, in any words.
            program: What it runs. `window` is there.
        """
        program = PRELUDES[language] + program
        ours = language in (JAVASCRIPT, TOOLKIT)
        page = f"page{len(self.addresses)}"
        self.addresses[language, name] = f"{page}/index.html"
        folder = self.projects / page / "src" / page if ours else self.site / page
        folder.mkdir(parents=True)
        if language == JAVASCRIPT:
            text = JAVASCRIPT_PAGE
            (folder / "index.js").write_text(program, "utf-8")
        elif language == TOOLKIT:
            text = TOOLKIT_PAGE
            (folder / "index.py").write_text(program, "utf-8")
        elif language == STOCK:
            text = STOCK_PAGE.format(program=program)
        elif language == TRANSCRYPT:
            text = TRANSCRYPT_PAGE
            self._compile_with_transcrypt(folder, program)
        else:
            text = MICROPYTHON_PAGE.format(program=json.dumps(program))
        (folder / "index.html").write_text(text, "utf-8")
        if ours:
            (self.projects / page / "pyproject.toml").write_text(PYPROJECT, "utf-8")

    def _compile_with_transcrypt(self, folder: Path, program: str) -> None:
        (folder / "program.py").write_text(program, "utf-8")
        command = [self._python, "-m", "transcrypt", "-b", "-n", "program.py"]
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        compiled = folder / "__target__" / "program.js"
        if not compiled.is_file():
            compiled.parent.mkdir(exist_ok=True)
            compiled.write_text("window.answer = 'does not compile'", "utf-8")

    @contextmanager
    def opened(self) -> Iterator["OpenPages"]:
        """Build the extensions, serve the site, and yield the pages in a browser with both."""
        built = {}
        for project in self.projects.iterdir():
            builder = Builder(project, "production")
            builder.cache = self.folder / "cache"
            built[project.name] = builder.build().folder

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *args: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(self.site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = Browser(self.folder / "profile", headless=True, arguments=[])
        browser.start()
        try:
            origins = {
                page: f"chrome-extension://{browser.install(folder)}"
                for page, folder in built.items()
            }
            site = f"http://127.0.0.1:{server.server_port}"
            addresses = {
                key: f"{origins.get(path.partition('/')[0], site)}/{path}"
                for key, path in self.addresses.items()
            }
            yield OpenPages(browser.driver(), addresses)
        finally:
            browser.stop()
            server.shutdown()

    def conditions(self, chrome: str) -> str:
        """Return what ran on what, in a sentence for a page of the documentation."""
        pip = [self._python, "-m", "pip", "show", "transcrypt"]
        shown = subprocess.run(pip, capture_output=True, text=True, check=True).stdout
        [transcrypt] = [line[9:] for line in shown.splitlines() if line.startswith("Version: ")]
        micropython = json.loads((self._package / "package.json").read_text("utf-8"))["version"]
        return (
            f"Chromium {chrome.partition('.')[0]} on {platform.system()} with {os.cpu_count()} "
            f"cores ({platform.machine()}); Brython {importlib.metadata.version('brython')}, "
            f"Transcrypt {transcrypt}, MicroPython {micropython}."
        )


class OpenPages:
    """The pages, in a browser that can open them.

    Attributes:
        driver: The browser.
        chrome: Its version.
    """

    def __init__(self, driver: Chrome, addresses: dict[tuple[str, str], str]) -> None:
        self.driver = driver
        self.chrome = str(driver.capabilities["browserVersion"])
        self._addresses = addresses

    def open(self, language: str, name: str) -> Any:
        """Open a page; return its `window.answer`, as soon as that is there."""
        self.driver.get(self._addresses[language, name])
        read = "return window.answer"
        wait_until(lambda: self.driver.execute_script(read) is not None, TIMEOUT)
        return self.driver.execute_script(read)


def medians(
    pages: Pages, runs: int, measure: Callable[[str, str], object]
) -> dict[tuple[str, str], float]:
    """Measure all pages in turn, so that a busy machine slows all of them alike.

    Args:
        pages: The pages.
        runs: How often, after a first time that does not count.
        measure: Called with language and name; returns milliseconds, or else what went wrong.

    Returns:
        The median of each page, by language and name; without pages where something went wrong.
    """
    times: dict[tuple[str, str], list[float]] = {key: [] for key in pages.addresses}
    for run in range(runs + 1):
        console.step(f"run {run} of {runs}")
        for key in list(times):
            found = measure(*key)
            if not isinstance(found, int | float):
                console.say(f"{', '.join(key)}: {found}")
                del times[key]
            elif run:
                times[key].append(found)
    return {key: statistics.median(found) for key, found in times.items()}


def write_table(page: Path, script: str, table: str) -> None:
    """Put a table into a page of the documentation, where that says that the script writes it."""
    start, end = f"<!-- benchmarks/{script} writes from here -->", "<!-- to here -->"
    before, _, rest = page.read_text("utf-8").partition(start)
    if not rest:
        raise ToolkitError(f"{page} has no line {start!r}, after which the table would stand")
    page.write_text(f"{before}{start}\n{table}\n{end}{rest.partition(end)[2]}", "utf-8")


def _run(*command: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise ToolkitError(f"{' '.join(command[:3])} failed: {result.stderr.strip()[-400:]}")

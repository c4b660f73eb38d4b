#!/usr/bin/env python3
"""Run the same small programs in CPython, here, in stock Brython, Transcrypt and MicroPython.

Writes the table in docs/python.md. Transcrypt and MicroPython are fetched from PyPI and npm when
this runs; node and npm have to be there.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import environment_setup

environment_setup.ensure()

import importlib.resources  # noqa: E402
import json  # noqa: E402
import re  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import textwrap  # noqa: E402
import threading  # noqa: E402
import tomllib  # noqa: E402
import venv  # noqa: E402
from functools import partial  # noqa: E402
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer  # noqa: E402
from pathlib import Path  # noqa: E402

from extension_toolkit import console  # noqa: E402
from extension_toolkit.automation import Browser  # noqa: E402
from extension_toolkit.automation.waiting import wait_until  # noqa: E402
from extension_toolkit.errors import ToolkitError  # noqa: E402
from extension_toolkit.toolchain.builder import Builder  # noqa: E402

ROOT = environment_setup.ROOT
PAGE = ROOT / "docs" / "python.md"
START, END = "<!-- benchmarks/dialects.py writes from here -->", "<!-- to here -->"
MICROPYTHON = "@micropython/micropython-webassembly-pyscript"
TRANSCRYPT = "transcrypt"
TIMEOUT = 60.0  # seconds

PYPROJECT = '[project]\nname = "dialects"\nversion = "1"\ndescription = "Small programs"\n'
STOCK_PAGE = """<!doctype html><meta charset="utf-8">
<script src="brython.js"></script><script src="brython_stdlib.js"></script>
<script>addEventListener('load', () => brython({{debug: 0}}))</script>
<body><script type="text/python">{source}</script></body>
"""
MICROPYTHON_PAGE = """<!doctype html><meta charset="utf-8"><script type="module">
import {{loadMicroPython}} from './micropython.mjs'
const python = await loadMicroPython({{url: './micropython.wasm'}})
try {{ python.runPython({source}) }} catch (error) {{ window.answer = error.type }}
</script>
"""
TRANSCRYPT_PAGE = """<!doctype html><meta charset="utf-8"><script type="module">
try {{ await import('./{folder}/__target__/probe.js') }} catch (error) {{
  window.answer = String(error).split(':')[0] }}
</script>
"""


def main() -> int:
    probes = tomllib.loads((ROOT / "benchmarks" / "probes.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        table = compare(probes, Path(name))
    text = PAGE.read_text("utf-8")
    before, rest = text.split(START)
    PAGE.write_text(f"{before}{START}\n{table}\n{END}{rest.split(END)[1]}", "utf-8")
    console.say(f"{PAGE.relative_to(ROOT)} has the answers of {len(probes)} programs")
    return 0


def compare(probes: dict[str, str], folder: Path) -> str:
    """Return the table, in Markdown."""
    expected = {name: cpython(source) for name, source in probes.items()}
    site = folder / "site"
    site.mkdir()
    fetch(folder, site)
    pages = write_pages(probes, folder, site)
    columns = run_pages(pages, build_extension(probes, folder), site)
    lines = ["| program | CPython | " + " | ".join(columns) + " |", "|---" * 6 + "|"]
    counts = dict.fromkeys(columns, 0)
    for name, answer in expected.items():
        cells = []
        for column, answers in columns.items():
            same = answers.get(name) == answer
            counts[column] += same
            cells.append("same" if same else code(answers[name]))
        lines.append(f"| {name} | {code(answer)} | {' | '.join(cells)} |")
    total = " | ".join(f"**{count} of {len(probes)}**" for count in counts.values())
    return "\n".join([*lines, f"| same as CPython | | {total} |"])


def code(text: str) -> str:
    return "`{}`".format(" ".join(text.split()).replace("|", "\\|"))


def cpython(source: str) -> str:
    names: dict[str, object] = {}
    exec(source, names)
    return str(names["answer"])


def fetch(folder: Path, site: Path) -> None:
    """Fetch the other two, and put what pages load into the site."""
    run("npm", "install", "--prefix", str(folder), MICROPYTHON)
    for file in ("micropython.mjs", "micropython.wasm"):
        shutil.copy(folder / "node_modules" / MICROPYTHON / file, site)
    venv.create(folder / "venv", with_pip=True)
    run(str(folder / "venv" / "bin" / "pip"), "install", "--quiet", TRANSCRYPT)
    data = importlib.resources.files("brython") / "data"
    for file in ("brython.js", "brython_stdlib.js"):
        (site / file).write_bytes((data / file).read_bytes())


def write_pages(probes: dict[str, str], folder: Path, site: Path) -> dict[str, dict[str, str]]:
    """Write a page for each program and each other Python; return their paths."""
    columns: dict[str, dict[str, str]] = {"stock Brython": {}, "Transcrypt": {}, "MicroPython": {}}
    for number, (name, source) in enumerate(probes.items()):
        stock = f"from browser import window\n{guarded(source)}window.answer = answer\n"
        micro = f"import js\n{guarded(source)}js.window.answer = answer\n"
        # In a `try` a class of Transcrypt's would be exported, which JavaScript refuses.
        transcrypt = f"{source.strip()}\nwindow.answer = str(answer)\n"
        pages = {
            "stock Brython": STOCK_PAGE.format(source=stock),
            "MicroPython": MICROPYTHON_PAGE.format(source=json.dumps(micro)),
            "Transcrypt": TRANSCRYPT_PAGE.format(folder=f"t{number}"),
        }
        compile_with_transcrypt(transcrypt, folder, site / f"t{number}")
        for column, text in pages.items():
            path = f"{column.split()[0]}-{number}.html"
            (site / path).write_text(text, "utf-8")
            columns[column][name] = path
    return columns


def guarded(source: str) -> str:
    """A program whose answer is a text, also when it fails."""
    body = textwrap.indent(source.strip(), "    ")
    return (
        f"try:\n{body}\n    answer = str(answer)\n"
        "except Exception as error:\n    answer = type(error).__name__\n"
    )


def compile_with_transcrypt(source: str, folder: Path, target: Path) -> None:
    target.mkdir()
    (target / "probe.py").write_text(source, "utf-8")
    command = [str(folder / "venv" / "bin" / "python"), "-m", "transcrypt", "-b", "-n", "probe.py"]
    subprocess.run(command, cwd=target, capture_output=True, check=False)
    if not (target / "__target__" / "probe.js").is_file():
        (target / "__target__").mkdir(exist_ok=True)
        script = "window.answer = 'does not compile'"
        (target / "__target__" / "probe.js").write_text(script, "utf-8")


def build_extension(probes: dict[str, str], folder: Path) -> Path:
    """Build one page that answers every program that the build does not refuse."""
    source = folder / "project" / "src"
    source.mkdir(parents=True)
    (folder / "project" / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    lines = ["from browser import window", "import json", "answers = {}"]
    for number, (name, text) in enumerate(probes.items()):
        if re.search(r"\beval\(", text):  # refused when building
            lines.append(f"answers[{name!r}] = 'refused by the build'")
            continue
        (source / f"probe{number}.py").write_text(guarded(text), "utf-8")
        lines.append(f"from probe{number} import answer\nanswers[{name!r}] = answer")
    lines.append("window.answer = json.dumps(answers)")
    (source / "index.py").write_text("\n".join(lines) + "\n", "utf-8")
    page = (
        '<!doctype html><meta charset="utf-8"><script type="text/python" src="index.py"></script>'
    )
    (source / "index.html").write_text(page, "utf-8")
    return Builder(folder / "project", "production").build().folder


def run_pages(
    pages: dict[str, dict[str, str]], extension: Path, site: Path
) -> dict[str, dict[str, str]]:
    """Open every page; return the answers by column and program."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser(site.parent / "profile", headless=True, arguments=[])
    browser.start()
    try:
        driver = browser.driver()

        def answer(address: str) -> str:
            driver.get(address)
            wait_until(lambda: driver.execute_script("return window.answer"), TIMEOUT)
            return str(driver.execute_script("return String(window.answer)"))

        ours = answer(f"chrome-extension://{browser.install(extension)}/index.html")
        columns = {"this toolkit": dict(json.loads(ours))}
        for column, paths in pages.items():
            console.say(f"{column}: {len(paths)} programs")
            columns[column] = {
                name: answer(f"http://127.0.0.1:{server.server_port}/{path}")
                for name, path in paths.items()
            }
        return columns
    finally:
        browser.stop()
        server.shutdown()


def run(*command: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise ToolkitError(f"{' '.join(command[:2])} failed: {result.stderr.strip()[-400:]}")


if __name__ == "__main__":
    sys.exit(console.run(main))

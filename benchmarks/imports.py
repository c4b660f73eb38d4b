#!/usr/bin/env python3
"""Measure what an import costs a page: how much later it is ready than one that imports nothing.

Beside it stands the same page in plain JavaScript. Pages take turns, so that a busy machine slows
all of them alike.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import statistics  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

from extension_toolkit import console  # noqa: E402
from extension_toolkit.automation import Browser  # noqa: E402
from extension_toolkit.automation.waiting import wait_until  # noqa: E402
from extension_toolkit.toolchain.builder import Builder  # noqa: E402

PROGRAMS = {
    "nothing": "",
    "json": "import json\njson.loads('[1]')",
    "re": "import re\nre.search('a', 'a')",
    "dataclasses": "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\nA(1)",
    "enum": "from enum import Enum\nclass A(Enum):\n    X = 1",
    "collections": "from collections import namedtuple\nnamedtuple('A', 'x')(1)",
    "typing": "from typing import NamedTuple\nclass A(NamedTuple):\n    x: int",
    "functools": "import functools\n@functools.cache\ndef f(): pass",
    "datetime": "import datetime\ndatetime.datetime.now()",
    "asyncio": "import asyncio\nasyncio.create_task(asyncio.sleep(0))",
    "logging": "import logging\nlogging.getLogger('a')",
    "urllib.parse": "from urllib.parse import urlparse\nurlparse('https://a/b')",
}
PYPROJECT = '[project]\nname = "imports"\nversion = "1"\ndescription = "Imports"\n'
PAGE = '<!doctype html><meta charset="utf-8"><script type="text/python" src="index.py"></script>\n'
JAVASCRIPT_PAGE = '<!doctype html><meta charset="utf-8"><script defer src="ready.js"></script>\n'
READY = "window.readyAt = performance.now()\n"
TIMEOUT = 30.0  # seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        times = measure(Path(name), runs)
    medians = {name: statistics.median(values) for name, values in times.items()}
    plain, nothing = medians.pop("JavaScript"), medians["nothing"]
    console.say(f"JavaScript      {plain:6.1f} ms")
    for name, median in medians.items():
        more = "" if name == "nothing" else f", {median - nothing:+5.1f} ms for the import"
        console.say(f"{name:15} {median:6.1f} ms, {median / plain:4.1f} times JavaScript{more}")
    return 0


def measure(folder: Path, runs: int) -> dict[str, list[float]]:
    """Return milliseconds from the start of each page until its last line ran."""
    source = folder / "project" / "src"
    (source / "javascript").mkdir(parents=True)
    (source.parent / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (source / "javascript" / "index.html").write_text(JAVASCRIPT_PAGE, "utf-8")
    (source / "javascript" / "ready.js").write_text(READY, "utf-8")
    pages = {"JavaScript": "javascript"}
    for number, (name, program) in enumerate(PROGRAMS.items()):
        page = source / f"page{number}"
        page.mkdir()
        (page / "index.html").write_text(PAGE, "utf-8")
        ready = "from browser import window\nwindow.readyAt = window.performance.now()\n"
        (page / "index.py").write_text(f"{program}\n{ready}", "utf-8")
        pages[name] = page.name
    times: dict[str, list[float]] = {name: [] for name in pages}
    browser = Browser(folder / "profile", headless=True, arguments=[])
    browser.start()
    try:
        origin = f"chrome-extension://{browser.install(_build(source.parent))}"
        driver = browser.driver()
        for run in range(runs + 1):
            for name, page in pages.items():
                driver.get(f"{origin}/{page}/index.html")
                wait_until(lambda: driver.execute_script("return window.readyAt"), TIMEOUT)
                if run:  # the first is cold
                    times[name].append(float(driver.execute_script("return window.readyAt")))
    finally:
        browser.stop()
    return times


def _build(project: Path) -> Path:
    return Builder(project, "production").build().folder


if __name__ == "__main__":
    sys.exit(console.run(main))

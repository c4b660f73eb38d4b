#!/usr/bin/env python3
"""Measure when a page is ready, and how much later when it imports something.

Beside this toolkit stand a page in JavaScript, and other Pythons on ordinary web pages.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import environment  # noqa: F401 (makes the toolkit importable)
from extension_toolkit import console
from pages import JAVASCRIPT, PYTHONS, Pages, medians

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
    "asyncio": "import asyncio\nasyncio.sleep(0)",
    "logging": "import logging\nlogging.getLogger('a')",
    "urllib.parse": "from urllib.parse import urlparse\nurlparse('https://a/b')",
}
READY = "window.answer = window.performance.now()\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        pages = Pages(Path(name))
        pages.write(JAVASCRIPT, "nothing", READY)
        for python in PYTHONS:
            for imported, program in PROGRAMS.items():
                pages.write(python, imported, f"{program}\n{READY}")
        with pages.opened() as opened:

            def ready(language: str, name: str) -> object:
                # The second time: the page's process is there, as while a background page runs.
                opened.open(language, name)
                return opened.open(language, name)

            times = medians(pages, runs, ready)
            console.say(f"{table(times)}\n\n{pages.conditions(opened.chrome)}")
    return 0


def table(times: dict[tuple[str, str], float]) -> str:
    """Return the table, in Markdown.

    Args:
        times: Milliseconds until a page was ready, by language and import.
    """
    columns = (JAVASCRIPT, *PYTHONS)
    lines = ["| imports | " + " | ".join(columns) + " |", "|---" + "|--:" * len(columns) + "|"]
    ready = [f"{times[column, 'nothing']:.0f} ms" for column in columns]
    lines.append(f"| nothing | {' | '.join(ready)} |")
    for name in list(PROGRAMS)[1:]:
        cells = [
            f"{times[key] - times[column, 'nothing']:+.0f} ms" if key in times else "–"
            for column in columns
            for key in [(column, name)]
        ]
        lines.append(f"| `{name}` | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(console.run(main))

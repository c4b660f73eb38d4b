#!/usr/bin/env python3
"""Run the same small programs in CPython, here, in stock Brython, Transcrypt and MicroPython.

Writes the table in docs/python.md.
"""

import argparse
import re
import sys
import tempfile
import textwrap
import tomllib
from pathlib import Path

import environment
from extension_toolkit import console
from pages import PYTHONS, TOOLKIT, TRANSCRYPT, Pages, write_table

REFUSED = "refused by the build"


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    probes = tomllib.loads((environment.ROOT / "benchmarks" / "probes.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        columns = answers(probes, Path(name))
    write_table(environment.ROOT / "docs" / "python.md", "dialects.py", table(probes, columns))
    console.say(f"docs/python.md has the answers of {len(probes)} programs")
    return 0


def answers(probes: dict[str, str], folder: Path) -> dict[str, dict[str, str]]:
    """Return what each program answers, by Python and program."""
    pages = Pages(folder)
    columns: dict[str, dict[str, str]] = {python: {} for python in PYTHONS}
    for python, column in columns.items():
        for name, source in probes.items():
            if python == TOOLKIT and re.search(r"\beval\(", source):
                column[name] = REFUSED
            elif python == TRANSCRYPT:  # a class in a `try` compiles to what JavaScript refuses
                pages.write(python, name, f"{source.strip()}\nwindow.answer = str(answer)\n")
            else:
                pages.write(python, name, f"{guarded(source)}window.answer = answer\n")
    with pages.opened() as opened:
        for python, column in columns.items():
            console.say(f"{python}: {len(probes)} programs")
            for name in probes.keys() - column.keys():
                column[name] = str(opened.open(python, name))
    return columns


def table(probes: dict[str, str], columns: dict[str, dict[str, str]]) -> str:
    """Return the answers beside CPython's, in Markdown."""
    lines = ["| program | CPython | " + " | ".join(columns) + " |", "|---" * 6 + "|"]
    counts = dict.fromkeys(columns, 0)
    for name, source in probes.items():
        answer = cpython(source)
        cells = []
        for column, answers in columns.items():
            same = answers[name] == answer
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


def guarded(source: str) -> str:
    """A program whose answer is a text, also when it fails."""
    body = textwrap.indent(source.strip(), "    ")
    return (
        f"try:\n{body}\n    answer = str(answer)\n"
        "except Exception as error:\n    answer = type(error).__name__\n"
    )


if __name__ == "__main__":
    sys.exit(console.run(main))

#!/usr/bin/env python3
"""Run the same programs in JavaScript, here and in other Pythons, and compare the times.

Each of `benchmarks/programs/` is there twice, in Python and in JavaScript, and has a function
`run`. A page calls it once to warm up, then again and again for a while. A time whose answer is not
JavaScript's is refused. Writes the table in docs/performance.md.
"""

import argparse
import ast
import sys
import tempfile
from pathlib import Path

import environment
from extension_toolkit import console
from extension_toolkit.errors import ToolkitError
from pages import JAVASCRIPT, PYTHONS, STOCK, TOOLKIT, OpenPages, Pages, medians, write_table

PROGRAMS = environment.ROOT / "benchmarks" / "programs"
READY = "\nwindow.run = run\nwindow.answer = 'ready'\n"
# Milliseconds of one call, and what it returned.
MEASURE = """
const done = arguments[0]
async function measure() {
  let answer = await window.run(), calls = 0, elapsed
  const started = performance.now()
  do {
    answer = await window.run()
    calls++
    elapsed = performance.now() - started
  } while (elapsed < 100 || calls < 3)
  return [elapsed / calls, String(answer)]
}
measure().then(done, (error) => done([0, String(error)]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("names", nargs="*", metavar="NAME", help="of a program; else all, written")
    arguments = parser.parse_args()
    programs = read_programs()
    if unknown := set(arguments.names) - programs.keys():
        parser.error(f"{PROGRAMS} has no {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        pages = Pages(Path(name))
        for program in arguments.names or programs:
            pages.write(
                JAVASCRIPT, program, (PROGRAMS / f"{program}.js").read_text("utf-8") + READY
            )
            for python in PYTHONS:
                text = (PROGRAMS / f"{program}.py").read_text("utf-8")
                pages.write(python, program, text + READY)
        with pages.opened() as opened:
            times = medians(pages, arguments.runs, Judge(opened).measure)
            text = f"{table(programs, times)}\n\n{pages.conditions(opened.chrome)}"
    console.say(text)
    if not arguments.names:
        write_table(environment.ROOT / "docs" / "performance.md", "speed.py", text)
    return 0


def read_programs() -> dict[str, str]:
    """Return what each program does, by name: the docstring of the one in Python."""
    return {
        path.stem: ast.get_docstring(ast.parse(path.read_text("utf-8"))) or path.stem
        for path in sorted(PROGRAMS.glob("*.py"))
    }


class Judge:
    """Measures programs, and takes no time for a wrong answer.

    Args:
        pages: The pages.
    """

    def __init__(self, pages: OpenPages) -> None:
        self.pages = pages
        self.answers: dict[str, str] = {}

    def measure(self, language: str, name: str) -> object:
        """Return the milliseconds of a call, or the wrong answer of another Python.

        Args:
            language: JavaScript first: its answer is the right one.
            name: Of the program.

        Raises:
            ToolkitError: The wrong answer is Brython's, here or on a web page.
        """
        answer, milliseconds = self.pages.open(language, name), 0.0
        if answer == "ready":
            milliseconds, answer = self.pages.driver.execute_async_script(MEASURE)
        right = self.answers.setdefault(name, answer)
        if answer == right:
            return milliseconds
        if language in (TOOLKIT, STOCK):
            raise ToolkitError(f"{name} answers {answer} in {language}, and {right} in JavaScript")
        return answer


def table(programs: dict[str, str], times: dict[tuple[str, str], float]) -> str:
    """Return the table, in Markdown.

    Args:
        programs: What each does, by name.
        times: Milliseconds of a call, by language and name.
    """
    lines = [
        f"| program | {JAVASCRIPT} | " + " | ".join(PYTHONS) + " |",
        "|---|" + "--:|" * (1 + len(PYTHONS)),
    ]
    for name in dict.fromkeys(name for _, name in times):
        plain = times[JAVASCRIPT, name]
        cells = [
            f"{times[key] / plain:,.{int(times[key] < 10 * plain)}f} ×" if key in times else "wrong"
            for key in ((python, name) for python in PYTHONS)
        ]
        lines.append(f"| {programs[name]} | {plain:.3f} ms | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(console.run(main))

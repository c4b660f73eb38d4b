"""The programs of the benchmarks: the same in Python and in JavaScript, and all in the table."""

from __future__ import annotations

import ast
import asyncio
import inspect
import runpy
from pathlib import Path
from typing import Any

import pytest
from py_mini_racer import MiniRacer

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = sorted((ROOT / "benchmarks" / "programs").glob("*.py"))
WITHOUT_PAGE = [path for path in PROGRAMS if "window" not in path.read_text("utf-8")]


@pytest.mark.parametrize("path", WITHOUT_PAGE, ids=lambda path: path.stem)
def test_programs_agree(path: Path) -> None:
    """A program gives the same answer in CPython and in JavaScript, the second time too."""
    run = runpy.run_path(str(path))["run"]
    # What an `async` function returns is read in V8: a promise that is left open keeps it running.
    script = path.with_suffix(".js").read_text("utf-8")
    engine = MiniRacer()
    engine.eval(f"{script}\nlet answer; (async () => {{ await run(); answer = await run() }})()")
    assert [str(answer_of(run)), str(answer_of(run))] == [engine.eval("String(answer)")] * 2


def answer_of(run: Any) -> Any:
    answer = run()

    async def wait() -> Any:
        return await answer

    return asyncio.run(wait()) if inspect.isawaitable(answer) else answer


def test_table_is_complete() -> None:
    """docs/performance.md has a row for each program, and no other."""
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    rows = {
        line[2:].split(" | ")[0] for line in page.splitlines() if line.endswith((" × |", "wrong |"))
    }
    named = {ast.get_docstring(ast.parse(path.read_text("utf-8"))) for path in PROGRAMS}
    assert rows == named

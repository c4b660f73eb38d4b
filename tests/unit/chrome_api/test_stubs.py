"""The stubs of `chrome`, `browser` and `javascript`, as type checkers see them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extension_toolkit.chrome_api import load
from extension_toolkit.chrome_api.stubs import make_stubs

ROOT = Path(__file__).resolve().parents[3]
CHROME = ROOT / "src" / "chrome"
DEMO = ("background", "popup", "tabs")
SAMPLES = Path(__file__).parent / "samples"


def mypy(name: str) -> set[tuple[int, str]]:
    """What mypy finds in a sample, as pairs of line and kind."""
    command = [sys.executable, "-m", "mypy", str(SAMPLES / name)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode in (0, 1), result.stdout + result.stderr
    found = re.findall(r"^.*?:(\d+): error: .*\[([\w-]+)\]$", result.stdout, re.MULTILINE)
    return {(int(line), kind) for line, kind in found}


def marks(name: str) -> set[tuple[int, str]]:
    """The mistakes marked in a sample, as pairs of line and kind."""
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    found = [(number, re.search(r"  # ([\w-]+)$", line)) for number, line in enumerate(lines, 1)]
    return {(number, mark[1]) for number, mark in found if mark}


def test_the_committed_stubs_are_what_the_table_gives() -> None:
    """`src/chrome/` has exactly the stubs that `scripts/chrome_api.py` makes."""
    committed = {
        path.relative_to(CHROME).as_posix(): path.read_text("utf-8")
        for path in CHROME.rglob("*.pyi")
    }
    assert committed == make_stubs(load())


@pytest.mark.parametrize("name", ["right.py", "wrong.py"])
def test_mypy_finds_the_mistakes_and_nothing_else(name: str) -> None:
    """Unknown names, wrong arguments and a forgotten `await` are found, each at its line."""
    assert mypy(name) == marks(name)


@pytest.mark.skipif(shutil.which("node") is None, reason="pyright needs Node.js")
def test_pyright_finds_the_same(tmp_path: Path) -> None:
    """So does the checker that most editors use, and the demo itself is clean."""
    demo = [os.path.relpath(ROOT / "src" / name, tmp_path) for name in DEMO]
    settings = {"include": [*demo, "."], "extraPaths": [str(ROOT / "src")]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    shutil.copytree(SAMPLES, tmp_path, dirs_exist_ok=True)
    command = [sys.executable, "-m", "pyright", "--outputjson", "--project", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {
        (Path(item["file"]).name, item["range"]["start"]["line"] + 1)
        for item in json.loads(result.stdout)["generalDiagnostics"]
        if item["severity"] == "error"
    }
    assert found == {("wrong.py", line) for line, _ in marks("wrong.py")}

"""The stubs of `chrome`, `browser` and `javascript`, as type checkers see them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from extension_toolkit.chrome_api import load
from extension_toolkit.chrome_api.stubs import make_stubs

ROOT = Path(__file__).resolve().parents[3]
CHROME = ROOT / "src" / "chrome"
SAMPLES = Path(__file__).parent / "samples"


def findings(name: str) -> set[tuple[int, str]]:
    """What mypy finds in a sample, as pairs of line and kind."""
    command = [sys.executable, "-m", "mypy", "--no-warn-unused-configs", str(SAMPLES / name)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode in (0, 1), result.stdout + result.stderr
    found = re.findall(r"^.*?:(\d+): error: .*\[([\w-]+)\]$", result.stdout, re.MULTILINE)
    return {(int(line), kind) for line, kind in found}


def test_the_committed_stubs_are_what_the_table_gives() -> None:
    """`src/chrome/` has exactly the stubs that `scripts/chrome_api.py` makes."""
    committed = {
        path.relative_to(CHROME).as_posix(): path.read_text("utf-8")
        for path in CHROME.rglob("*.pyi")
    }
    assert committed == make_stubs(load())


def test_right_uses_are_clean() -> None:
    """Code that is right gets no complaint, in strict mode."""
    assert findings("right.py") == set()


def test_wrong_uses_are_reported() -> None:
    """Unknown names, wrong arguments and a forgotten `await` are found, each at its line."""
    lines = (SAMPLES / "wrong.py").read_text("utf-8").splitlines()
    marked = [(number, re.search(r"  # ([\w-]+)$", line)) for number, line in enumerate(lines, 1)]
    assert findings("wrong.py") == {(number, mark[1]) for number, mark in marked if mark}

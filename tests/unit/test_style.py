"""The habits of the code: format, lint and types are clean."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "format", "--check", "."], id="format"),
        pytest.param(["ruff", "check", "."], id="lint"),
        pytest.param(["mypy"], id="types"),
        # Which is hidden behind its stub otherwise.
        pytest.param(["mypy", "src/chrome/__init__.py"], id="types-of-chrome"),
    ],
)
def test_style(command: list[str]) -> None:
    """The tool finds nothing to complain about."""
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr

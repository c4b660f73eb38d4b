"""What the command `new` makes, with the tests that come with it, in Chrome."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.installed import Installed


@pytest.mark.parametrize("options", [[], ["--no-clerk"]], ids=["clerk", "plain"])
def test_new_project(options: list[str], installed: Installed, tmp_path: Path) -> None:
    """A new extension passes all of its own tests, those in the browser too."""
    made = installed.run(tmp_path, "extension-toolkit", "new", "mine", "--no-install", *options)
    assert made.returncode == 0, made.stderr
    tested = installed.run(tmp_path / "mine", Path(sys.executable).name, "-m", "pytest", "-q")
    assert tested.returncode == 0, tested.stdout
    assert "passed" in tested.stdout
    assert "skipped" not in tested.stdout

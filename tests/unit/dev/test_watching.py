"""Which changes a development run sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extension_toolkit.dev.watching import Watcher

TIMEOUT = 5.0  # seconds
MOMENT = 0.3  # seconds, in which a change would have been told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("src/popup", "build", ".local/profile"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    """A watcher that has begun to watch, which takes its threads some time."""
    watcher = Watcher(root)
    awaited = {root / "src/begun.py", root / "pyproject.toml"}
    seen: set[Path] = set()
    while not awaited <= seen:
        for path in awaited - seen:
            path.write_text("1")
        seen |= watcher.changes(MOMENT)
    while watcher.changes(MOMENT):
        pass
    yield watcher
    watcher.close()


def test_what_a_build_reads(root: Path, watcher: Watcher) -> None:
    """Sources, settings and environment files are seen, at any depth and when replaced."""
    known = root / "src/popup/index.py"
    known.write_text("1")
    assert watcher.changes(TIMEOUT) == {known}
    for name in ("pyproject.toml", ".env.development"):
        (root / "new").write_text("1")
        (root / "new").replace(root / name)  # as editors do
        while (changes := watcher.changes(TIMEOUT)) == {known}:
            pass  # what was written before may be told in parts
        assert changes - {known} == {root / name}
        known = root / name


def test_what_a_build_writes(root: Path, watcher: Watcher) -> None:
    """Output, profile, caches and other files are not seen, so that no build causes another."""
    (root / "src/popup/__pycache__").mkdir()
    (root / "src/popup/__pycache__/index.pyc").write_text("1")
    for name in ("build/manifest.json", ".local/profile/Preferences", "README.md"):
        (root / name).write_text("1")
    assert watcher.changes(MOMENT) == set()

"""When a development run brings the local Clerk."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.dev.local_clerk import find_local_clerk
from extension_toolkit.toolchain.environment import KEY_NAME
from unit.toolchain.project import publishable_key

FILE = ".env.development"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that imports Clerk, and has no key."""
    monkeypatch.delenv(KEY_NAME, raising=False)
    (tmp_path / "src").mkdir()
    (tmp_path / "src/index.py").write_text("from clerk import createClerkClient\n")
    return tmp_path


def test_fresh_clone(root: Path) -> None:
    """Without a key the project gets the local Clerk's, and the next run finds it there."""
    emulator = find_local_clerk(root, "development")
    assert emulator
    assert (root / FILE).read_text() == f"{KEY_NAME}={emulator.publishable_key}\n"
    again = find_local_clerk(root, "development")
    assert again
    assert again.publishable_key == emulator.publishable_key


def test_key_of_ones_own(root: Path) -> None:
    """With the key of another instance there is no local Clerk, and the file stays."""
    text = f"{KEY_NAME}={publishable_key()}\n"
    (root / FILE).write_text(text)
    assert find_local_clerk(root, "development") is None
    assert (root / FILE).read_text() == text


def test_without_clerk(root: Path) -> None:
    """A project that does not import Clerk gets neither."""
    (root / "src/index.py").write_text("# import clerk\nimport clerkship\n")
    assert find_local_clerk(root, "development") is None
    assert not (root / FILE).exists()

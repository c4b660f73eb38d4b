"""How a command ends when something is wrong."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from extension_toolkit import console


def test_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file's error is told with its name, and without a traceback."""
    assert console.run(lambda: len(tmp_path.read_bytes())) == 1
    assert f"Is a directory: '{tmp_path}'" in capsys.readouterr().err


def test_full_disk(capsys: pytest.CaptureFixture[str]) -> None:
    """A full disk, which knows no file, is told too."""

    def write() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert console.run(write) == 1
    assert "No space left on device" in capsys.readouterr().err


def test_fault_of_the_toolkit() -> None:
    """Any other error keeps its traceback."""

    def fail() -> int:
        raise ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")

    with pytest.raises(ConnectionResetError):
        console.run(fail)

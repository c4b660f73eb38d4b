"""The files of a finished extension."""

from __future__ import annotations

from pathlib import Path


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return all files of an unpacked extension by their path in it, sorted."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

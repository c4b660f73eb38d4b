"""The files of a finished extension."""

from __future__ import annotations

from pathlib import Path

from extension_toolkit.toolchain.pyproject import read_pyproject


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return all files of an unpacked extension by their path in it, sorted."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def keep_patterns(root: Path) -> list[str]:
    """Return the patterns of files that code uses by names which it puts together.

    Args:
        root: The project's folder; they stand under `[tool.extension] keep` in `pyproject.toml`.
    """
    patterns: list[str] = read_pyproject(root)[1].get("keep", [])
    return patterns

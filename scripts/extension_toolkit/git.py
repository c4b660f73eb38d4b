"""What git knows of a project's files; nothing, where there is no git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def would_be_committed(path: Path) -> bool:
    """Return whether a file lies in a git repository that does not ignore it."""
    result = _git(path.parent, "check-ignore", "--quiet", path.name)
    return result is not None and result.returncode == 1


def committed_files(folder: Path, *patterns: str) -> list[str]:
    """Return the files below a folder that git has and that fit one of the patterns."""
    result = _git(folder, "ls-files", "-z", "--", *patterns)
    return [name for name in result.stdout.split("\0") if name] if result else []


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None

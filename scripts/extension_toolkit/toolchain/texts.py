"""The texts of a developer's files."""

from __future__ import annotations

from pathlib import Path

from .errors import BuildError


def decode(content: bytes, label: str) -> str:
    """Return what a developer's file says, without the mark with which some editors begin it.

    Args:
        content: What is in the file.
        label: What messages call it.

    Raises:
        BuildError: It is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BuildError("the file is not UTF-8 text; save it as that", label, line) from error


def read_text(path: Path, label: str) -> str:
    """Return the text of a developer's file, each line ended by `\\n`.

    Args:
        path: The file.
        label: What messages call it.

    Raises:
        BuildError: It is not UTF-8.
    """
    return decode(path.read_bytes(), label).replace("\r\n", "\n").replace("\r", "\n")

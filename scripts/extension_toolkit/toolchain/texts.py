"""The texts of a developer's files."""

from __future__ import annotations

import re
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
    return with_line_feeds(decode(path.read_bytes(), label))


def with_line_feeds(text: str) -> str:
    """Return a text each of whose lines is ended by `\\n`, as Python and HTML have it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def mentions(text: str, name: str) -> bool:
    """Return whether a text has a file's name or path, and not as a part of a longer one."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None

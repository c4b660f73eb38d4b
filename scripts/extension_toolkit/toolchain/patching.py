"""Exact changes of Brython's files, which stop the build where a new Brython differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .errors import BuildError

# Why, the text that is there, and what takes its place.
Patch = tuple[str, str, str]


def patched(source: str, patches: Iterable[Patch], unknown: Callable[[str], BuildError]) -> str:
    """Return a source with texts replaced, each of which has to occur once.

    Args:
        source: The source.
        patches: The texts, in the order in which they are replaced.
        unknown: Makes the error from what was expected.

    Raises:
        BuildError: A text does not occur, or more than once.
    """
    for why, old, new in patches:
        if source.count(old) != 1:
            raise unknown(f"{old!r} once ({why})")
        source = source.replace(old, new)
    return source


def not_as_expected(what: str, expected: str, written_for: str) -> BuildError:
    """Return the error for a file of Brython's that is not the one that is known.

    Args:
        what: The file or module.
        expected: What is not found in it.
        written_for: Our file that expects it.
    """
    return BuildError(
        f"{what} is not as expected: {expected}. Pin the version of brython in pyproject.toml that "
        f"extension_toolkit/toolchain/{written_for} was written for, or adapt it."
    )

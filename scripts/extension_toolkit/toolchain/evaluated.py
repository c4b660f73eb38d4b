"""Code that would be evaluated or loaded while a page runs, searched for in the finished files."""

from __future__ import annotations

import re

from .errors import BuildError
from .javascript import parse_javascript
from .runtime_source import DYNAMIC_CODE


def refuse_evaluated_code(files: dict[str, bytes]) -> None:
    """The promise of the whole build: nothing shipped evaluates a string or loads a script."""
    for name, content in files.items():
        text = content.decode("utf-8", "ignore") if name.endswith((".js", ".html")) else ""
        found = list(DYNAMIC_CODE.finditer(text))
        if found and name.endswith(".js"):
            found = _without_mentions(text, found)
        if found:
            line = text.count("\n", 0, found[0].start()) + 1
            raise BuildError(
                f"{found[0][0]!r} evaluates or loads code, which Chrome forbids", name, line
            )


def _without_mentions(script: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out what stands in strings and comments, as docstrings may mention evaluated code."""
    root = parse_javascript(script.encode())

    def is_mention(match: re.Match[str]) -> bool:
        start = len(script[: match.start()].encode())
        node = root.descendant_for_byte_range(start, start + len(match[0]))  # which is ASCII
        return node is not None and node.type in ("string_fragment", "comment")

    return [match for match in found if not is_mention(match)]

"""Code that would be evaluated or loaded while a page runs, searched for in the finished files."""

from __future__ import annotations

import json
import re

from .errors import BuildError
from .javascript import parse_javascript
from .runtime_source import DYNAMIC_CODE

# The first line of a module in a script of the build's: what it tells of the module is JSON.
MODULE_HEAD = re.compile(r"\$python\.define\((.*),function\(\)\{")


def refuse_evaluated_code(files: dict[str, bytes]) -> None:
    """The promise of the whole build: nothing shipped evaluates a string or loads a script."""
    for name, content in files.items():
        text = content.decode("utf-8", "ignore") if name.endswith((".js", ".html")) else ""
        found = list(DYNAMIC_CODE.finditer(text))
        if name.endswith(".js"):
            found = _without_mentions(text, [m for m in found if not _is_in_head(m)])
        if found:
            line = text.count("\n", 0, found[0].start()) + 1
            raise BuildError(
                f"{found[0][0]!r} evaluates or loads code, which Chrome forbids", name, line
            )


def _is_in_head(found: re.Match[str]) -> bool:
    """Whether it stands in a module's head, as does the source that development builds carry.

    Told without the syntax tree, since many modules of the library have `import(` in theirs.
    """
    start = found.string.rfind("\n", 0, found.start()) + 1
    head = MODULE_HEAD.match(found.string, start)
    if head is None or found.end() > head.end(1):
        return False
    try:
        json.loads(f"[{head[1]}]")
    except ValueError:
        return False
    return True


def _without_mentions(script: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out what stands in strings and comments, as docstrings may mention evaluated code."""
    if not found:
        return []
    root = parse_javascript(script.encode())

    def is_mention(match: re.Match[str]) -> bool:
        start = len(script[: match.start()].encode())
        node = root.descendant_for_byte_range(start, start + len(match[0]))  # which is ASCII
        return node is not None and node.type in ("string_fragment", "comment")

    return [match for match in found if not is_mention(match)]

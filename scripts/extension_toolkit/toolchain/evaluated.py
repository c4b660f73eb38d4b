"""Code that would be evaluated or loaded while a page runs, searched for in the finished files."""

from __future__ import annotations

from .errors import BuildError
from .javascript import parse_javascript, replace, walk
from .runtime_source import DYNAMIC_CODE


def refuse_evaluated_code(files: dict[str, bytes]) -> None:
    """The promise of the whole build: nothing shipped evaluates a string or loads a script."""
    for name, content in files.items():
        text = content.decode("utf-8", "ignore") if name.endswith((".js", ".html")) else ""
        if DYNAMIC_CODE.search(text) is None:
            continue
        script = _without_mentions(text) if name.endswith(".js") else text
        if found := DYNAMIC_CODE.search(script):
            line = script.count("\n", 0, found.start()) + 1
            raise BuildError(
                f"{found[0]!r} evaluates or loads code, which Chrome forbids", name, line
            )


def _without_mentions(script: str) -> str:
    """Cut the strings and comments that only mention evaluated code, as docstrings may."""
    source = script.encode()
    cuts = []
    for node in walk(parse_javascript(source)):
        text = source[node.start_byte : node.end_byte].decode()
        if node.type in ("string_fragment", "comment") and DYNAMIC_CODE.search(text):
            cuts.append(((node.start_byte, node.end_byte), "\n" * text.count("\n")))
    return replace(source, cuts).decode()

"""JavaScript as a syntax tree, to cut and replace exact parts of it."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

__all__ = ["Node", "Span", "parse_javascript", "replace", "walk"]

Span = tuple[int, int]  # bytes: start, end


def parse_javascript(source: bytes) -> Node:
    """Return the root of the syntax tree."""
    return Parser(Language(tree_sitter_javascript.language())).parse(source).root_node


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it."""
    yield node
    for child in node.children:
        yield from walk(child)


def replace(source: bytes, cuts: list[tuple[Span, str]]) -> bytes:
    """Replace spans by texts; a span inside another goes with the outer one."""
    pieces: list[bytes] = []
    position = 0
    for (start, end), text in sorted(cuts, key=lambda cut: (cut[0][0], -cut[0][1])):
        if start < position:
            continue
        pieces += [source[position:start], text.encode()]
        position = end
    return b"".join([*pieces, source[position:]])

"""JavaScript as a syntax tree, to cut and replace exact parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

__all__ = ["Node", "Span", "matches", "nodes_of_type", "parse_javascript", "replace"]

Span = tuple[int, int]  # bytes: start, end
LANGUAGE = Language(tree_sitter_javascript.language())


def parse_javascript(source: bytes) -> Node:
    """Return the root of the syntax tree."""
    return Parser(LANGUAGE).parse(source).root_node


def nodes_of_type(node: Node, *types: str) -> list[Node]:
    """Return a node and all below it that are of one of these types, in no certain order."""
    return QueryCursor(_query(types)).captures(node).get("found", [])


def matches(pattern: re.Pattern[bytes], source: bytes) -> Iterator[tuple[re.Match[bytes], Node]]:
    """Yield where a pattern is found, and the innermost node around it.

    The source is parsed only if it is found at all.
    """
    found = list(pattern.finditer(source))
    if not found:
        return
    root = parse_javascript(source)
    for match in found:
        node = root.descendant_for_byte_range(*match.span())
        assert node is not None  # the root spans the source
        yield match, node


@cache
def _query(types: tuple[str, ...]) -> Query:
    return Query(LANGUAGE, f"[{' '.join(f'({name})' for name in types)}] @found")


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

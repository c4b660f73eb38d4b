"""Scripts as the store gets them, without what only developers read."""

from __future__ import annotations

import re

import minify

from .javascript import Span, parse_javascript, replace

# Which the minifier takes for `| 0`, so that a number above 2**31 becomes another.
TRUNC = re.compile(rb"\bMath\??\.trunc(?=(?:\?\.)?\()")


def minified(script: str) -> str:
    """Shorten a script; its effect is the same."""
    script = script.replace("\0", r"\x00")  # at which the minifier would end
    return str(minify.string("application/javascript", _with_safe_trunc(script)))


def _with_safe_trunc(script: str) -> str:
    source = script.encode()
    found = list(TRUNC.finditer(source))
    if not found:
        return script
    root = parse_javascript(source)
    cuts: list[tuple[Span, str]] = []
    for match in found:
        node = root.descendant_for_byte_range(*match.span())
        if node is not None and node.type == "member_expression":  # and no part of a text
            cuts.append((match.span(), "(0, Math.trunc)"))
    return replace(source, cuts).decode()

"""Scripts as the store gets them, without what only developers read."""

from __future__ import annotations

import re

import minify

from .javascript import Span, matches, replace

# Which the minifier takes for `| 0`, so that a number above 2**31 becomes another.
TRUNC = re.compile(rb"\bMath\??\.trunc(?=(?:\?\.)?\()")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def minified(script: str) -> str:
    """Shorten a script; its effect is the same."""
    script = script.replace("\0", r"\x00")  # at which the minifier would end
    shortened = minify.string("application/javascript", _with_safe_trunc(script))
    return NOT_ASCII.sub(_escaped, shortened)


def _escaped(found: re.Match[str]) -> str:
    """In ASCII, since for a single other character V8 keeps a whole script in twice the memory."""
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


def _with_safe_trunc(script: str) -> str:
    source = script.encode()
    cuts: list[tuple[Span, str]] = [
        (match.span(), "(0, Math.trunc)")
        for match, node in matches(TRUNC, source)
        if node.type == "member_expression"  # and no part of a text
    ]
    return replace(source, cuts).decode()

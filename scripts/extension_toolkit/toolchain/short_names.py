"""Short names for members of the run time's objects, in production builds.

Compiled code is calls of the run time, such as `$B.trace_return_and_leave(frame, …)`, thousands of
them. Minifiers leave the names of members alone, since they cannot know who else asks for them.
Here all scripts that may are at hand: those that an extension loads into its pages.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping

from .javascript import nodes_of_type, parse_javascript, replace

WORD = re.compile(r"[\w$]+")
# A member of Brython's object, or of another object if no browser has such names.
MEMBER = re.compile(r"(?<![\w$.])\$B\.([\w$]+)|\.(\$[\w$]+)")
LETTERS = string.ascii_letters + string.digits


def with_short_names(scripts: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts of an extension with short names where nobody can tell the difference.

    A name stays if anything but `$B.name` mentions it, or `.$name` where it begins with `$`: a text
    that may be used to ask for it, a pattern that takes it out, a member of something else.

    Args:
        scripts: All that share a run time, by path, before they are minified.
    """
    members: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for script in scripts.values():
        code = _without_comments(script)
        mentions.update(WORD.findall(code))
        members.update(_name(found) for found in MEMBER.finditer(code))
    names = [name for name, count in members.items() if count == mentions[name]]
    names.sort(key=lambda name: (-members[name] * len(name), name))
    short = dict(zip(names, _free_names(mentions), strict=False))

    def rename(found: re.Match[str]) -> str:
        name = _name(found)
        return found[0].removesuffix(name) + min(short.get(name, name), name, key=len)

    return {path: MEMBER.sub(rename, script) for path, script in scripts.items()}


def _name(found: re.Match[str]) -> str:
    return found[1] or found[2]


def _free_names(taken: Mapping[str, int]) -> Iterator[str]:
    """Yield `$a`, `$b`, … `$aa`, …: names that neither Python nor a browser has."""
    for length in itertools.count(1):
        for letters in itertools.product(LETTERS, repeat=length):
            name = "$" + "".join(letters)
            if name not in taken:
                yield name


def _without_comments(script: str) -> str:
    source = script.encode()
    comments = nodes_of_type(parse_javascript(source), "comment")
    return replace(source, [((c.start_byte, c.end_byte), "") for c in comments]).decode()

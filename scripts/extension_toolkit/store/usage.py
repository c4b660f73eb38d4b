"""Find files that nobody uses, from what the others mention, beginning with manifest.json."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from extension_toolkit.findings import Finding
from extension_toolkit.toolchain.texts import mentions

MANIFEST = "manifest.json"
BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff", ".woff2", ".wasm", ".mp3")


def check_usage(files: Mapping[str, bytes], kept: Iterable[str] = ()) -> list[Finding]:
    """Return the files that nobody uses.

    Args:
        files: An extension's files by path.
        kept: Patterns of files that code uses without writing their names out.
    """
    texts = {
        name: content.decode("utf-8", "ignore")
        for name, content in files.items()
        if not name.endswith(BINARY)
    }
    used = {MANIFEST, *(n for n in files if any(fnmatchcase(n, pattern) for pattern in kept))}
    if '"default_locale"' in texts.get(MANIFEST, ""):
        used |= {name for name in files if re.fullmatch(r"_locales/\w+/messages\.json", name)}
    waiting = sorted(used)
    while waiting:
        user = waiting.pop()
        found = {name for name in files.keys() - used if _uses(user, texts.get(user, ""), name)}
        used |= found
        waiting += sorted(found)
    return [
        Finding(
            name,
            "nobody uses it",
            "remove it from src/; or, if code puts its name together, name it under "
            "[tool.extension] keep in pyproject.toml, as a pattern such as images/*",
        )
        for name in sorted(files.keys() - used)
    ]


def _uses(user: str, text: str, name: str) -> bool:
    """Return whether a file's text has another one's path: from the top, from its own folder, or
    from that of any page that it may be a script of, which is the shortest form: its name."""
    folder = posixpath.dirname(user)
    forms = {name, posixpath.relpath(name, folder or ".")}
    if user.endswith(".js"):
        forms.add(posixpath.basename(name))
    return any(mentions(text, form) for form in forms)

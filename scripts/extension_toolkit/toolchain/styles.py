"""Style sheets, which in production stand in the pages that name them.

No script of a page runs before its style sheets are there, and each is a request. The policy of
pages allows what stands in them by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from .markup import file_named
from .texts import mentions, with_line_feeds

LINK = re.compile(
    r"""<link\s+(?:rel=["']stylesheet["']\s+href=["']([^"']+)["']"""
    r"""|href=["']([^"']+)["']\s+rel=["']stylesheet["'])\s*/?>"""
)
# What is about where the style sheet is, or would end too early.
BOUND = re.compile(r"url\(|image-set\(|@import|@charset|</style", re.IGNORECASE)
# Bytes from which on a file is better, which Chrome loads beside the scripts.
LIMIT = 16_000


def inline_styles(
    pages: Iterable[str], files: dict[str, bytes], manifest: dict[str, Any], kept: Iterable[str]
) -> None:
    """Put style sheets into the pages, and their hashes into the policy.

    Args:
        pages: The paths of the pages.
        files: All files by path; a style sheet goes that nothing names any more.
        manifest: With the build's own policy.
        kept: Patterns of files that code uses without writing their names out.
    """
    inlined: dict[str, str] = {}  # by path: the hash
    for page in pages:
        text, in_page = _with_styles(page, files)
        files[page] = text.encode()
        inlined |= in_page
    policy = manifest["content_security_policy"]
    allowed = " ".join(["style-src 'self'", *dict.fromkeys(inlined.values())])
    policy["extension_pages"] = policy["extension_pages"].replace("style-src 'self'", allowed)
    kept = [*kept, *_accessible(manifest)]
    texts = {name: content.decode("utf-8", "ignore") for name, content in files.items()}
    texts["manifest.json"] = json.dumps(manifest)
    for path in inlined:
        name = posixpath.basename(path)
        is_kept = any(fnmatchcase(path, pattern) for pattern in kept)
        if not is_kept and not any(mentions(text, name) for text in texts.values()):
            del files[path], texts[path]


def _with_styles(page: str, files: dict[str, bytes]) -> tuple[str, dict[str, str]]:
    """Return a page that holds its style sheets, and the hash of each by path, in order."""
    inlined: dict[str, str] = {}

    def style(link: re.Match[str]) -> str:
        path = file_named(page, link[1] or link[2])
        sheet = _text(files.get(path, b""))
        if not sheet or len(sheet) > LIMIT or BOUND.search(sheet):
            return link[0]
        digest = hashlib.sha256(sheet.encode()).digest()
        inlined[path] = f"'sha256-{base64.b64encode(digest).decode()}'"
        return f"<style>{sheet}</style>"

    return LINK.sub(style, files[page].decode()), inlined


def _accessible(manifest: dict[str, Any]) -> Iterator[str]:
    """Yield the patterns of files that web pages may ask for."""
    for entry in manifest.get("web_accessible_resources", []):
        yield from entry.get("resources", [])


def _text(content: bytes) -> str:
    """A style sheet as a page holds it; "" where it is not UTF-8."""
    try:
        return with_line_feeds(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return ""

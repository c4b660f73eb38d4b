"""Style sheets, which in production stand in the pages that name them.

No script of a page runs before its style sheets are there, and each is a request. The policy of
pages allows what stands in them by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterable
from typing import Any

LINK = re.compile(
    r"""<link\s+(?:rel=["']stylesheet["']\s+href=["']([^"']+)["']"""
    r"""|href=["']([^"']+)["']\s+rel=["']stylesheet["'])\s*/?>"""
)
# What is about where the style sheet is, or would end too early.
BOUND = re.compile(r"url\(|image-set\(|@import|@charset|</style", re.IGNORECASE)
# Bytes from which on a file is better, which Chrome loads beside the scripts.
LIMIT = 16_000


def inline_styles(pages: Iterable[str], files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """Put style sheets into the pages, and their hashes into the policy.

    Args:
        pages: The paths of the pages.
        files: All files by path.
        manifest: With the build's own policy.
    """
    hashes: dict[str, None] = {}
    for page in pages:
        text, in_page = _with_styles(page, files)
        files[page] = text.encode()
        hashes |= in_page
    policy = manifest["content_security_policy"]
    allowed = " ".join(["style-src 'self'", *hashes])
    policy["extension_pages"] = policy["extension_pages"].replace("style-src 'self'", allowed)


def _with_styles(page: str, files: dict[str, bytes]) -> tuple[str, dict[str, None]]:
    """Return a page that holds its style sheets, and their hashes in order."""
    hashes: dict[str, None] = {}

    def style(link: re.Match[str]) -> str:
        path = posixpath.join("/", posixpath.dirname(page), link[1] or link[2])
        sheet = _text(files.get(posixpath.normpath(path).lstrip("/"), b""))
        if not sheet or len(sheet) > LIMIT or BOUND.search(sheet):
            return link[0]
        digest = hashlib.sha256(sheet.encode()).digest()
        hashes[f"'sha256-{base64.b64encode(digest).decode()}'"] = None
        return f"<style>{sheet}</style>"

    return LINK.sub(style, files[page].decode()), hashes


def _text(content: bytes) -> str:
    """A style sheet as a page holds it; "" where it is not UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return ""

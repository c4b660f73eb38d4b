"""What Chrome would leave out of a page, and say in its console at most.

The policy of an extension's pages allows no code and no style that stands in them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

# Which attribute of an element names a file.
FILES = {"script": "src", "link": "href", "img": "src"}
CODE = {"", "module", "importmap", "text/javascript", "application/javascript"}
CLERKS_IMAGES = "img.clerk.com"  # as the policy of `manifest.py` has it
CHROMES_OWN = "_favicon"  # Chrome answers it itself


def left_out(page: str, text: str, files: Collection[str], *, own_policy: bool) -> list[str]:
    """Return a warning for each thing that Chrome would leave out.

    Args:
        page: The HTML file's path in `src/`.
        text: What is in it.
        files: The paths of the extension's files.
        own_policy: Whether the developer wrote the policy, which may then allow styles.
    """
    reader = _Reader(page, files, own_policy)
    reader.feed(text)
    return reader.warnings


def file_named(page: str, address: str) -> str:
    """Return the path in `src/` of what a page names.

    Args:
        page: Its own.
        address: Relative to it, or from the top.
    """
    path = posixpath.join("/", posixpath.dirname(page), address)
    return posixpath.normpath(path).lstrip("/")


class _Reader(HTMLParser):
    def __init__(self, page: str, files: Collection[str], own_policy: bool) -> None:
        super().__init__()
        self.page = page
        self.files = files
        self.own_policy = own_policy
        self.warnings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        kind = values.get("type", "").lower()
        if tag == "script" and "src" not in values and kind in CODE:
            self._warn("Chrome runs no script that stands in a page; put it into a file")
        for name in values:
            if name.startswith("on"):
                self._warn(f'Chrome runs no {name}="…"; listen in Python, as with @bind')
        if (tag == "style" or "style" in values) and not self.own_policy:
            self._warn("Chrome applies no style that stands in a page; put it into a style sheet")
        address = urlsplit(values.get(FILES.get(tag, ""), "").strip())
        remote = tag == "img" or (tag == "link" and values.get("rel") == "stylesheet")
        if remote and address.netloc not in ("", CLERKS_IMAGES) and not self.own_policy:
            self._warn("the policy of pages lets nothing in from there; put the file into src/")
        if kind == "text/python" or address.scheme or address.netloc or not address.path:
            return
        name = file_named(self.page, unquote(address.path))
        if name not in self.files and name != CHROMES_OWN:
            self._warn(f"there is no file src/{name}; add it, or mend its name here")

    def _warn(self, message: str) -> None:
        self.warnings.append(f"src/{self.page}:{self.getpos()[0]}: {message}")

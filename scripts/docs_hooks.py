"""Links out of `docs/`, which the repository's pages have, made to work in the site too.

A file that a page links to, such as a test, gets a page that shows its text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

LINK = re.compile(r"(?<=\]\()((?:\.\./)+[^)#\s]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each file of the repository that a page links to."""
    docs = Path(config.docs_dir)
    linked = {
        path
        for file in files.documentation_pages()
        for path in links_out(file.content_string, file.src_uri)
    }
    for path in sorted(linked):
        text = (docs.parent / path).read_text("utf-8")
        language = path.rpartition(".")[2]
        content = (
            f"---\nsearch: {{exclude: true}}\n---\n# {posixpath.basename(path)}\n\n"
            f"`{path}`\n\n`````{language}\n{text}\n`````\n"
        )
        files.append(File.generated(config, page_of(path), content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links out of `docs/` to these pages."""

    def replace(match: re.Match[str]) -> str:
        path = from_root(match[1], page.file.src_uri)
        if path is None:
            return match[1]
        return posixpath.relpath(page_of(path), posixpath.dirname(page.file.src_uri) or ".")

    return LINK.sub(replace, markdown)


def links_out(markdown: str, page: str) -> Iterator[str]:
    """Yield the files, by path in the repository, that a page links to outside of `docs/`."""
    for link in LINK.findall(markdown):
        if path := from_root(link, page):
            yield path


def from_root(link: str, page: str) -> str | None:
    """Return a link's path in the repository, or None when it is inside of `docs/`."""
    path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), link))
    return None if path.startswith("docs/") else path


def page_of(path: str) -> str:
    return f"source/{path}.md"

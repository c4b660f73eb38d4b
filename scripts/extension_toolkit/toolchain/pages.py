"""Pages: the Python file that each one names, and the scripts that it gets instead.

A page is an HTML file with one `<script type="text/python" src="…">`. In the built page it becomes
plain scripts: the run time with the loader, and the modules that the page reaches, those that the
same pages share in one file. Few files open faster than many, and none carries what its pages do
not use. In production what every page uses stands behind the run time; in development it does not,
so that a stack of JavaScript's tells a developer's own modules from the run time.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from .errors import BuildError
from .imports import Module
from .secret_keys import refuse_secret_key
from .sources import Sources

PYTHON_SCRIPT = re.compile(
    r"""<script\s+type=["']text/python["']\s+src=["']([^"']+)["']\s*>\s*</script>"""
)
ANY_PYTHON_SCRIPT = re.compile(r"""<script\b[^>]*\btext/python\b""", re.IGNORECASE)
RUNTIME = "runtime.js"
REMOTE_SCRIPT = re.compile(r"""<script\b[^>]*\bsrc\s*=\s*["']?\s*(?:[a-z]+:)?//""", re.IGNORECASE)


@dataclass
class Chunk:
    """Modules in one file: those that exactly these pages use."""

    pages: tuple[str, ...]
    modules: list[Module]


def page_module(page: str, sources: Sources) -> str | None:
    """Return the module that a page names, or None for a page without Python.

    Args:
        page: The HTML file's path in `src/`.
        sources: Where to find it.

    Raises:
        BuildError: The page names it in a form that is not understood, or loads remote code.
    """
    text = sources.path(page).read_text("utf-8")
    name = sources.label(sources.path(page))
    refuse_secret_key(text, name)
    if remote := REMOTE_SCRIPT.search(text):
        line = text.count("\n", 0, remote.start()) + 1
        raise BuildError(
            "a script from elsewhere, which Chrome forbids; put it into src/", name, line
        )
    scripts = PYTHON_SCRIPT.findall(text)
    if len(scripts) != len(ANY_PYTHON_SCRIPT.findall(text)):
        raise BuildError(
            'write the script as <script type="text/python" src="….py"></script>', name
        )
    if not scripts:
        return None
    if len(scripts) > 1:
        raise BuildError("a page starts one Python file; import the others from it", name)
    target = PurePosixPath(posixpath.normpath(posixpath.join(posixpath.dirname(page), scripts[0])))
    if target.is_absolute() or ".." in target.parts or not sources.path(str(target)).is_file():
        raise BuildError(f"the page's script {scripts[0]!r} is not a file in src/", name)
    if target.suffix != ".py" or not target.stem.isidentifier():
        raise BuildError(
            f"the page's script {scripts[0]!r} is no Python module: its name has to be one "
            "that can be imported, such as my_page.py",
            name,
        )
    return ".".join(target.with_suffix("").parts)


def share_out(reached: dict[str, list[Module]], mode: str) -> dict[str, Chunk]:
    """Put the modules that the same pages use into one file each; by file name."""
    users: dict[str, list[str]] = {}
    modules: dict[str, Module] = {}
    for page, found in reached.items():
        for module in found:
            users.setdefault(module.name, []).append(page)
            modules[module.name] = module
    chunks: dict[str, Chunk] = {}
    for pages in sorted(set(map(tuple, users.values()))):
        name = pages[0].rpartition(".")[0].replace("/", ".")
        if len(pages) > 1:
            name = f"shared-{sum(len(chunk.pages) > 1 for chunk in chunks.values()) + 1}"
        if len(pages) == len(reached) and mode == "production":
            name = RUNTIME.removesuffix(".js")
        mine = [modules[n] for n, by in sorted(users.items()) if tuple(by) == pages]
        chunks[f"{name}.js"] = Chunk(pages, mine)
    return chunks


def rewrite_page(text: str, entry: str | None, scripts: list[str]) -> str:
    """Put plain scripts where the page names its Python file."""
    if entry is None:
        return text
    tags = [f'<script defer charset="utf-8" src="/python/{RUNTIME}" data-start="{entry}"></script>']
    tags += [f'<script defer charset="utf-8" src="/python/{name}"></script>' for name in scripts]
    return PYTHON_SCRIPT.sub(lambda _: "\n".join(tags), text, count=1)

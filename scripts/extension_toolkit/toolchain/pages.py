"""Pages: the Python file that each one names, and the scripts that it gets instead.

A page is an HTML file with one `<script type="text/python" src="…">`. In the built page it becomes
plain scripts: the run time with the loader, and the modules that the page reaches, those that the
same pages share in one file. Few files open faster than many, so a page may load a little of what
only others use. In production what every page uses stands behind the run time; in development it
does not, so that a stack of JavaScript's tells a developer's own modules from the run time.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from .errors import BuildError
from .imports import Module
from .secret_keys import refuse_secret_key
from .sources import Sources
from .texts import read_text

PYTHON_SCRIPT = re.compile(
    r"""<script\s+type=["']text/python["']\s+src=["']([^"']+)["']\s*>\s*</script>"""
)
ANY_PYTHON_SCRIPT = re.compile(
    r"""<script\b[^>]*(?:\btext/python\b|\bsrc\s*=\s*["']?[^"'>\s]+\.py\b)""", re.IGNORECASE
)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
RUNTIME = "runtime.js"
# What one request of a page's is worth, in bytes of code that it loads and does not use.
REQUEST = 100_000
REMOTE_SCRIPT = re.compile(r"""<script\b[^>]*\bsrc\s*=\s*["']?\s*(?:[a-z]+:)?//""", re.IGNORECASE)


@dataclass
class Page:
    """An HTML file.

    Attributes:
        text: What is in it.
        module: The module that it starts, or None.
        script: Where in the text that stands, from and to.
    """

    text: str
    module: str | None = None
    script: tuple[int, int] = (0, 0)

    def rewritten(self, scripts: list[str]) -> str:
        """Return the text with plain scripts where it names its Python file."""
        if self.module is None:
            return self.text
        tag = '<script defer charset="utf-8" src="/python/{}"{}></script>'
        first = tag.format(RUNTIME, f' data-start="{self.module}"')
        tags = "\n".join([first, *(tag.format(name, "") for name in scripts)])
        start, end = self.script
        return self.text[:start] + tags + self.text[end:]


@dataclass
class Chunk:
    """Modules in one file: those that exactly these pages use."""

    pages: tuple[str, ...]
    modules: list[Module]


def read_page(page: str, sources: Sources) -> Page:
    """Read a page, and find the module that it names.

    Args:
        page: The HTML file's path in `src/`.
        sources: Where to find it.

    Raises:
        BuildError: The page names it in a form that is not understood, or loads remote code.
    """
    name = sources.label(sources.path(page))
    text = read_text(sources.path(page), name)
    refuse_secret_key(text, name)
    seen = COMMENT.sub(_blank, text)
    if remote := REMOTE_SCRIPT.search(seen):
        line = text.count("\n", 0, remote.start()) + 1
        raise BuildError(
            "a script from elsewhere, which Chrome forbids; put it into src/", name, line
        )
    scripts = list(PYTHON_SCRIPT.finditer(seen))
    if len(scripts) != len(ANY_PYTHON_SCRIPT.findall(seen)):
        raise BuildError(
            'write the script as <script type="text/python" src="….py"></script>', name
        )
    if not scripts:
        return Page(text)
    if len(scripts) > 1:
        raise BuildError("a page starts one Python file; import the others from it", name)
    module = _module(scripts[0][1], page, name, sources)
    return Page(text, module, scripts[0].span())


def _blank(comment: re.Match[str]) -> str:
    """As many lines and characters as a comment has."""
    return re.sub(".", " ", comment[0])


def _module(script: str, page: str, label: str, sources: Sources) -> str:
    target = PurePosixPath(posixpath.normpath(posixpath.join(posixpath.dirname(page), script)))
    if target.is_absolute() or ".." in target.parts or not sources.path(str(target)).is_file():
        raise BuildError(f"the page's script {script!r} is not a file in src/", label)
    if target.suffix != ".py" or not target.stem.isidentifier():
        raise BuildError(
            f"the page's script {script!r} is no Python module: its name has to be one "
            "that can be imported, such as my_page.py",
            label,
        )
    return ".".join(target.with_suffix("").parts)


def share_out(
    reached: dict[str, list[Module]], sizes: dict[str, int], mode: str
) -> dict[str, Chunk]:
    """Put the modules that the same pages use into one file each; by file name.

    Args:
        reached: The modules of each page and content script.
        sizes: Bytes of each module, by name.
        mode: As of the build.
    """
    modules: dict[str, Module] = {}
    users: dict[str, list[str]] = {}
    for page, found in sorted(reached.items()):
        for module in found:
            modules[module.name] = module
            users.setdefault(module.name, []).append(page)
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in modules:
        groups.setdefault(tuple(users[name]), []).append(name)
    with_runtime = tuple(sorted(reached)) if mode == "production" else None
    if with_runtime:
        groups.setdefault(with_runtime, [])
    _join(groups, sizes)
    chunks: dict[str, Chunk] = {}
    shared = itertools.count(1)
    for pages in sorted(groups):
        if pages == with_runtime:
            name = RUNTIME
        elif len(pages) > 1:
            name = f"shared-{next(shared)}.js"
        else:  # `src/runtime.html` has its own script too
            path = pages[0].rpartition(".")[0]
            name = f"{path.replace('/', '.') if '/' in path else f'src.{path}'}.js"
        chunks[name] = Chunk(pages, [modules[name] for name in sorted(groups[pages])])
    return chunks


def _join(groups: dict[tuple[str, ...], list[str]], sizes: dict[str, int]) -> None:
    """Join files that several pages load, as long as the requests saved are worth more."""

    def gain(one: tuple[str, ...], other: tuple[str, ...]) -> int:
        if [page for page in one if not _is_page(page)] != [p for p in other if not _is_page(p)]:
            return 0  # into a web page goes nothing but what its content script uses
        both = len(set(one) & set(other))
        unused = weights[one] * (len(other) - both) + weights[other] * (len(one) - both)
        return REQUEST * both - unused

    while True:
        weights = {pages: sum(sizes[n] for n in names) for pages, names in groups.items()}
        pairs = itertools.combinations([pages for pages in groups if len(pages) > 1], 2)
        best = max(pairs, key=lambda pair: gain(*pair), default=None)
        if best is None or gain(*best) <= 0:
            return
        joined = [name for pages in best for name in groups.pop(pages)]
        groups.setdefault(tuple(sorted({*best[0], *best[1]})), []).extend(joined)


def _is_page(name: str) -> bool:
    return name.endswith(".html")

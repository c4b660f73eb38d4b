"""The fenced blocks of the documentation, as they stand there."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
FILE_NAME = re.compile(r"(?:#|<!--) ((?:src|tests)/[\w./-]+)(?: -->)?\n")


@dataclass(frozen=True)
class Block:
    """A fenced block.

    Attributes:
        page: The page's path in the repository.
        line: The line of its opening fence.
        language: The word after the fence.
        text: What is in it.
    """

    page: str
    line: int
    language: str
    text: str

    @property
    def file(self) -> str | None:
        """The file that the block is, where its first line says so."""
        found = FILE_NAME.match(self.text)
        return found[1] if found else None

    @property
    def is_test(self) -> bool:
        """Whether pytest collects something in it."""
        return (
            re.search(r"^(async )?def test_|^@pytest\.fixture", self.text, re.MULTILINE) is not None
        )

    @property
    def is_content_script(self) -> bool:
        return re.search(r"^MATCHES = ", self.text, re.MULTILINE) is not None

    def module(self) -> str:
        """Return the text as a module: what waits at the top goes into a coroutine."""
        tree = compile(
            self.text, self.page, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        )
        if any(waits(node) for node in tree.body):
            return f"async def example():\n{textwrap.indent(self.text, '    ')}"
        return self.text

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def waits(node: ast.AST) -> bool:
    """Return whether a statement awaits, and not only in a function that it defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return False
    return isinstance(node, ast.Await) or any(map(waits, ast.iter_child_nodes(node)))


def blocks_of(path: Path) -> Iterator[Block]:
    text = path.read_text("utf-8")
    for found in FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        page = path.relative_to(ROOT).as_posix()
        yield Block(page, line, found[2], textwrap.dedent(found[3]))


BLOCKS = [block for path in PAGES for block in blocks_of(path)]


def blocks(language: str, page: str | None = None) -> list[Block]:
    """Return the blocks of a language, of all pages or of one."""
    return [b for b in BLOCKS if b.language == language and page in (None, b.page)]


def write_extension(root: Path, page: str) -> None:
    """Write the blocks of a page as one extension.

    A block that names its file becomes that, others modules that the background imports; tests
    stay out. Settings are added to `pyproject.toml`.
    """
    files = {"src/background/__init__.py": ""}
    imports = ""
    for block in blocks("python", page):
        name = f"block_{block.line}"
        if block.file and not block.file.startswith("tests/"):
            files[block.file] = block.text
        elif block.is_content_script:
            files[f"src/contents/{name}.py"] = block.module()
        elif not block.is_test:
            files[f"src/background/{name}.py"] = block.module()
            imports += f"import background.{name}\n"
    index = "src/background/index.py"
    files[index] = files.get(index, "") + imports
    files |= {block.file: block.text for block in blocks("html", page) if block.file}
    for block in blocks("json", page):
        files["src/_locales/en/messages.json"] = block.text
    settings = [b.text for b in blocks("toml", page) if b.text.startswith("[tool.extension")]
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    with (root / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("\n".join(["", *settings]))


def blocks_for_pytest(page: str, *, in_browser: bool) -> list[Block]:
    """Return the blocks of a page that pytest runs, in Chrome or without."""
    found = [b for b in blocks("python", page) if b.is_test]
    return [b for b in found if ("automation" in b.text or "emulator" in b.text) == in_browser]

"""Small extensions, written where they are tested."""

from __future__ import annotations

import textwrap
from pathlib import Path

from extension_toolkit.toolchain.builder import Builder

CACHE = Path(__file__).resolve().parents[2] / "build" / ".cache"  # also the demo's
PYPROJECT = '[project]\nname = "miniature"\nversion = "1"\n'
PAGE = '<!doctype html>\n<title>Page</title>\n<script type="text/python" src="{}"></script>\n'


def build_miniature(
    root: Path, files: dict[str, str], manifest: str = "", mode: str = "development"
) -> Path:
    """Build an extension; return the folder to load.

    Args:
        root: An empty folder for the project.
        files: Python sources by path in `src/`. `popup/index.py` and the like are pages and get
            their HTML.
        manifest: Lines of `[tool.extension.manifest]`.
        mode: As of `Builder`.
    """
    source = root / "src"
    for name, text in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
        if path.name == "index.py" and path.parent.name != "background":
            path.with_name("index.html").write_text(PAGE.format("index.py"), "utf-8")
    (root / "pyproject.toml").write_text(
        f"{PYPROJECT}[tool.extension.manifest]\n{textwrap.dedent(manifest)}", "utf-8"
    )
    builder = Builder(root, mode)
    builder.cache = CACHE
    return builder.build().folder

"""The files of an extension: the project's own in `src/`, and the toolkit's where it has none.

Every extension uses the packages `chrome`, `clerk` and `webext`, and one with a background the
service worker and its page. The toolkit brings them; a project may have its own instead, as the
toolkit's own repository does.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import clerk

from .errors import BuildError

TOOLKIT = Path(__file__).resolve().parents[1]
# `src/` of the toolkit's repository, or where packages are installed.
LIBRARY = Path(clerk.__file__).resolve().parents[1]
PACKAGES = ("chrome", "clerk", "webext")
BACKGROUND = next(f for f in (TOOLKIT / "background", LIBRARY / "background") if f.is_dir())
CLERK_IMPORT = re.compile(r"^\s*(?:from|import)\s+clerk\b", re.MULTILINE)


class Sources:
    """Where to find what.

    Args:
        root: The project's folder.

    Attributes:
        folder: Its own files, `src/`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "src"

    def path(self, name: str) -> Path:
        """Return where a file or a folder is, or would be.

        Args:
            name: Its path in `src/`, with slashes.
        """
        top = name.partition("/")[0]
        if top in PACKAGES and not (self.folder / top).exists():
            return LIBRARY / name
        own = self.folder / name
        if top == "background" and not own.exists() and name in self._background_files():
            return BACKGROUND / name.partition("/")[2]
        return own

    def files(self) -> dict[str, Path]:
        """Return all files by their path in `src/`, sorted; of the toolkit's those that belong.

        Raises:
            BuildError: The name of one is not UTF-8, which Chrome could not ask for.
        """
        found = {
            path.relative_to(self.folder).as_posix(): path
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        for name in found:
            shown = os.fsencode(name).decode("utf-8", "replace")
            if shown != name:
                raise BuildError("the file's name is not UTF-8; rename it", f"src/{shown}")
        return dict(sorted((self._background_files() | found).items()))

    def label(self, path: Path) -> str:
        """Return how messages and tracebacks name a file: `src/…`, or `clerk/…` of the toolkit."""
        base = self.root if path.is_relative_to(self.folder) else LIBRARY
        return path.relative_to(base).as_posix()

    def _background_files(self) -> dict[str, Path]:
        """What the toolkit brings when the project has Python for the background."""
        if not (self.folder / "background" / "index.py").is_file():
            return {}
        return {
            f"background/{path.name}": path
            for path in BACKGROUND.iterdir()
            if path.suffix in (".html", ".js")
        }


def uses_clerk(root: Path) -> bool:
    """Return whether a developer's own Python imports the Clerk client."""
    source = root / "src"
    return any(
        CLERK_IMPORT.search(path.read_text("utf-8", "ignore"))
        for path in source.rglob("*.py")
        if not path.is_relative_to(source / "clerk")
    )

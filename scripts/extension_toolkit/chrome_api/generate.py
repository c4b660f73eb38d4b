"""Make `table.json` and the stubs: fetch the declarations, read them, add what they leave out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from .declarations import read_declarations
from .stubs import make_stubs
from .supplement import add_facts
from .table import FILE, Table

PACKAGE = "chrome-types"
VERSION = "0.1.457"


class NpmError(Exception):
    """The declarations could not be fetched; the message says why."""


def make_table() -> dict[str, Any]:
    """Return what `table.json` should hold.

    Raises:
        NpmError: npm is missing, or cannot get the package.
        ValueError: The declarations have a shape that is not known.
    """
    namespaces = read_declarations(fetch_declarations())
    return {"source": f"{PACKAGE} {VERSION}", **add_facts(namespaces)}


def fetch_declarations() -> bytes:
    """Return the text of the package's `index.d.ts`, from npm's cache if it is there.

    Raises:
        NpmError: npm is missing, or cannot get the package.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise NpmError("npm is needed to fetch Chrome's declarations; install Node.js")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", "--prefer-offline", f"{PACKAGE}@{VERSION}"]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if result.returncode:
            raise NpmError(f"npm could not get {PACKAGE} {VERSION}:\n{result.stderr.strip()}")
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            member = archive.extractfile("package/index.d.ts")
            if member is None:
                raise NpmError(f"{PACKAGE} {VERSION} has no index.d.ts")
            return member.read()


def as_text(table: dict[str, Any]) -> str:
    """Return the table as it is committed: a line for each thing, so that changes show."""
    text = json.dumps(table, indent=1, ensure_ascii=False)
    return re.sub(r"\[\n\s+([^\[\]{}]*?)\n\s+\]", _on_one_line, text) + "\n"


def _on_one_line(match: re.Match[str]) -> str:
    return f"[{', '.join(line.strip(' ,') for line in match[1].splitlines())}]"


def write(stub_folder: Path) -> dict[str, Any]:
    """Make table and stubs, put them in their places, and return the table.

    Args:
        stub_folder: Where the stubs belong; old ones there are removed.
    """
    table = make_table()
    FILE.write_text(as_text(table), "utf-8")
    for path in stub_folder.rglob("*.pyi"):
        path.unlink()
    for name, text in make_stubs(Table(table)).items():
        path = stub_folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return table

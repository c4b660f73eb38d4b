"""What an extension weighs: each module with who brought it, and the budget in `pyproject.toml`.

[tool.extension.budget]
package = 300  # kB, the whole extension zipped
page = 1000    # kB, the Python of any one page with its run time, as the browser reads it
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from .errors import BuildError
from .imports import Module

LIMITS = ("package", "page")
LARGEST = 5  # modules that a message names


def zipped_size(files: Mapping[str, bytes]) -> int:
    """Return the size in bytes of a zip file of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return len(buffer.getvalue())


def check_budget(
    budget: Mapping[str, Any],
    zipped: int,
    pages: Mapping[str, int],
    modules: Mapping[str, list[Module]],
    sizes: Mapping[str, int],
) -> None:
    """Compare a build with its budget.

    Args:
        budget: The table `[tool.extension.budget]`; empty for none.
        zipped: Bytes of the whole extension, zipped.
        pages: Bytes of each page's Python with its run time.
        modules: What each page reaches.
        sizes: Bytes of each module, by name.

    Raises:
        BuildError: It is exceeded, or the table has other keys or values.
    """
    for key, limit in budget.items():
        if key not in LIMITS or type(limit) not in (int, float):
            raise BuildError(
                f"[tool.extension.budget] takes {' and '.join(LIMITS)}, in kB; "
                f"not {key} = {limit!r}",
                "pyproject.toml",
            )
    if "package" in budget and zipped > budget["package"] * 1000:
        everything = {module.name: module for found in modules.values() for module in found}
        raise _exceeded("the package, zipped,", zipped, "package", budget, everything, sizes)
    for page, size in pages.items():
        if "page" in budget and size > budget["page"] * 1000:
            found = {module.name: module for module in modules[page]}
            raise _exceeded(f"the Python of {page}", size, "page", budget, found, sizes)


def module_rows(modules: list[Module], sizes: Mapping[str, int]) -> list[tuple[int, str, str]]:
    """Return size, name and first importer of each module, the largest first."""
    rows = [(sizes[m.name], m.name, m.imported_by or "a page") for m in modules]
    return sorted(rows, key=lambda row: (-row[0], row[1]))


def _exceeded(
    what: str,
    size: int,
    key: str,
    budget: Mapping[str, Any],
    modules: Mapping[str, Module],
    sizes: Mapping[str, int],
) -> BuildError:
    largest = ", ".join(
        f"{name} ({bytes_ / 1000:.0f} kB, imported by {importer})"
        for bytes_, name, importer in module_rows(list(modules.values()), sizes)[:LARGEST]
    )
    return BuildError(
        f"{what} has {size / 1000:.0f} kB, more than the budget of {budget[key]} kB "
        f"([tool.extension.budget] {key}). Its largest modules: {largest}. "
        "Import less, or raise the budget",
        "pyproject.toml",
    )

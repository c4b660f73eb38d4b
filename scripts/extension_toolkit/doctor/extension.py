"""The project, built into a folder that is thrown away, and what comes out of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from extension_toolkit.findings import Finding
from extension_toolkit.store.files import read_folder
from extension_toolkit.store.manifest_rules import check_manifest
from extension_toolkit.store.usage import check_usage
from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.pyproject import keep_patterns

from .texts import check_texts


def check_extension(root: Path, mode: str) -> Iterator[Finding | str]:
    """Build, and check manifest, icons, permissions, files and messages.

    Args:
        root: The project's folder.
        mode: `development` or `production`.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            built = Builder(root, mode, output=Path(folder) / mode).build()
            files = read_folder(built.folder)
        except BuildError as error:
            yield Finding(f"{mode} build", str(error), "mend that first")
            return
        yield f"{mode} build: {len(files)} files, {built.compressed / 1000:.0f} kB zipped"
        for warning in built.warnings:
            where, _, text = warning.partition(": ")
            problem, _, fix = text.rpartition("; ")
            yield Finding(where, problem, fix, serious=False)
        yield from check_manifest(files)
        yield from check_usage(files, keep_patterns(root))
        yield from check_texts(files, [module.source for module in built.modules if module.tree])

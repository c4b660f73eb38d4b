"""Build the extension from `src/` into `build/`, ready for “Load unpacked”."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.toolchain.builder import OUTPUT_FOLDERS, Builder, Built
from extension_toolkit.toolchain.environment import (
    PROCESS,
    PUBLIC_PREFIX,
    Environment,
    files_of,
    read_environment,
)
from extension_toolkit.toolchain.extension_key import KEY_NAME
from extension_toolkit.toolchain.weight import module_rows

NOWHERE = "nothing"
VALUE_WIDTH = 40


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=sorted(OUTPUT_FOLDERS), default="development")
    parser.add_argument(
        "--show-env", action="store_true", help="print where each variable comes from, and end"
    )
    parser.add_argument(
        "--modules", action="store_true", help="print each module, its size and who imports it"
    )
    options = parser.parse_args(arguments)
    if options.show_env:
        show_environment(read_environment(root, options.mode))
        return 0
    started = time.perf_counter()
    built = Builder(root, options.mode).build()
    if options.modules:
        show_modules(built)
    show(built, root, time.perf_counter() - started)
    return 0


def show_environment(environment: Environment) -> None:
    """Print each variable: its value if everybody may read it, its file, and where it goes."""
    order = " > ".join([PROCESS, *reversed(files_of(environment.mode))])
    console.say(f"{environment.mode}: {order}\n")
    rows = [("variable", "value", "from", "instead of", "reaches")]
    for name, value in sorted(environment.values.items()):
        reaches = destination(name)
        shown = shorten(value) if reaches != NOWHERE else "•••"
        rows.append((name, shown, environment.origins[name],
                     ", ".join(environment.overridden.get(name, [])) or "–", reaches))  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        console.say("  ".join(map(str.ljust, row, widths)).rstrip())


def destination(name: str) -> str:
    """Return where a variable of this name goes."""
    if name.startswith(PUBLIC_PREFIX):
        return "the bundle: everybody can read it"
    return "the manifest's key" if name == KEY_NAME else NOWHERE


def shorten(value: str) -> str:
    return value if len(value) <= VALUE_WIDTH else f"{value[: VALUE_WIDTH - 1]}…"


def show_modules(built: Built) -> None:
    """Print each module, the largest first, and who imported it first."""
    for size, name, importer in module_rows(built.modules, built.module_sizes):
        console.say(f"  {size / 1000:8.1f} kB  {name:32} by {importer}")


def show(built: Built, root: Path, seconds: float) -> None:
    """Print what was written and how large it is."""
    for name, size in built.files.items():
        console.say(f"  {size / 1000:8.1f} kB  {name}")
    for warning in built.warnings:
        console.say(f"warning: {warning}")
    total = sum(built.files.values())
    console.say(
        f"{built.folder.relative_to(root)}: {len(built.files)} files, {total / 1000:.0f} kB, "
        f"{built.compressed / 1000:.0f} kB zipped; {built.written} changed, {seconds:.2f} s"
    )

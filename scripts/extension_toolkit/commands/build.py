"""Build the extension from `src/` into `build/`, ready for “Load unpacked”."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.toolchain.builder import OUTPUT_FOLDERS, Builder, Built


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=sorted(OUTPUT_FOLDERS), default="development")
    options = parser.parse_args(arguments)
    started = time.perf_counter()
    built = Builder(root, options.mode).build()
    show(built, root, time.perf_counter() - started)
    return 0


def show(built: Built, root: Path, seconds: float) -> None:
    """Print what was written and how large it is."""
    for name, size in built.files.items():
        console.say(f"  {size / 1000:8.1f} kB  {name}")
    total = sum(built.files.values())
    console.say(
        f"{built.folder.relative_to(root)}: {len(built.files)} files, {total / 1000:.0f} kB, "
        f"{built.compressed / 1000:.0f} kB compressed; {built.written} changed, {seconds:.2f} s"
    )

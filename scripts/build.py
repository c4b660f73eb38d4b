#!/usr/bin/env python3
"""Build the extension from `src/` into `build/`, ready for “Load unpacked”."""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

from extension_toolkit import console  # noqa: E402
from extension_toolkit.toolchain.builder import OUTPUT_FOLDERS, Builder, Built  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=sorted(OUTPUT_FOLDERS), default="development")
    arguments = parser.parse_args()
    started = time.perf_counter()
    built = Builder(environment_setup.ROOT, arguments.mode).build()
    show(built, time.perf_counter() - started)
    return 0


def show(built: Built, seconds: float) -> None:
    """Print what was written and how large it is."""
    for name, size in built.files.items():
        console.say(f"  {size / 1000:8.1f} kB  {name}")
    total = sum(built.files.values())
    folder = built.folder.relative_to(environment_setup.ROOT)
    console.say(
        f"{folder}: {len(built.files)} files, {total / 1000:.0f} kB, "
        f"{built.compressed / 1000:.0f} kB compressed; {built.written} changed, {seconds:.2f} s"
    )


if __name__ == "__main__":
    sys.exit(console.run(main))

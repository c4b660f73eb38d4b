"""The commands, one module each: `main(arguments, root)` returns the exit status.

`extension-toolkit NAME` runs them in the project around the current folder; `scripts/NAME.py` of
the toolkit's own repository runs the same there.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.errors import ToolkitError

# Each with the extra of the package that it needs, if any, and what it does.
COMMANDS = {
    "dev": ("browser,emulator", "run Chrome with the extension, and follow your changes"),
    "build": ("", "build the extension, ready for “Load unpacked”"),
    "new": ("", "make a new extension of your own"),
    "doctor": ("", "check this machine and this project"),
    "package": ("", "make the zip for the Chrome Web Store, and check it"),
    "keygen": ("", "fix the extension's id by a key pair, and print it"),
    "emulator": ("emulator", "run a local Clerk by itself, until Ctrl-C"),
}


def main() -> int:
    """The command line `extension-toolkit`."""
    name, arguments = sys.argv[1] if len(sys.argv) > 1 else "", sys.argv[2:]
    if name in COMMANDS:
        sys.argv[0] = f"extension-toolkit {name}"  # as `--help` calls it
        return run(name, arguments, find_project(Path.cwd()))
    if name not in ("", "help", "-h", "--help"):
        console.complain(f"no command {name!r}", "these there are:")
    console.say("usage: extension-toolkit COMMAND [--help]\n")
    for command, (_, text) in COMMANDS.items():
        console.say(f"  {command:10}{text}")
    return 0 if name else 2


def run(name: str, arguments: Sequence[str], root: Path) -> int:
    """Run one command, and tell its errors.

    Args:
        name: One of `COMMANDS`.
        arguments: What follows its name on the command line.
        root: The project's folder.

    Returns:
        The exit status.
    """
    return console.run(lambda: _load(name)(arguments, root))


def find_project(folder: Path) -> Path:
    """Return the closest folder above, or this one, that holds a `pyproject.toml`."""
    for candidate in (folder, *folder.parents):
        if (candidate / "pyproject.toml").is_file():
            return candidate
    return folder


def _load(name: str) -> Callable[[Sequence[str], Path], int]:
    try:
        main: Callable[[Sequence[str], Path], int]
        main = importlib.import_module(f"{__name__}.{name}").main
        return main
    except ModuleNotFoundError as error:
        extra = COMMANDS[name][0]
        if not extra or (error.name or "").startswith("extension_toolkit"):
            raise
        raise ToolkitError(
            f"{name!r} needs the package {error.name!r}, which is not installed",
            tip=f'pip install "extension-toolkit[{extra}]"',
        ) from error

"""How the commands talk: steps as they happen, and errors that say what to do."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import TextIO

from extension_toolkit.errors import ToolkitError

BOLD, GREEN, YELLOW, RED = "1", "32", "33", "31"


def step(text: str) -> None:
    """Say what happens now."""
    print(f"• {text}", flush=True)


def say(text: str = "") -> None:
    """Say something else."""
    print(text, flush=True)


def complain(text: str, tip: str = "") -> None:
    """Say what is wrong, and what to do about it."""
    print(f"{colored('error:', RED, sys.stderr)} {text}", file=sys.stderr, flush=True)
    if tip:
        print(f"{colored('TIP:', BOLD, sys.stderr)} {tip}", file=sys.stderr, flush=True)


def colored(text: str, color: str, stream: TextIO | None = None) -> str:
    """Return the text in a color where the stream shows colors; see https://no-color.org."""
    if os.environ.get("NO_COLOR") or not (stream or sys.stdout).isatty():
        return text
    return f"\033[{color}m{text}\033[0m"


def run(command: Callable[[], int]) -> int:
    """Run a command's main part; return its exit status.

    Errors that a developer can mend are told without a traceback. Ctrl-C, and being told to end,
    stop it quietly, with everything that it started.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return command()
    except ToolkitError as error:
        complain(str(error), error.tip)
        return 1
    except OSError as error:
        if error.filename is None and error.errno != errno.ENOSPC:  # nothing of a file's
            raise
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 130

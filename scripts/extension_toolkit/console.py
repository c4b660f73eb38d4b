"""How the commands talk: steps as they happen, and errors that say what to do."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable

from extension_toolkit.automation import BrowserError
from extension_toolkit.emulator import EmulatorError
from extension_toolkit.toolchain.errors import BuildError


def step(text: str) -> None:
    """Say what happens now."""
    print(f"• {text}", flush=True)


def say(text: str = "") -> None:
    """Say something else."""
    print(text, flush=True)


def run(command: Callable[[], int]) -> int:
    """Run a command's main part; return its exit status.

    Errors that a developer can mend are told without a traceback. Ctrl-C, and being told to end,
    stop it quietly, with everything that it started.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return command()
    except (BuildError, BrowserError, EmulatorError) as error:
        print(f"error: {error}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 130

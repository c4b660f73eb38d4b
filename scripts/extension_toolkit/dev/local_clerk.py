"""The local Clerk of a project, where its publishable key is the emulator's."""

from __future__ import annotations

from pathlib import Path

from extension_toolkit import console
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.toolchain.environment import KEY_NAME, read_environment
from extension_toolkit.toolchain.sources import uses_clerk


def find_local_clerk(root: Path, mode: str) -> EmulatorServer | None:
    """Return the emulator, not yet started, or None where the project does not talk to it.

    A project with Clerk and without a key, as a fresh clone is one, gets the emulator's.

    Args:
        root: The project's folder.
        mode: `development` or `production`.

    Raises:
        BuildError: The environment files cannot be read, or their key is none.
        KeyFileError: A stored key of the emulator cannot be used.
    """
    environment = read_environment(root, mode)
    if not environment.values.get(KEY_NAME) and not uses_clerk(root):
        return None
    emulator = EmulatorServer(root / ".local" / "emulator")
    file = root / f".env.{mode}"
    if not environment.values.get(KEY_NAME) and not file.exists():
        console.step(f"Writing {file.name} with the local Clerk's publishable key")
        file.write_text(f"{KEY_NAME}={emulator.publishable_key}\n", "utf-8")
        environment = read_environment(root, mode)
    is_local = environment.publishable_key().value == emulator.publishable_key
    return emulator if is_local else None

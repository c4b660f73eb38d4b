"""Give the commands in this folder a virtual environment of their own.

Uses nothing but Python's standard library, since it runs before anything is installed. The
packages are those of `pyproject.toml`; the environment is made again when they change.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "installed"
MINIMUM = (3, 11)


def ensure() -> None:
    """Return when the packages are there; run the command again inside the environment if not."""
    if sys.version_info < MINIMUM:
        sys.exit(f"Python {'.'.join(map(str, MINIMUM))} or newer is needed; this is {sys.version}")
    packages = _packages()
    digest = hashlib.sha256("\n".join([sys.version, *packages]).encode()).hexdigest()
    inside = Path(sys.prefix).resolve() == FOLDER.resolve()
    installed = STAMP.is_file() and STAMP.read_text().split("\n")[0] == digest
    if inside and installed:
        sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "src")]
        return
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not installed and not inside:
        _install(python, packages, digest)
    if inside:
        sys.exit("pyproject.toml changed while the command was starting; run it again")
    _run_inside(python)


def run(command: str) -> NoReturn:
    """Run a command of the toolkit in this repository, and end."""
    ensure()
    from extension_toolkit import commands

    sys.exit(commands.run(command, sys.argv[1:], ROOT))


def _packages() -> list[str]:
    import tomllib

    document = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = document["project"]
    groups = [*project["optional-dependencies"].values(), *document["dependency-groups"].values()]
    return sorted({*project["dependencies"], *itertools.chain(*groups)})


def _install(python: Path, packages: list[str], digest: str) -> None:
    print(f"Setting up {FOLDER.name}/ (once; a minute or so)", flush=True)
    try:
        venv.create(FOLDER, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(
            f"No virtual environment could be made: {error}\n"
            "On Debian and Ubuntu, install the package: sudo apt-get install python3-venv"
        )
    print(f"Installing {len(packages)} packages and what they need", flush=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    result = subprocess.run([*command, *packages], capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(
            f"{result.stderr.strip()}\nThe packages could not be installed; is this machine online?"
        )
    STAMP.write_text(f"{digest}\n")


def _run_inside(python: Path) -> None:
    """Run the same command there, in place of this process where the system can do that."""
    command = [str(python), *sys.argv]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(python, command)

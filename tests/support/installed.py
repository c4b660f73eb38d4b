"""The toolkit as others have it: its wheel, installed into a virtual environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Installed:
    """The installed toolkit.

    Attributes:
        scripts: The folder of the commands.
    """

    scripts: Path

    def run(self, folder: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of its commands in a folder, with none of the developer's own variables."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PUBLIC_", "CRX_", "PY"))}
        path = self.scripts / command
        if os.name == "nt":
            path = path.with_suffix(".exe")
        return subprocess.run(
            [str(path), *arguments],
            cwd=folder,
            env=kept,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toolkit's wheel, made from this working copy."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in a fresh environment; what it depends on is lent by this one, without network."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    context = venv.EnvBuilder().ensure_directories(folder)
    names = {"base": context.env_dir, "platbase": context.env_dir}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=names))
    packages.joinpath("lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    _pip("--python", context.env_exe, "install", "--no-deps", "--no-index", str(wheel))
    return Installed(Path(context.bin_path))


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr

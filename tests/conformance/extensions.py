"""The two extensions that are compared: one made with Clerk's own SDK, one with ours.

Both answer the message `{path, positional, named}` with what the call gave that it names, such as
`session.getToken`, on the client of their background.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.environment import KEY_NAME

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OFFICIAL = HERE / "official"
CACHE = ROOT / "build" / ".cache" / "official-sdk"

# Peers of the wallets' packages, such as React Native, are left out, and with them the wallets.
INSTALL = ("install", "--legacy-peer-deps", "--no-package-lock", "--ignore-scripts", "--no-audit",
           "--no-fund", "--loglevel=error", "--fetch-retries=1",
           "--fetch-retry-mintimeout=1000")  # fmt: skip
BUNDLE = ("popup.jsx", "background.js", "--bundle", "--format=iife", "--jsx=automatic",
          "--external:@solana/*", "--external:bs58", "--define:global=globalThis",
          "--log-level=error")  # fmt: skip
NO_NETWORK = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT")

OUR_PROJECT = '[project]\nname = "ours"\nversion = "1"\n'


class NoRegistryError(Exception):
    """Clerk's packages cannot be had here; the message says why."""


def install_packages() -> Path:
    """Return the folder with the packages of `official/package.json`, installed once.

    Raises:
        NoRegistryError: There is no npm, or it reaches no registry.
        RuntimeError: npm failed; the message is npm's.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise NoRegistryError("npm is not installed")
    package = (OFFICIAL / "package.json").read_bytes()
    folder = CACHE / hashlib.sha256(package).hexdigest()[:16]
    done = folder / "installed"
    if not done.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_bytes(package)
        result = _run([npm, *INSTALL], folder)
        if result.returncode and NO_NETWORK.search(result.stderr):
            raise NoRegistryError("npm reaches no registry")
        if result.returncode:
            raise RuntimeError(f"npm install failed:\n{result.stderr}")
        done.touch()
    return folder


def build_official(publishable_key: str, output: Path) -> Path:
    """Bundle the extension made with Clerk's SDK; return its folder.

    Args:
        publishable_key: The instance's.
        output: Where to write.
    """
    modules = install_packages() / "node_modules"
    result = _run(
        [
            *("node", str(modules / "esbuild" / "bin" / "esbuild"), *BUNDLE),
            f"--define:PUBLISHABLE_KEY={json.dumps(publishable_key)}",
            f"--define:process.env.NODE_ENV={json.dumps('production')}",
            f"--outdir={output}",
        ],
        OFFICIAL,
        NODE_PATH=str(modules),
    )
    if result.returncode:
        raise RuntimeError(f"esbuild failed:\n{result.stderr}")
    for name in ("manifest.json", "popup.html"):
        shutil.copy(OFFICIAL / name, output)
    return output


def build_ours(publishable_key: str, project: Path) -> Path:
    """Build the extension made with our client; return its folder.

    Args:
        publishable_key: The instance's.
        project: Where to put its sources.
    """
    source = project / "src"
    for name in ("background", "chrome", "clerk", "webext"):
        shutil.copytree(ROOT / "src" / name, source / name)
    shutil.copy(HERE / "ours.py", source / "background" / "index.py")
    (project / "pyproject.toml").write_text(OUR_PROJECT)
    (project / ".env.local").write_text(f"{KEY_NAME}={publishable_key}\n")
    return Builder(project).build().folder


def _run(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )

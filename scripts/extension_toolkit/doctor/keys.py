"""Environment files and the extension's key: what is set, what fits together, what git has."""

from __future__ import annotations

import base64
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)

from extension_toolkit.findings import Finding
from extension_toolkit.git import committed_files, would_be_committed
from extension_toolkit.toolchain.builder import OUTPUT_FOLDERS
from extension_toolkit.toolchain.environment import files_of, read_environment
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.extension_key import (
    KEY_NAME,
    PRIVATE_FILE,
    PUBLIC_FILE,
    extension_id,
)
from extension_toolkit.toolchain.sources import uses_clerk

SHARED_FILES = {PUBLIC_FILE, ".env.example"}  # hold nothing that is not for everybody


def check_environment(root: Path) -> Iterator[Finding | str]:
    """Read the environment files of both modes."""
    for mode in OUTPUT_FOLDERS:
        try:
            read_environment(root, mode)
        except BuildError as error:
            yield Finding(error.file or "environment files", error.message, "mend that line")
    found = sorted({file for mode in OUTPUT_FOLDERS for file in files_of(mode)})
    yield f"environment files: {', '.join(f for f in found if (root / f).is_file()) or 'none'}"
    for file in committed_files(root, ".env", ".env.*"):
        if file not in SHARED_FILES:
            yield Finding(
                file,
                "git has it, and with it whatever will be written there",
                f"git rm --cached {file}, and put it into .gitignore",
                serious=False,
            )


def check_key(root: Path) -> Iterator[Finding | str]:
    """Look whether the id is fixed, and whether everything agrees on it."""
    try:
        key = read_environment(root, "development").extension_key()
    except BuildError as error:
        yield Finding(error.file or PUBLIC_FILE, error.message, "make one with the command keygen")
        return
    if key is None:
        also = ", and Clerk has to allow each" if uses_clerk(root) else ""
        yield Finding(
            "id",
            f"it depends on the folder, so that it is another on every machine{also}",
            "make one with the command keygen",
            serious=False,
        )
    else:
        yield f"id {extension_id(key)}"
        yield from _check_builds(root, key)
    yield from _check_private_key(root, key)


def _check_builds(root: Path, key: str) -> Iterator[Finding]:
    """A build from before the key was set is still loaded under its old id."""
    path = root / "build" / OUTPUT_FOLDERS["development"] / "manifest.json"
    built = json.loads(path.read_text("utf-8")).get("key") if path.is_file() else key
    if built != key:
        yield Finding(
            path.relative_to(root).as_posix(),
            "it was built with another key, and has a stale id",
            "build again, and reload the extension in chrome://extensions",
            serious=False,
        )


def _check_private_key(root: Path, key: str | None) -> Iterator[Finding]:
    path = root / PRIVATE_FILE
    for file in committed_files(root, "*.pem"):
        yield Finding(
            file,
            "git has this key",
            f"git rm --cached {file}; if it was ever pushed, make another one",
        )
    if not path.is_file():
        return
    if would_be_committed(path):
        yield Finding(PRIVATE_FILE, "git would take it", "put the line *.pem into .gitignore")
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Finding(
            PRIVATE_FILE, "others on this machine can read it", f"chmod 600 {PRIVATE_FILE}"
        )
    try:
        private = load_pem_private_key(path.read_bytes(), None)
    except ValueError:
        yield Finding(PRIVATE_FILE, "it is no private key", "put the right file there")
        return
    der = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if key and base64.b64encode(der).decode() != key:
        yield Finding(
            PRIVATE_FILE,
            f"{KEY_NAME} is the public key of another one",
            f"take the pair that belongs together; the id follows from {KEY_NAME}",
        )

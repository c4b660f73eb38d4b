"""The key pair that fixes an extension's id."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from extension_toolkit.commands import keygen
from extension_toolkit.errors import ToolkitError
from extension_toolkit.toolchain.environment import read_environment
from extension_toolkit.toolchain.extension_key import extension_id


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CRX_PUBLIC_KEY", raising=False)
    return tmp_path


def test_keys(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both keys are written, the private one for its owner alone; they are one pair."""
    assert keygen.main([], root) == 0
    private = root / "extension-key.pem"
    if os.name != "nt":  # which has no such modes
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    key = load_pem_private_key(private.read_bytes(), None)
    assert key.key_size == 2048  # type: ignore[union-attr]
    public = read_environment(root, "production").extension_key()
    assert public
    printed = capsys.readouterr().out
    assert f"chrome-extension://{extension_id(public)}" in printed
    assert "PRIVATE" not in printed
    other = root / "other"
    other.mkdir()
    keygen.main([], other)
    assert read_environment(other, "production").extension_key() != public


def test_request(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed request sends Clerk's API a JSON list with the extension's origin."""
    (root / "src").mkdir()
    (root / "src" / "index.py").write_text("from clerk import createClerkClient\n")
    keygen.main([], root)
    printed = capsys.readouterr().out
    body = json.loads(re.findall(r"-d '(.*)'", printed)[0])
    key = read_environment(root, "development").extension_key() or ""
    assert body == {"allowed_origins": [f"chrome-extension://{extension_id(key)}"]}


def test_without_clerk(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An extension without sign-in hears nothing of Clerk."""
    keygen.main([], root)
    printed = capsys.readouterr().out
    assert "chrome-extension://" in printed
    assert "Clerk" not in printed


def test_nothing_is_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time changes no file and prints the same id."""
    (root / ".env.chrome").write_text("PUBLIC_A=1")  # without a line end
    keygen.main([], root)
    first = capsys.readouterr().out
    files = {path: path.read_bytes() for path in root.iterdir()}
    assert b"PUBLIC_A=1\n" in files[root / ".env.chrome"]
    assert keygen.main([], root) == 0
    assert {path: path.read_bytes() for path in root.iterdir()} == files
    second = capsys.readouterr().out
    assert second.partition("Id  ")[2] == first.partition("Id  ")[2] != ""


def test_private_key_without_its_public_one(root: Path) -> None:
    """A private key that nobody knows of is not replaced."""
    (root / "extension-key.pem").write_text("precious")
    with pytest.raises(ToolkitError, match="not overwritten"):
        keygen.main([], root)
    assert (root / "extension-key.pem").read_text() == "precious"


def test_public_key_that_cannot_be_written(root: Path) -> None:
    """No private key is left behind whose public one was never told."""
    (root / ".env.chrome").mkdir()
    with pytest.raises(OSError, match="chrome"):
        keygen.main([], root)
    assert not (root / "extension-key.pem").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_would_take_it(root: Path) -> None:
    """In a repository, the private key is written only where git ignores it."""
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    with pytest.raises(ToolkitError, match="git would take"):
        keygen.main([], root)
    assert not (root / "extension-key.pem").exists()
    (root / ".gitignore").write_text("*.pem\n")
    assert keygen.main([], root) == 0

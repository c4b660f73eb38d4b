"""What the doctor says about environment files and keys."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extension_toolkit.commands import keygen
from extension_toolkit.doctor.keys import check_environment, check_key
from extension_toolkit.findings import Finding
from unit.toolchain.project import EXTENSION_KEY

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CRX_PUBLIC_KEY", raising=False)
    return tmp_path


def findings(root: Path) -> dict[str, str]:
    said = [*check_environment(root), *check_key(root)]
    return {item.where: item.problem for item in said if isinstance(item, Finding)}


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def test_all_is_well(root: Path) -> None:
    """A project with a key pair and readable files has nothing to mend."""
    keygen.main([], root)
    (root / ".env.local").write_text("PUBLIC_A=1\n")
    assert findings(root) == {}
    assert "environment files: .env.chrome, .env.local" in [*check_environment(root)]


def test_no_key(root: Path) -> None:
    """An id that depends on the folder is worth a look."""
    assert "depends on the folder" in findings(root)["id"]


def test_bad_files(root: Path) -> None:
    """A file that cannot be read is told by its name, and so is a key that is none."""
    (root / ".env.production").write_text("= 1\n")
    (root / ".env.chrome").write_text("CRX_PUBLIC_KEY=MIIB\n")
    assert findings(root).keys() == {".env.production", ".env.chrome"}


def test_stale_id(root: Path) -> None:
    """A build from before the key has another id than the next one."""
    keygen.main([], root)
    manifest = root / "build" / "chrome-mv3-dev" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(json.dumps({"name": "x"}))
    assert "stale id" in findings(root)["build/chrome-mv3-dev/manifest.json"]


def test_private_key_of_another_pair(root: Path) -> None:
    """Both halves have to belong together."""
    keygen.main([], root)
    (root / ".env.chrome").write_text(f"CRX_PUBLIC_KEY={EXTENSION_KEY}\n")
    assert "of another one" in findings(root)["extension-key.pem"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_private_key_that_others_can_read(root: Path) -> None:
    """The private key is for its owner alone."""
    keygen.main([], root)
    (root / "extension-key.pem").chmod(0o644)
    assert "others on this machine" in findings(root)["extension-key.pem"]


@needs_git
def test_what_git_has(root: Path) -> None:
    """Environment files and private keys in git are found, those that are for everybody are not."""
    git(root, "init", "-q")
    for name in (".env", ".env.example", ".env.chrome", "old.pem"):
        (root / name).write_text("")
    git(root, "add", ".")
    assert {where for where in findings(root) if where != "id"} == {".env", "old.pem"}

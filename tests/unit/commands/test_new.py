"""A new extension of one's own, by one command."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from pathlib import Path

import pytest

from extension_toolkit.commands import new
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.errors import ToolkitError
from support.installed import ROOT, Installed


@pytest.mark.parametrize("template", ["clerk", "plain"])
def test_new_project(template: str, installed: Installed, wheel: Path, tmp_path: Path) -> None:
    """What `new` makes builds, passes its quick tests and a strict type checker at once."""
    options = ["--no-clerk"] if template == "plain" else []
    made = installed.run(
        tmp_path, "extension-toolkit", "new", "my-extension", "--no-install", *options
    )
    assert made.returncode == 0, made.stderr
    assert "cd my-extension" in made.stdout
    folder = tmp_path / "my-extension"
    document = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    assert document["dependency-groups"]["dev"][0].endswith(f"@ {wheel.as_uri()}")
    built = installed.run(folder, "extension-toolkit", "build")
    assert built.returncode == 0, built.stderr
    manifest = json.loads((folder / "build/chrome-mv3-dev/manifest.json").read_text("utf-8"))
    assert manifest["name"] == "My extension"
    assert list(manifest["icons"]) == ["16", "32", "48", "128"]
    assert ("host_permissions" in manifest) == (template == "clerk")
    python = Path(sys.executable).name
    tested = installed.run(folder, python, "-m", "pytest", "-q", "tests/test_background.py")
    assert "passed" in tested.stdout, tested.stdout
    assert tested.returncode == 0
    for page in ("options", "sidepanel"):  # folders that the developer adds
        (folder / "src" / page).mkdir()
        (folder / "src" / page / "index.py").write_text("import chrome\n", "utf-8")
    typed = installed.run(folder, python, "-m", "mypy", "--strict", "src")
    assert typed.returncode == 0, typed.stdout


def test_templates_have_the_emulators_key(tmp_path: Path) -> None:
    """The first run needs no account: the key is the local Clerk's."""
    text = (new.TEMPLATES / "clerk" / "dot.env.development").read_text("utf-8")
    assert f"={EmulatorServer(tmp_path).publishable_key}\n" in text


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with something in it is refused and left as it is."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(ToolkitError, match="is there already"):
        new.main([str(tmp_path / "mine"), "--no-install"], tmp_path)
    assert os.listdir(tmp_path / "mine") == ["notes.txt"]


@pytest.mark.parametrize("name", ["", "1st", "my extension", "-x", "x-", "ä", "a/..", "a.b"])
def test_names(name: str, tmp_path: Path) -> None:
    """A name that no project may have is refused before anything is written."""
    with pytest.raises(ToolkitError, match="cannot be the name"):
        new.main([f"{tmp_path}/{name}" if name else "", "--no-install"], tmp_path)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("git+https://git.example/x@v1", "extension-toolkit{} @ git+https://git.example/x@v1"),
        ("extension-toolkit[emulator]>=1", "extension-toolkit[emulator]>=1"),
        (str(ROOT), "extension-toolkit{} @ " + ROOT.as_uri()),
    ],
)
def test_toolkit_from_elsewhere(source: str, expected: str) -> None:
    """`--toolkit` takes a folder and what pip takes."""
    assert new.requirement(source) == expected.replace("{}", new.EXTRAS)


def test_toolkit_that_is_none(tmp_path: Path) -> None:
    """A folder without the toolkit is refused by its name."""
    with pytest.raises(ToolkitError, match=tmp_path.name):
        new.requirement(str(tmp_path))


def test_without_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where packages cannot be had, the project is there, and the message says what to do."""
    monkeypatch.setattr("venv.create", lambda folder, with_pip: None)  # so that pip is not there
    with pytest.raises(ToolkitError, match="could not be installed") as caught:
        new.main([str(tmp_path / "mine"), "--no-clerk"], tmp_path)
    assert "--group dev" in caught.value.tip
    assert (tmp_path / "mine" / "src" / "background" / "index.py").is_file()

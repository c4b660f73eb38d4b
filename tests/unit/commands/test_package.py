"""`package`: a checked zip from a production build."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from extension_toolkit.commands import package
from unit.store.test_manifest_rules import image
from unit.toolchain.project import EXTENSION_KEY, PAGE

PYPROJECT = '[project]\nname = "my mini"\nversion = "1.2.0rc1"\ndescription = "A miniature"\n'
SOURCE = "def greet(name):\n    return [letter for letter in name]\n\nclass Greeting:\n    pass\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the run time out, since cutting one takes a second."""
    monkeypatch.setattr(
        "extension_toolkit.toolchain.scripts.cut_runtime", lambda source, used: "// run time"
    )
    for name in ("CRX_PUBLIC_KEY", "PUBLIC_CLERK_PUBLISHABLE_KEY"):
        monkeypatch.delenv(name, raising=False)


def project(root: Path) -> Path:
    page = root / "src" / "popup"
    page.mkdir(parents=True)
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / ".env.chrome").write_text(f"CRX_PUBLIC_KEY={EXTENSION_KEY}\n")
    (page / "index.html").write_text(PAGE.format("index.py"))
    (page / "index.py").write_text(SOURCE)
    (root / "src" / "icons").mkdir()
    for size in (16, 32, 48, 128):
        (root / "src" / "icons" / f"icon-{size}.png").write_bytes(image(size, size))
    return root


def manifest(path: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads(zipfile.ZipFile(path).read("manifest.json"))
    return content


def test_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two builds of the same project, from nothing, in two folders, give the same bytes."""
    contents = []
    for name in ("one", "two"):
        root = project(tmp_path / name)
        assert package.main([], root) == 0, capsys.readouterr().out
        contents.append((root / "build" / "my-mini-1.2.0rc1.zip").read_bytes())
    assert contents[0] == contents[1]
    assert "kB  popup/index.html" in capsys.readouterr().out


def test_manifest_for_the_store(tmp_path: Path) -> None:
    """The version is Chrome's; the key, which the store refuses, is gone unless asked for."""
    root = project(tmp_path)
    path = root / "build" / "my-mini-1.2.0rc1.zip"
    package.main([], root)
    fields = manifest(path)
    assert (fields["version"], fields["version_name"]) == ("1.2.0", "1.2.0rc1")
    assert "key" not in fields
    package.main(["--keep-key"], root)
    assert manifest(path)["key"] == EXTENSION_KEY


def test_findings_stop_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With something to mend there is no package; the file and the fix are told."""
    root = project(tmp_path)
    (root / "src" / "old.html").write_text("<!doctype html>")
    assert package.main([], root) == 1
    printed = capsys.readouterr()
    assert "✗ old.html: nobody uses it" in printed.out
    assert "TIP:" in printed.err
    assert not list((root / "build").glob("*.zip"))
    with (root / "pyproject.toml").open("a") as settings:
        settings.write('[tool.extension]\nkeep = ["old.*"]\n')
    assert package.main([], root) == 0

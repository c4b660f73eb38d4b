"""`doctor`: everything at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.commands import doctor
from extension_toolkit.errors import ToolkitError
from unit.commands.test_package import project

PERMISSION = '\n[tool.extension.manifest]\npermissions = ["history"]\n'


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the run time out, since cutting one takes a second, and Chrome, which may be none."""
    monkeypatch.setattr(
        "extension_toolkit.toolchain.scripts.cut_runtime", lambda source, used: "// run time"
    )
    monkeypatch.setattr("extension_toolkit.commands.doctor.check_browser", lambda: iter(["Chrome"]))
    for name in ("CRX_PUBLIC_KEY", "PUBLIC_CLERK_PUBLISHABLE_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_healthy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project with nothing to mend ends well, and leaves no build behind."""
    root = project(tmp_path)
    assert doctor.main([], root) == 0
    printed = capsys.readouterr().out
    assert "0 to mend" in printed
    assert "✓ development build" in printed
    assert not list((root / "build").glob("chrome-*"))


@pytest.mark.parametrize("clerk", [True, False])
def test_clerk(clerk: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of Clerk and of its emulator only projects hear that use it."""
    root = project(tmp_path)
    (root / ".env.chrome").unlink()  # with the key that fixes the id
    (root / "src" / "sign_in.py").write_text("import clerk\n" if clerk else "")
    doctor.main([], root)
    printed = capsys.readouterr().out
    assert ("Clerk" in printed, "emulator" in printed) == (clerk, clerk)


@pytest.mark.parametrize(
    ("file", "content", "expected", "status"),
    [
        ("src/popup/index.py", "import nothing_like_it\n", "no module named", 1),
        ("src/icons/icon-48.png", "GIF", "is no PNG image", 1),
        ("src/popup/old.html", "<!doctype html>", "nobody uses it", 1),
        (".env.local", "PUBLIC_A=sk_live_Zz9Yy8Xx7Ww6Vv5U\n", "no place in an extension", 1),
        ("src/_locales/en/messages.json", '{"a": {"message": "x"}}', "nobody uses the message", 0),
    ],
)
def test_findings(
    file: str,
    content: str,
    expected: str,
    status: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each finding is printed with what to do; what has to be mended shows in the exit status."""
    root = project(tmp_path)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(content)
    assert doctor.main([], root) == status
    assert expected in capsys.readouterr().out


def test_unused_permission(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A permission that is asked for and not used is worth a look."""
    root = project(tmp_path)
    with (root / "pyproject.toml").open("a") as settings:
        settings.write(PERMISSION)
    assert doctor.main([], root) == 0
    assert "! pyproject.toml: the permission 'history'" in capsys.readouterr().out


def test_no_project(tmp_path: Path) -> None:
    """Outside of a project it says so."""
    with pytest.raises(ToolkitError, match=r"no pyproject\.toml"):
        doctor.main([], tmp_path)

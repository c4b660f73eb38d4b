"""`build --show-env`: where each variable comes from, and where it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.commands import build


def test_show_env(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line has the value, the file that won, those that did not, and who can read it."""
    (tmp_path / ".env").write_text("PUBLIC_GREETING=weak\nDATABASE_PASSWORD=hunter2\n")
    (tmp_path / ".env.local").write_text("PLASMO_PUBLIC_GREETING=hello\n")
    monkeypatch.setenv("PUBLIC_OUTSIDE", "x" * 100)
    assert build.main(["--show-env"], tmp_path) == 0
    printed = capsys.readouterr().out
    assert "development: process > .env.development.local > .env.local" in printed
    lines = {line.split()[0]: line.split() for line in printed.splitlines() if line}
    bundle = ["the", "bundle:", "everybody", "can", "read", "it"]
    assert lines["PUBLIC_GREETING"][1:] == ["hello", ".env.local", ".env", *bundle]
    assert lines["DATABASE_PASSWORD"][1:] == ["•••", ".env", "–", "nothing"]
    assert lines["PUBLIC_OUTSIDE"][2:] == ["process", "–", *bundle]
    assert "hunter2" not in printed
    assert not (tmp_path / "build").exists()

"""What the doctor says about a machine."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from extension_toolkit.doctor import machine
from extension_toolkit.findings import Finding


def test_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that is too old is told with the one that is needed."""
    (said,) = machine.check_python()
    assert str(said).startswith("Python 3.")
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    (finding,) = machine.check_python()
    assert isinstance(finding, Finding)
    assert "3.11" in finding.problem


@pytest.mark.parametrize(
    ("chrome", "driver", "problems"),
    [
        ("156.0.1.2", "156.0.3.4", []),
        ("156.0.1.2", "155.0.1.2", ["its version is 155.0.1.2, and that of chrome 156.0.1.2"]),
        ("100.0.1.2", "100.0.1.2", ["its version is 100.0.1.2, and 123 is needed"]),
        ("156.0.1.2", "", ["its version is unknown"]),
    ],
)
def test_versions(chrome: str, driver: str, problems: list[str]) -> None:
    """Chrome has to be new enough, and its driver of the same version."""
    said = machine.compare_versions("chrome", chrome, "chromedriver", driver)
    findings = [item.problem for item in said if isinstance(item, Finding)]
    assert len(findings) == len(problems)
    for found, problem in zip(findings, problems, strict=True):
        assert problem in found


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chrome and its driver are asked for their versions."""
    for name, text in (
        ("CHROME", "Chromium 156.0.1.2 built"),
        ("CHROMEDRIVER", "Driver 155.0.0.1"),
    ):
        program = tmp_path / name.lower()
        program.write_text(f"#!/bin/sh\necho '{text}'\n")
        program.chmod(0o755)
        monkeypatch.setenv(name, str(program))
    (finding,) = [item for item in machine.check_browser() if isinstance(item, Finding)]
    assert "its version is 155.0.0.1, and that of" in finding.problem
    assert "CHROMEDRIVER" in finding.fix


def test_missing_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is told with how to get it; tests can do without, since it is fetched."""
    launch = "extension_toolkit.automation.launch.installed_chrome"
    monkeypatch.setattr(launch, lambda: (None, None))
    findings = list(machine.check_browser())
    assert [finding.where for finding in findings if isinstance(finding, Finding)] == [
        "Chrome",
        "chromedriver",
    ]


def test_ports() -> None:
    """A port that is taken is named."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        (finding,) = machine.check_ports((port,))
        assert isinstance(finding, Finding)
        assert finding.where == f"port {port}"
    assert list(machine.check_ports((port,))) == [f"ports {port} are free for the emulator"]

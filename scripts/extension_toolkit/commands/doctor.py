"""Check this machine and this project; say of each finding how to mend it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.doctor.extension import check_extension
from extension_toolkit.doctor.keys import check_environment, check_key
from extension_toolkit.doctor.machine import check_browser, check_ports, check_python
from extension_toolkit.errors import ToolkitError
from extension_toolkit.findings import Finding, show
from extension_toolkit.toolchain.builder import OUTPUT_FOLDERS
from extension_toolkit.toolchain.sources import uses_clerk


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--mode", choices=sorted(OUTPUT_FOLDERS), default="development", help="what to build"
    )
    options = parser.parse_args(arguments)
    if not (root / "pyproject.toml").is_file():
        raise ToolkitError("there is no pyproject.toml here", tip="run this in a project's folder")
    findings: list[Finding] = []
    machine = [check_python(), check_browser()]
    if uses_clerk(root):
        machine.append(check_ports())
    for title, checks in (
        ("This machine", machine),
        ("Keys", [check_environment(root), check_key(root)]),
        ("The extension", [check_extension(root, options.mode)]),
    ):
        console.say(console.colored(title, console.BOLD))
        for check in checks:
            findings += report(check)
    serious = sum(finding.serious for finding in findings)
    console.say(f"\n{serious} to mend, {len(findings) - serious} to look at")
    return 1 if serious else 0


def report(check: Iterable[Finding | str]) -> list[Finding]:
    """Print what a check says; return its findings."""
    said = list(check)
    for text in said:
        if isinstance(text, str):
            console.say(f"{console.colored('✓', console.GREEN)} {text}")
    findings = [finding for finding in said if isinstance(finding, Finding)]
    show(findings)
    return findings

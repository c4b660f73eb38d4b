"""What a check found: where, what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extension_toolkit import console


@dataclass(frozen=True)
class Finding:
    """Something to mend.

    Attributes:
        where: The file, with a line where one is at fault, or the thing.
        problem: What is wrong with it.
        fix: What to do about it.
        serious: Whether it has to be mended; otherwise it is worth a look.
    """

    where: str
    problem: str
    fix: str
    serious: bool = True


def show(findings: Iterable[Finding]) -> None:
    """Print findings, the serious ones first."""
    for finding in sorted(findings, key=lambda finding: not finding.serious):
        color, mark = (console.RED, "✗") if finding.serious else (console.YELLOW, "!")
        console.say(f"{console.colored(mark, color)} {finding.where}: {finding.problem}")
        console.say(f"    {finding.fix}")

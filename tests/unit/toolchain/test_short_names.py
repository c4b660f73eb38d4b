"""Short names in production builds: who gets one, and that everybody uses it."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.short_names import with_short_names
from unit.toolchain.project import Project


def shortened(*scripts: str) -> list[str]:
    return list(with_short_names({str(n): script for n, script in enumerate(scripts)}).values())


def test_members_in_all_scripts() -> None:
    """A member has one short name everywhere, and those used most have the shortest."""
    first, second = shortened("$B.called=1;$B.called+$B.other", "x($B.called).$lineno=$B.other")
    assert (first, second) == ("$B.$a=1;$B.$a+$B.$b", "x($B.$a).$c=$B.$b")


@pytest.mark.parametrize(
    "other",
    [
        "$B['called']",
        "'called'",
        "({called} = $B)",
        "({called: x} = $B)",
        "document.called",
        "x.$B.called",
        "x$B.called",
    ],
)
def test_names_that_are_asked_for_otherwise(other: str) -> None:
    """A name stays where another script may mean the same, or something else, by it."""
    assert shortened("$B.called()", other) == ["$B.called()", other]


def test_names_that_are_taken() -> None:
    """A short name is one that nothing has."""
    assert shortened("$B.called", "'$a'", "x.$b.$b", "y = $b")[0] == "$B.$c"


def test_comments() -> None:
    """What a comment says of a member is no use of it."""
    assert shortened("$B.called() /* not called: */ // called") == [
        "$B.$a() /* not called: */ // called"
    ]


def test_a_build(runnable: Project) -> None:
    """In a production build the calls of the run time are short, in development they are not."""
    runnable.page("def f(x):\n    return x\n")
    for mode, found in (("development", True), ("production", False)):
        runnable.build(mode)
        assert runnable.ships("trace_return_and_leave", mode) is found
        assert runnable.ships("$python.define", mode)

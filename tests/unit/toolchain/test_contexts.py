"""Modules for the background page alone, and for all pages but it."""

from __future__ import annotations

import pytest

from unit.toolchain.project import Project

KIT = """
from webext import _page

if {test}:
    from . import behind
else:
    from . import before
"""


def own(project: Project, background: str | None) -> set[str]:
    found = project.finder().reachable(["page.index"], background)["page.index"]
    return {module.name for module in found if module.name.startswith("kit.")}


@pytest.fixture
def kit(project: Project) -> Project:
    project.page("import kit\n")
    project.write("src/kit/__init__.py", KIT.format(test="_page.is_background()"))
    for name in ("behind", "before"):
        project.write(f"src/kit/{name}.py")
    return project


def test_each_page_has_its_own(kit: Project) -> None:
    """The background page gets what it imports when it is that, and other pages the rest."""
    assert own(kit, "page.index") == {"kit.behind"}
    assert own(kit, None) == {"kit.before"}


def test_negated(kit: Project) -> None:
    """`not` turns it round, and what is imported besides is for both."""
    source = KIT.format(test="not is_background()") + "from . import behind\n"
    kit.write("src/kit/__init__.py", source)
    assert own(kit, None) == {"kit.behind"}
    assert own(kit, "page.index") == {"kit.before", "kit.behind"}


def test_other_conditions(kit: Project) -> None:
    """Any other condition is left to the run time."""
    for test in ("is_background", "_page.is_online()", "is_background() and x"):
        kit.write("src/kit/__init__.py", KIT.format(test=test))
        assert own(kit, None) == {"kit.behind", "kit.before"}


def test_events_and_permissions(kit: Project) -> None:
    """What pages listen to wakes no worker, and what nobody bundles needs no permission."""
    kit.write("src/kit/before.py", "import chrome\nchrome.alarms.onAlarm.addListener(print)\n")
    kit.write("src/kit/behind.py", "import chrome\nchrome.cookies\n")
    kit.write("src/page/index.py")
    kit.write("src/background/index.py", "import kit\n")
    kit.build()
    assert b"onAlarm" not in kit.output()["background/events.js"]
    assert kit.manifest()["permissions"] == ["cookies", "offscreen"]

"""Miniature projects, and one Brython for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from extension_toolkit.toolchain.brython import Brython, installed_brython
from unit.toolchain.project import Page, Project

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer's own variables stay out of the tests."""
    for name in list(os.environ):
        if name.startswith(("PUBLIC_", "CRX_")):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def brython() -> Brython:
    return installed_brython()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def runnable(tmp_path: Path, brython: Brython, shared_cache: Path) -> Project:
    """An empty project; what it builds can run."""
    return Project(tmp_path, brython, shared_cache)


@pytest.fixture
def project(
    tmp_path: Path,
    brython: Brython,
    monkeypatch: pytest.MonkeyPatch,
) -> Project:
    """An empty project; its run time is left out, since cutting one takes a second."""
    monkeypatch.setattr(
        "extension_toolkit.toolchain.scripts.cut_runtime", lambda source, used: "// run time"
    )
    return Project(tmp_path, brython, tmp_path / "build" / ".cache")


@pytest.fixture
def run(runnable: Project) -> Callable[[str], Page]:
    """Build a page with this Python file and run it."""

    def run(source: str) -> Page:
        runnable.page(source)
        return Page(runnable.build().folder, "page/index.html")

    return run

"""The site of the documentation."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.documentation import ROOT

LOADED = re.compile(
    r"""<(?:script|img|link(?=[^>]*stylesheet))[^>]*(?:src|href)="?(https?:[^"\s>]+)"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("mkdocs", reason="mkdocs is not installed: pip install --group docs")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return folder


def test_every_link_leads_somewhere(site: Path) -> None:
    """The site builds without a warning, the links out of `docs/` and their pages included."""
    page = (site / "security" / "index.html").read_text("utf-8")
    assert "../source/tests/browser/test_security.py/" in page
    assert (site / "source/tests/browser/test_security.py/index.html").is_file()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """Pages have their scripts, styles, fonts and pictures from the site itself."""
    found = {
        (page.relative_to(site).as_posix(), address)
        for page in site.rglob("*.html")
        for address in LOADED.findall(page.read_text("utf-8"))
    }
    assert found == set()


def test_every_page_is_in_the_navigation() -> None:
    """No page of `docs/` is forgotten in mkdocs.yml."""
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[2]
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert set(re.findall(r"[\w/-]+\.md", navigation)) == pages


def test_reference_comes_from_docstrings(site: Path) -> None:
    """What `getToken` takes is told, with the words of its docstring."""
    page = (site / "reference" / "clerk" / "index.html").read_text("utf-8")
    assert "leewayInSeconds" in page
    assert "POST /v1/client/sign_ins" in page

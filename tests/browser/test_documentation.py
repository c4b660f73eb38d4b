"""The tests that pages show for Chrome, run there as they stand in the page."""

from __future__ import annotations

import os

import pytest

from extension_toolkit.commands import new
from support.documentation import ROOT, blocks_for_pytest, write_extension

# What docs/testing-browser.md tests, and does not show.
POPUP = '<!doctype html><h1>Hello</h1><script type="text/python" src="index.py"></script>'
HANDLER = """
from webext import on_message

@on_message(action="greet")
def greet(message, sender):
    return {"text": f"Hello, {message['name']}"}
"""


@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/testing-browser.md"])
def test_the_examples_work(
    page: str, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a new project, with the files of the page, each of its tests passes."""
    project = pytester.path
    new.write(project, "plain", "extension-toolkit")
    write_extension(project, page)
    if page == "docs/testing-browser.md":
        (project / "src/popup/index.html").write_text(POPUP)
        (project / "src/popup/index.py").write_text("")
        (project / "src/background/index.py").write_text(HANDLER)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "src")]))
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p extension_toolkit.testing.browser_plugin")
    tests = [block.text for block in blocks_for_pytest(page, in_browser=True)]
    test = pytester.makepyfile("\n\n".join(tests))
    count = sum(text.count("def test_") for text in tests)
    pytester.runpytest_subprocess(test).assert_outcomes(passed=count)

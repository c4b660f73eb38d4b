"""The pytest plugin, in the tests of somebody else's extension."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = {
    "pyproject.toml": '[project]\nname = "theirs"\nversion = "1"\n',
    "src/popup/index.html": "<!doctype html><h1>Popup</h1>"
    '<script type="text/python" src="index.py"></script>',
    "src/popup/index.py": "from browser import document\n"
    'document.select_one("h1").text = "Hello"\n'
    "def shout(event):\n"
    '    {}["missing"]\n'
    'document.bind("click", shout)\n',
    "src/background/index.py": "from webext import on_message\n"
    "@on_message(ask='next')\n"
    "def answer(message, sender):\n"
    '    return message["number"] + 1\n',
    "conftest.py": """
import pytest

@pytest.fixture
def chrome_arguments():
    return ["--user-agent=theirs"]
""",
}
TESTS = """
from extension_toolkit.automation.page import Page

class Popup(Page):
    path = "popup/index.html"

def test_popup(extension, extension_id):
    popup = extension.open(Popup)
    assert popup.wait_for("h1").text == "Hello"
    assert extension.driver.current_url == f"chrome-extension://{extension_id}/popup/index.html"
    assert extension.driver.execute_script("return navigator.userAgent") == "theirs"
    assert extension.send({"ask": "next", "number": 1}) == [2]
    extension.stop_worker()
    assert extension.send({"ask": "next", "number": 2}) == [3]
    assert extension.open_action_popup().url == extension.url("popup/index.html")

def test_fresh_profile(extension):
    extension.open(Popup)
    assert extension.driver.execute_script("return localStorage.length") == 0
    extension.driver.execute_script("localStorage.x = 1")

def test_fresh_profile_again(extension):
    test_fresh_profile(extension)
"""
FAILING = """
from extension_toolkit.automation.page import Page

class Popup(Page):
    path = "popup/index.html"

def test_that_fails(extension):
    extension.open(Popup).wait_for("h1").click()
    assert extension.driver.find_element("css selector", "h1").text == "Goodbye"
"""


@pytest.fixture
def theirs(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project that has nothing of ours in it but the plugin's name."""
    for name, text in PROJECT.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "src")]))
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p extension_toolkit.testing.browser_plugin")
    return pytester


def test_fixtures(theirs: pytest.Pytester) -> None:
    """An extension without Clerk is built, installed, opened and driven; each test starts fresh."""
    theirs.makepyfile(TESTS)
    theirs.runpytest_subprocess().assert_outcomes(passed=3)
    assert not (theirs.path / "build" / "evidence").exists()


def test_evidence(theirs: pytest.Pytester) -> None:
    """A failed test says what the consoles said, and leaves pictures and the DOM."""
    theirs.makepyfile(FAILING)
    result = theirs.runpytest_subprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*src/popup/index.py*line 4, in shout*", "KeyError: 'missing'"])
    (folder,) = (theirs.path / "build" / "evidence").iterdir()
    assert folder.name == "test_evidence-py-test_that_fails"
    assert "KeyError: 'missing'" in (folder / "console.txt").read_text()
    (dom,) = folder.glob("popup-index-html-*.html")
    assert ">Hello</h1>" in dom.read_text()
    assert dom.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


def test_evidence_of_requests(pytester: pytest.Pytester, theirs: pytest.Pytester) -> None:
    """Where Clerk is in the extension, the local one runs as told, and its log is kept."""
    for name in ("popup", "background"):
        (theirs.path / "src" / name / "index.py").write_text(
            "from clerk import createClerkClient\n"
            "from webext import spawn\n"
            "from webext.env import PUBLIC_CLERK_PUBLISHABLE_KEY\n"
            "spawn(createClerkClient(publishableKey=PUBLIC_CLERK_PUBLISHABLE_KEY))\n"
        )
    theirs.makeconftest("""
        import pytest
        from extension_toolkit.emulator.seed import Seed, SeedUser

        @pytest.fixture
        def emulator_seed():
            return Seed(users=(SeedUser("grace@example.com"),))
    """)
    theirs.makepyfile("""
        from extension_toolkit.automation.waiting import wait_until

        def test_that_fails(extension, emulator):
            (user,) = emulator.state.users.values()
            extension.driver.get(extension.url("popup/index.html"))
            wait_until(lambda: emulator.requests)
            assert not emulator.requests
    """)
    theirs.runpytest_subprocess().assert_outcomes(failed=1)
    (log,) = theirs.path.glob("build/evidence/*/requests.txt")
    assert "/v1/" in log.read_text()

"""Errors that nobody caught: a Python traceback in the console, an overlay in development."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.remote.shadowroot import ShadowRoot

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.targets import Target
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.toolchain.builder import Builder

ROOT = Path(__file__).resolve().parent.parent.parent
ERRORS = ROOT / "tests" / "projects" / "errors"
PAGE = "tabs/errors.html"
# The button for each kind of callback, and the functions that its traceback names.
UNCAUGHT = {
    "handler": ["handler", "divide"],
    "async_handler": ["async_handler", "divide"],
    "after_waiting": ["after_waiting", "divide"],
    "listener": ["<lambda>", "divide"],
    "method": ["method", "divide"],
    "decorated": ["decorated", "divide"],
    "window": ["on_window", "divide"],
    "timer": ["in_timer", "divide"],
    "timer_meanwhile": ["in_other_timer", "divide"],
    "async_timer": ["in_async_timer", "divide"],
    "promise": ["in_promise", "divide"],
    "spawned": ["outer", "inner", "divide"],
    "run": ["other_outer", "inner", "divide"],
}
MESSAGE = "ZeroDivisionError: division by zero"

Open = Callable[..., Extension]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, to be built."""
    root = tmp_path_factory.mktemp("errors") / "project"
    shutil.copytree(ERRORS, root)
    return root


@pytest.fixture
def open_page(browser: Browser, project: Path) -> Open:
    """Build the project, install it and open one of its pages."""

    def open_page(path: str = PAGE, mode: str = "development") -> Extension:
        extension = Extension(browser, browser.install(Builder(project, mode).build().folder))
        extension.driver.get(f"{extension.origin}/{path}")
        return extension

    return open_page


def place(name: str, path: str = "tabs/errors.py") -> str:
    """Where the line that ends with this name is, as a traceback says it."""
    lines = (ERRORS / "src" / path).read_text("utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if line.endswith(f"# {name}"))
    return f'  File "src/{path}", line {number}, in '


def functions_in(traceback: str) -> list[str]:
    """The functions that a traceback names, outermost first."""
    return [
        line.rpartition(" in ")[2] for line in traceback.splitlines() if line.startswith("  File")
    ]


def console_of(target: Target, count: int = 1) -> list[str]:
    """Return what is in a console, once there are that many entries."""
    wait_until(lambda: len(target.console) >= count)
    return target.console


def press(extension: Extension, name: str) -> str:
    """Press a button, and return what the console then says."""
    page = extension.devtools.wait_for("page", PAGE)
    page.console.clear()
    extension.driver.execute_script(f"document.getElementById('{name}').click()")
    return "\n".join(console_of(page))


def overlay(extension: Extension) -> ShadowRoot:
    return extension.driver.find_element("css selector", "python-errors").shadow_root


def test_uncaught(open_page: Open) -> None:
    """In every kind of callback, the traceback has the line that failed and who called it."""
    extension = open_page()
    for name, functions in UNCAUGHT.items():
        said = press(extension, name)
        assert said.startswith("error: Traceback (most recent call last):\n"), (name, said)
        assert functions_in(said) == functions, (name, said)
        assert place(name) in said, (name, said)
        assert place("divide", "tabs/division.py") in said, (name, said)
        assert said.endswith("\n    return number / 0  # divide\n" + MESSAGE), (name, said)


def test_chained_and_foreign_errors(open_page: Open) -> None:
    """The cause comes first; JavaScript's own errors keep their stack; rejections count."""
    extension = open_page()
    said = press(extension, "cause")
    first, second = said.split("\n\nThe above exception was the direct cause of")
    assert "ZeroDivisionError" in first
    assert f"{place('cause')}cause\n" in second
    assert second.endswith("\nValueError: no number")
    said = press(extension, "javascript")
    assert place("javascript") in said
    assert "at JSON.parse" in said
    assert "/python/runtime.js" not in said
    assert press(extension, "rejected") == "error: ValueError: no number"


def test_caught(open_page: Open) -> None:
    """An error that passed through JavaScript and was caught is not told."""
    assert press(open_page(), "caught") == "log: caught\n"


def test_import_time(open_page: Open) -> None:
    """An error while a page starts shows too, in the console and over the page."""
    extension = open_page("tabs/import_time.html")
    said = console_of(extension.devtools.wait_for("page", "tabs/import_time.html"))
    assert f"{place('import_time', 'tabs/import_time.py')}<module>" in said[0]
    assert len(said) == 1
    assert "ZeroDivisionError" in overlay(extension).find_element("css selector", "h2").text


def test_background(open_page: Open) -> None:
    """In the background page the console has the traceback as well."""
    extension = open_page()
    extension.send({"ask": "later"})
    said = console_of(extension.background())
    assert f"{place('background', 'background/index.py')}later" in said[0]
    assert said[0].endswith("KeyError: 'missing'")


def test_content_script(open_page: Open, website: str) -> None:
    """In a content script too; the web page stays as it is."""
    extension = open_page()
    page = extension.devtools.wait_for("page", PAGE)
    extension.driver.get(website)
    for event, name in (("click", "content"), ("keydown", "content_async")):
        page.console.clear()
        extension.driver.execute_script(f"document.dispatchEvent(new Event('{event}'))")
        said = console_of(page)
        assert place(name, "contents/content.py") in said[0]
        assert said[0].endswith("KeyError: 'missing'")
    assert not extension.driver.find_elements("css selector", "python-errors")


def test_overlay(open_page: Open) -> None:
    """The overlay shows place, line and traceback, counts repeats, and goes away by keyboard."""
    extension = open_page()
    driver = extension.driver
    driver.find_element("id", "after_waiting").click()
    wait_until(lambda: driver.find_elements("css selector", "python-errors"))
    root = overlay(extension)
    shown = root.find_element("css selector", "[role=alertdialog]").text
    number = place("divide", "tabs/division.py").split()[3].strip(",")
    assert f"\nsrc/tabs/division.py:{number}\nreturn number / 0  # divide\nTraceback" in shown
    press(extension, "after_waiting")
    press(extension, "cause")
    titles = [title.text for title in root.find_elements("css selector", "h2")]
    assert titles == ["ValueError: no number", "ZeroDivisionError: division by zero (2 times)"]
    assert not [e for e in extension.devtools.console if "Content Security" in e.text]
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not driver.find_elements("css selector", "python-errors")


def test_production(open_page: Open) -> None:
    """A production build has tracebacks with lines, but neither source nor overlay."""
    extension = open_page(mode="production")
    said = press(extension, "handler")
    assert place("handler") in said
    assert "number / 0" not in said
    assert not extension.driver.find_elements("css selector", "python-errors")

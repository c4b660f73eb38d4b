"""The development run, on a project of somebody else."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extension_toolkit.automation import DevTools
from extension_toolkit.automation.targets import Target
from extension_toolkit.automation.waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
PATH = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "src")])
RUN = "import sys; from extension_toolkit.commands import main; sys.exit(main())"
COMMAND = [sys.executable, "-c", RUN, "dev", "--headless"]
PAGE = """\
from browser import document
print("page starts")
document.select_one("h1").text = "one"
def fail(event):
    {}["missing"]
document.bind("click", fail)
"""
BACKGROUND = """\
from webext import on_message
print("background starts")
@on_message(ask="next")
def answer(message, sender):
    return message["number"] + 1
"""
FILES = {
    "pyproject.toml": '[project]\nname = "theirs"\nversion = "1"\n',
    "src/popup/index.html": "<!doctype html><h1>Popup</h1>",
    "src/tabs/page.html": "<!doctype html><h1></h1>"
    '<script type="text/python" src="page.py"></script>',
    "src/tabs/page.py": PAGE,
    "src/background/index.py": BACKGROUND,
}


class Development:
    """A running `dev` command, and the browser that it started."""

    def __init__(self, project: Path, *arguments: str) -> None:
        self.project = project
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        environment = {**os.environ, "PYTHONPATH": PATH, "NO_COLOR": "1"}
        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def wait_for(self, pattern: str, timeout: float = 40) -> str:
        """Return the next line that fits."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                line = self._lines.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                said = "\n".join(self.said)
                raise AssertionError(f"no line with {pattern!r} in:\n{said}") from None
            self.said.append(line)
            if re.search(pattern, line):
                return line

    def connect(self) -> DevTools:
        """A connection of the test's own."""
        port, path = (self.project / ".local/profile/DevToolsActivePort").read_text().split()
        return DevTools(f"ws://127.0.0.1:{port}{path}")

    def write(self, path: str, text: str) -> None:
        (self.project / path).write_text(text)

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


Start = Callable[..., Development]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "project"


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    started: list[Development] = []

    def start(*arguments: str) -> Development:
        started.append(Development(project, *arguments))
        return started[-1]

    yield start
    for development in started:
        development.end()


def open_tab(run: Development, devtools: DevTools, origin: str) -> Target:
    url = f"{origin}tabs/page.html"
    devtools.command("Target.createTarget", url=url)
    run.wait_for("tabs/page │ page starts")
    return devtools.wait_for("page", url)


def text_of(devtools: DevTools, tab: Target) -> str:
    text: str = devtools.evaluate(tab, "document.querySelector('h1')?.textContent ?? ''")
    return text


def test_edit_and_mistake(start: Start) -> None:
    """An edit runs at once in the same tab; a mistake leaves what ran, and says where it is."""
    run = start()
    run.wait_for(r"Build 1, \d\d:\d\d:\d\d: .* files changed, built in")
    origin = run.wait_for("Loaded").split()[-1]
    devtools = run.connect()
    tab = open_tab(run, devtools, origin)
    assert text_of(devtools, tab) == "one"

    run.write("src/tabs/page.py", PAGE.replace('"one"', '"two"'))
    run.wait_for("Build 2, .* 1 files changed")
    run.wait_for("tabs/page │ page starts")
    wait_until(lambda: tab.url == f"{origin}tabs/page.html")  # told over another connection
    wait_until(lambda: text_of(devtools, tab) == "two")
    badge = "chrome.action.getBadgeText({})"
    wait_until(lambda: devtools.evaluate(tab, badge) == "2")
    title = devtools.evaluate(tab, "chrome.action.getTitle({})")
    assert re.fullmatch(r"theirs: build 2, \d\d:\d\d:\d\d", title)

    run.write("src/background/index.py", BACKGROUND + "def (x):\n")
    run.wait_for(r"error: src/background/index.py:6: SyntaxError")
    run.wait_for(r"    def \(x\):")
    run.wait_for(r"^ {8}\^")
    run.wait_for("The last good build goes on")
    assert text_of(devtools, tab) == "two"
    ask = "chrome.runtime.sendMessage({ask: 'next', number: 1})"
    assert devtools.evaluate(tab, ask) == 2

    devtools.evaluate(tab, "document.dispatchEvent(new Event('click'))")
    run.wait_for(r'tabs/page │   File "src/tabs/page.py", line 5, in fail')
    run.wait_for("tabs/page │ KeyError: 'missing'")

    run.write("src/background/index.py", BACKGROUND.replace("+ 1", "+ 2"))
    run.wait_for("Build 3")
    run.wait_for("background │ background starts")
    wait_until(lambda: devtools.evaluate(tab, ask) == 3)
    devtools.close()


def test_no_loop_and_a_clean_end(start: Start, project: Path) -> None:
    """Nothing is built without a change, nor for files that are none; Ctrl-C leaves nothing."""
    run = start()
    run.wait_for("Watching")
    run.write("src/tabs/page.py", PAGE)  # as it was
    run.wait_for("Nothing in the build changed")
    run.write("notes.txt", "not the extension's")
    time.sleep(1)
    run.write("pyproject.toml", FILES["pyproject.toml"].replace('"1"', '"2"'))
    run.wait_for("Build 2")
    time.sleep(1)
    assert run.end() == 130
    run.wait_for("Stopped.")
    found = [re.search(r"Build \d+|Nothing", line) for line in run.said]
    assert [match[0] for match in found if match] == ["Build 1", "Nothing", "Build 2"]
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert str(project / ".local") not in listed.stdout


def test_mistake_from_the_start(start: Start) -> None:
    """Where the first build fails, the browser starts as soon as it works."""
    run = start()
    run.write("src/tabs/page.py", "from nowhere import nothing\n")
    run.wait_for("Build 1|error: src/tabs/page.py:1: no module named 'nowhere'")
    run.write("src/tabs/page.py", PAGE)
    run.wait_for("Watching")


def test_kill_worker(start: Start) -> None:
    """The service worker is stopped again and again; messages wake it as ever."""
    run = start("--kill-worker", "0.5")
    origin = run.wait_for("Loaded").split()[-1]
    devtools = run.connect()
    tab = open_tab(run, devtools, origin)
    for number in range(3):
        run.wait_for("Service worker stopped")
        ask = f"chrome.runtime.sendMessage({{ask: 'next', number: {number}}})"
        assert devtools.evaluate(tab, ask) == number + 1
    devtools.close()

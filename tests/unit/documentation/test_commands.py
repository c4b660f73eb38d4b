"""The commands of the documentation: each is there, and takes the options that it is given."""

from __future__ import annotations

import argparse
import json
import re
import runpy
import shlex
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest

import environment_setup
from extension_toolkit import commands
from extension_toolkit.commands import new
from support.documentation import BLOCKS, PAGES, ROOT, blocks, write_extension

INLINE = re.compile(
    r"`((?:python3 )?(?:benchmarks|scripts)/\w+\.py[^`]*|(?:extension-toolkit|pipx) [a-zA-Z][^`]*)`"
)
# Programs that are not ours, and why no test runs them.
NOT_RUN = {
    "cd": "goes to a folder of the reader's",
    "chromium": "opens a browser for the reader",
    "curl": "asks an emulator that the reader started; test_emulator_faults.py orders such faults",
    "pipx": "installs pre-commit from the network",
    "pytest": "test_tests_of_pages.py runs the tests of the pages",
    "source": "is the shell's",
}
PLACEHOLDERS = {"SECONDS": "5", "PORT": "4433", "MODE": "production", "COMMAND": "build"}


# Of the tutorial's commands those that are run for real: quick, and of the project alone.
QUICK = ["extension-toolkit keygen", "extension-toolkit package"]


class Parsed(BaseException):
    """The command has read its arguments, and found nothing wrong with them."""


def typed_commands() -> list[str]:
    """Return every command of a shell block, and those within sentences."""
    found = set()
    for block in BLOCKS:
        text = block.text.replace("\\\n", " ")
        if block.language == "console":
            found |= {line[2:] for line in text.splitlines() if line.startswith("$ ")}
        elif block.language == "sh":
            found |= set(filter(None, text.splitlines()))
    for page in PAGES:
        found |= set(INLINE.findall(page.read_text("utf-8")))
    return sorted(found)


COMMANDS = typed_commands()


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_accepted(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is one of ours and reads these arguments, or is excused."""
    for placeholder, value in PLACEHOLDERS.items():
        command = command.replace(placeholder, value)
    words = re.sub(r"[\[\]]", "", command).split()
    if words[0] == "python3":
        words = words[1:]
    if words[0] in NOT_RUN:
        return
    monkeypatch.setattr(environment_setup, "ensure", lambda: None)
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", read_and_stop)
    monkeypatch.setattr("sys.argv", words)
    if words[0] == "extension-toolkit":
        with pytest.raises(Parsed):
            commands.main()
        return
    script = ROOT / words[0]
    assert script.is_file(), f"there is no {words[0]}"
    if script.name == "test.py":  # whose arguments are pytest's
        assert all(word.startswith("-") or (ROOT / word).exists() for word in words[1:])
        return
    monkeypatch.syspath_prepend(script.parent)
    with pytest.raises(Parsed):
        runpy.run_path(str(script), run_name="__main__")


def read_and_stop(
    self: argparse.ArgumentParser, args: Sequence[str] | None = None, namespace: Any = None
) -> NoReturn:
    options, unknown = self.parse_known_args(args, namespace)
    if unknown:
        self.error(f"unknown: {unknown}")
    raise Parsed(options)


def test_commands_of_the_tutorial(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The project of the tutorial gets its id and its package by the commands that stand there."""
    new.write(tmp_path, "plain", "extension-toolkit")
    write_extension(tmp_path, "docs/tutorial.md")
    lines = [line for b in blocks("sh", "docs/tutorial.md") for line in b.text.splitlines()]
    assert [line for line in lines if line in QUICK] == QUICK
    for line in QUICK:
        assert commands.run(line.split()[1], [], tmp_path) == 0, capsys.readouterr()
    [package] = tmp_path.glob("build/*.zip")
    manifest = json.loads(zipfile.ZipFile(package).read("manifest.json"))
    assert manifest["permissions"] == ["activeTab", "offscreen", "storage"]
    assert "CRX_PUBLIC_KEY" in (tmp_path / ".env.chrome").read_text("utf-8")


def test_every_excuse_is_needed() -> None:
    """A program that no page names any more is not in the list."""
    assert {shlex.split(c)[0] for c in COMMANDS} >= NOT_RUN.keys()


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_reference_is_complete(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The reference lists exactly the options that a command has."""
    page = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    [section] = re.findall(rf"^## `extension-toolkit {name}\b(.*?)(?=^## |\Z)", page, re.M | re.S)
    with pytest.raises(SystemExit):
        commands.run(name, ["--help"], ROOT)
    has = set(re.findall(r"--[\w-]+", capsys.readouterr().out.partition("options:")[2]))
    assert set(re.findall(r"`(--[\w-]+)", section)) | {"--help"} == has


def test_every_language_is_tested() -> None:
    """No block is of a kind that no test reads; those without a language are pictures."""
    tested = {"python", "html", "json", "toml", "sh", "console"}
    shown = {block.page: block.text for block in blocks("ts")}
    assert list(shown) == ["docs/moving.md"]  # what readers have, and not what they write
    assert {block.language for block in BLOCKS} == tested | {"ts", ""}

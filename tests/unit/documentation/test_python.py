"""The Python of the documentation builds: a page's blocks are one extension."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extension_toolkit.toolchain.errors import BuildError
from support.documentation import BLOCKS, blocks, write_extension
from unit.toolchain.project import Project, publishable_key

PAGES = sorted({block.page for block in BLOCKS if block.language == "python"})
# What a page speaks of and does not define, such as the reader's own functions.
GIVEN = {
    "README.md": {"PUBLIC_CLERK_PUBLISHABLE_KEY", "createClerkClient", "on_message"},
    "docs/i18n.md": {"window"},
    "docs/messages.md": {"saved_addresses", "tab"},
    "docs/testing.md": {"BackgroundError", "DEMO_EMAIL", "DEMO_PASSWORD", "createClerkClient",
                        "on_message", "pytest"},
    "docs/how-to.md": {"BackgroundError", "pytest"},
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_blocks_build(page: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Imports are found, and Chrome has what is used of it, with the page's settings."""
    monkeypatch.setenv("PUBLIC_CLERK_PUBLISHABLE_KEY", publishable_key())
    write_extension(project.root, page)
    project.write("src/popup/style.css")  # of the template
    assert project.build().warnings == []


@pytest.mark.parametrize("page", PAGES)
def test_names_are_known(page: str) -> None:
    """A page's blocks use no name that none of them defines."""
    text = "\n".join(block.text for block in blocks("python", page))
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F821", "-"]
    command += ["--output-format", "concise", "--config"]
    command += [f"builtins = {sorted(GIVEN.get(page, ()))}"]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert "F821" not in result.stdout, result.stdout


def test_example_of_a_wrong_name(project: Project) -> None:
    """The build says of a misspelt name what docs/chrome.md says it does."""
    [example] = [block for block in blocks("", "docs/chrome.md") if "did you mean" in block.text]
    lines = ["import chrome", *[""] * 4, "async def find():", "    await chrome.tabs.qurey({})"]
    project.write("src/background/index.py", "\n".join(lines))
    with pytest.raises(BuildError) as caught:
        project.build()
    assert example.text.strip() in str(caught.value)

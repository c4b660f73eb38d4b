"""The toolkit from its wheel, where there is no repository of it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from support.installed import ROOT, Installed
from unit.toolchain.project import publishable_key

PYPROJECT = '[project]\nname = "mini"\nversion = "1.0"\n'
HANDLER = """
from clerk import createClerkClient
from webext import on_message

@on_message(action="greet")
def greet(message, sender):
    return "hello"
"""

# Prints the installed packages whose modules a build loads.
LOADED = """
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from extension_toolkit.commands import main

sys.argv[1:] = ["build"]
assert main() == 0
owners = packages_distributions()
print(*{owner for name in {m.partition(".")[0] for m in sys.modules} for owner in owners.get(name, ())})
"""  # noqa: E501

RUN_TIME = """
from importlib.metadata import requires
from packaging.requirements import Requirement

def needed(name, extras=("",)):
    for text in requires(name) or []:
        requirement = Requirement(text)
        if not requirement.marker or any(requirement.marker.evaluate({"extra": e}) for e in extras):
            yield requirement.name
            yield from needed(requirement.name, requirement.extras or ("",))

print("extension-toolkit", *needed("extension-toolkit"))
"""


def project(folder: Path) -> Path:
    """A project with nothing of the toolkit in it."""
    background = folder / "src" / "background"
    background.mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / ".env.development").write_text(f"PUBLIC_CLERK_PUBLISHABLE_KEY={publishable_key()}\n")
    (background / "index.py").write_text(HANDLER)
    return folder


def test_builds_elsewhere(installed: Installed, tmp_path: Path) -> None:
    """The command builds a project that brings neither packages nor service worker."""
    result = installed.run(project(tmp_path), "extension-toolkit", "build")
    assert result.returncode == 0, result.stderr
    built = tmp_path / "build" / "chrome-mv3-dev"
    manifest = json.loads((built / "manifest.json").read_text())
    worker = "background/service_worker.js"
    assert manifest["background"] == {"service_worker": worker, "type": "module"}
    for name in ("service_worker.js", "offscreen.js"):
        ours = (ROOT / "src" / "background" / name).read_text("utf-8")
        assert (built / "background" / name).read_text("utf-8") == ours
    scripts = "".join(path.read_text("utf-8") for path in built.rglob("python/*.js"))
    assert '"file": "clerk/fapi.py"' in scripts
    assert '"file": "src/background/index.py"' in scripts
    assert str(installed.scripts.parent) not in scripts


def test_needs_what_it_declares(installed: Installed, tmp_path: Path) -> None:
    """A build loads no package that only an extra brings."""
    python = installed.scripts / Path(sys.executable).name
    options = {"capture_output": True, "text": True, "check": True, "encoding": "utf-8"}
    loaded = subprocess.run([python, "-c", LOADED], cwd=project(tmp_path), **options)  # type: ignore[call-overload]
    declared = subprocess.run([python, "-c", RUN_TIME], **options)  # type: ignore[call-overload]
    used = set(loaded.stdout.splitlines()[-1].lower().replace("_", "-").split())
    assert "brython" in used
    assert used <= set(declared.stdout.lower().replace("_", "-").split())


def test_wheel_has_the_whole_background(wheel: Path) -> None:
    """Each file of the background that is not the demo's own is in the wheel."""
    ours = {path.name for path in (ROOT / "src/background").iterdir() if path.suffix != ".py"}
    names = zipfile.ZipFile(wheel).namelist()
    prefix = "extension_toolkit/background/"
    packed = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
    assert packed == {name for name in ours if name != "__pycache__"}


def test_missing_extra(installed: Installed, tmp_path: Path) -> None:
    """A command whose packages are missing names the extra to install."""
    blocked = tmp_path / "starlette.py"
    blocked.write_text("raise ModuleNotFoundError(name='starlette')")
    python = installed.scripts / Path(sys.executable).name
    code = "import sys; sys.argv[1:] = ['emulator']; from extension_toolkit.commands import main; "
    result = subprocess.run(
        [python, "-c", f"{code} sys.exit(main())"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert 'pip install "extension-toolkit[emulator]"' in result.stderr

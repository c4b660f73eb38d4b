"""Make a new extension: a folder that builds, runs and passes its tests at once."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import re
import subprocess
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.errors import ToolkitError

PACKAGE = "extension-toolkit"
EXTRAS = "[browser,emulator,testing]"
TEMPLATES = Path(__file__).parents[1] / "templates"
DOT = "dot."  # begins the names of files that begin with a dot
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="its name, such as my-extension, or a path that ends with it")
    parser.add_argument("--no-clerk", action="store_true", help="without sign-in")
    parser.add_argument(
        "--toolkit",
        metavar="SOURCE",
        help="where the new project gets the toolkit: a folder, a wheel, or a requirement as pip "
        "takes it, such as git+https://…; by default where this one came from",
    )
    parser.add_argument("--no-install", action="store_true", help="make no .venv in it")
    options = parser.parse_args(arguments)
    folder = Path(options.name)
    check(folder)
    toolkit = requirement(options.toolkit) if options.toolkit else own_requirement()
    console.step(f"Writing {folder}/")
    write(folder, "plain" if options.no_clerk else "clerk", toolkit)
    if not options.no_install:
        install(folder)
    say_what_is_next(folder, installed=not options.no_install)
    return 0


def check(folder: Path) -> None:
    """Raise when no extension can be made there.

    Raises:
        ToolkitError: The name cannot be one, or there is something already.
    """
    if not NAME.fullmatch(folder.name):
        raise ToolkitError(
            f"{folder.name!r} cannot be the name of a project",
            tip="take letters, digits, - and _, and begin with a letter, such as my-extension",
        )
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise ToolkitError(
            f"{folder} is there already, and nothing in it is touched",
            tip="take another name, or remove it first",
        )


def requirement(source: str) -> str:
    """Return the requirement for a toolkit from a folder, a wheel, or anywhere else.

    Raises:
        ToolkitError: The folder or file does not hold a toolkit.
    """
    path = Path(source).expanduser()
    if re.match(rf"{PACKAGE}\b", source) and not path.exists():
        return source
    if "://" in source:
        return f"{PACKAGE}{EXTRAS} @ {source}"
    project = path / "pyproject.toml"
    is_wheel = path.is_file() and path.name.startswith(PACKAGE.replace("-", "_"))
    if not is_wheel and not (
        project.is_file() and f'name = "{PACKAGE}"' in project.read_text("utf-8")
    ):
        raise ToolkitError(f"{source} is neither the toolkit's folder nor its wheel")
    return f"{PACKAGE}{EXTRAS} @ {path.resolve().as_uri()}"


def own_requirement() -> str:
    """Return the requirement for the toolkit that runs this: from the same place."""
    repository = Path(__file__).resolve().parents[3]
    if (repository / "pyproject.toml").is_file():
        return requirement(str(repository))
    distribution = importlib.metadata.distribution(PACKAGE)
    # https://packaging.python.org/en/latest/specifications/direct-url/
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return requirement(f"{vcs['vcs']}+{origin['url']}@{vcs['commit_id']}")
    if "url" in origin:
        return requirement(origin["url"])
    return f"{PACKAGE}{EXTRAS}>={distribution.version}"


def write(folder: Path, template: str, toolkit: str) -> None:
    """Write the files of a template.

    Args:
        folder: The new project's.
        template: `plain` or `clerk`.
        toolkit: The requirement that stands for the toolkit.
    """
    title = re.sub(r"[-_]+", " ", folder.name)
    values = {"name": folder.name, "title": title[0].upper() + title[1:], "toolkit": toolkit}
    for base in (TEMPLATES / "base", TEMPLATES / template):
        for path in sorted(base.rglob("*")):
            if path.is_dir() or "__pycache__" in path.parts:
                continue
            target = folder / path.relative_to(base)
            if target.name.startswith(DOT):
                target = target.with_name(target.name.removeprefix("dot"))
            content = path.read_bytes()
            for name, value in values.items():
                content = content.replace(b"{{%s}}" % name.encode(), value.encode())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def install(folder: Path) -> None:
    """Give the project a virtual environment with what its `pyproject.toml` names.

    Raises:
        ToolkitError: It cannot be made or the packages cannot be had; the project is there.
    """
    console.step("Installing the toolkit and pytest into its .venv/ (a minute or so)")
    document = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    packages = ["pip>=25.1", *document["dependency-groups"]["dev"]]  # that one knows groups
    context = venv.EnvBuilder().ensure_directories(folder / ".venv")
    try:
        venv.create(folder / ".venv", with_pip=True)
        command = [context.env_exe, "-m", "pip", "install", "--quiet", *packages]
        subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        text: str = getattr(error, "stderr", None) or str(error)
        raise ToolkitError(
            f"{folder} is written, but its packages could not be installed: {text.strip()}",
            tip=f"when that is mended: cd {folder}, python3 -m venv .venv, "
            ".venv/bin/pip install --group dev (pip 25.1 or newer)",
        ) from error


def say_what_is_next(folder: Path, *, installed: bool) -> None:
    prefix = str(Path(".venv", "Scripts" if os.name == "nt" else "bin")) + os.sep
    console.say("\nNext:")
    console.say(f"  cd {folder}")
    if not installed:
        console.say("  python3 -m venv .venv")
        console.say(f"  {prefix}pip install --group dev")
    console.say(f"  {prefix}extension-toolkit dev   opens Chrome with it, and follows your changes")
    console.say(f"  {prefix}pytest")

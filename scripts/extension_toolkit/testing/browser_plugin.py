"""A pytest plugin: the built extension in a fresh Chrome, for each test that asks for it.

The fixture `extension` is the start; the others are its parts, each to be overridden in a
`conftest.py`:

    project_folder      the folder of `pyproject.toml`; by default that of pytest
    extension_folder    the extension, built once
    chrome_arguments    more for Chrome's command line
    emulator_seed       users and more that the local Clerk starts with
    emulator_settings   how the local Clerk behaves
    emulator            the local Clerk, where the extension has Clerk in it
    browser             Chrome with a profile of its own, without the extension
    extension           the extension, just installed
    extension_id        its id

When a test fails, `build/evidence/<test>/` holds each page as picture and DOM, the consoles of all
contexts and the requests that the local Clerk saw.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The parts are imported by those who use them: this module is loaded for every run of pytest.
if TYPE_CHECKING:
    from extension_toolkit.automation import Browser
    from extension_toolkit.automation.extension import Extension
    from extension_toolkit.emulator import EmulatorServer
    from extension_toolkit.emulator.seed import Seed
    from extension_toolkit.emulator.settings import Settings

BROWSER = pytest.StashKey["Browser"]()
EMULATOR = pytest.StashKey["EmulatorServer"]()
CLERK_MODULE = b'$python.define("clerk"'


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("extension", "Chrome extensions in Python")
    group.addoption("--show-browser", action="store_true", help="run Chrome with its windows")
    parser.addini("extension_project", "the folder of the extension's pyproject.toml", default=".")
    parser.addini(
        "extension_evidence", "where to keep what failed tests leave", default="build/evidence"
    )


@pytest.fixture(scope="session")
def project_folder(pytestconfig: pytest.Config) -> Path:
    """The folder of the extension's `pyproject.toml`."""
    return _folder(pytestconfig, "extension_project")


@pytest.fixture(scope="session")
def emulator_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the local Clerk keeps its keys, so that they are made once."""
    return tmp_path_factory.mktemp("emulator")


@pytest.fixture(scope="session")
def extension_folder(
    project_folder: Path, emulator_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The project, built; where it has Clerk in it, for the local one."""
    from extension_toolkit.toolchain.builder import Builder
    from extension_toolkit.toolchain.environment import KEY_NAME

    with pytest.MonkeyPatch.context() as patch:
        try:
            from extension_toolkit.emulator import EmulatorServer

            patch.setenv(KEY_NAME, EmulatorServer(emulator_folder).publishable_key)
        except ModuleNotFoundError:
            pass  # an extension without Clerk does not need it
        return Builder(project_folder, output=tmp_path_factory.mktemp("extension")).build().folder


@pytest.fixture
def emulator_seed() -> Seed | None:
    """What the local Clerk starts with; None for its own demonstration user."""
    return None


@pytest.fixture
def emulator_settings() -> Settings | None:
    """How the local Clerk behaves; None for a development instance."""
    return None


@pytest.fixture
def emulator(
    request: pytest.FixtureRequest,
    emulator_folder: Path,
    emulator_seed: Seed | None,
    emulator_settings: Settings | None,
) -> Iterator[EmulatorServer]:
    """A fresh local Clerk, which runs."""
    from extension_toolkit.emulator import EmulatorServer

    server = EmulatorServer(emulator_folder, seed=emulator_seed, settings=emulator_settings)
    with server:
        request.node.stash[EMULATOR] = server
        yield server


@pytest.fixture
def chrome_arguments() -> list[str]:
    """More for Chrome's command line."""
    return []


@pytest.fixture
def browser(
    request: pytest.FixtureRequest,
    extension_folder: Path,
    chrome_arguments: list[str],
    tmp_path: Path,
) -> Iterator[Browser]:
    """A fresh Chrome, without the extension; it reaches the local Clerk where that is needed."""
    from extension_toolkit.automation import Browser

    arguments = [*chrome_arguments]
    if any(CLERK_MODULE in script.read_bytes() for script in extension_folder.glob("python/*.js")):
        emulator: EmulatorServer = request.getfixturevalue("emulator")
        arguments += emulator.chrome_arguments
    headless = not request.config.getoption("--show-browser")
    browser = Browser(tmp_path / "profile", headless=headless, arguments=arguments)
    browser.start()
    request.node.stash[BROWSER] = browser
    yield browser
    browser.stop()


@pytest.fixture
def extension(browser: Browser, extension_folder: Path) -> Extension:
    """The extension, just installed."""
    from extension_toolkit.automation.extension import Extension

    return Extension(browser, browser.install(extension_folder))


@pytest.fixture
def extension_id(extension: Extension) -> str:
    """The extension's id."""
    return extension.id


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep evidence of a test that failed, while its browser runs."""
    report = yield
    browser = item.stash.get(BROWSER, None)
    if report.failed and report.when != "teardown" and browser and browser.is_running():
        from .evidence import consoles, save_evidence

        name = re.sub(r"\W+", "-", item.nodeid.rpartition("/")[2])
        folder = _folder(item.config, "extension_evidence") / name
        save_evidence(folder, browser.devtools(), item.stash.get(EMULATOR, None))
        report.sections.append(("consoles of the browser", consoles(browser.devtools())))
        report.sections.append(("evidence", str(folder)))
    return report


def _folder(config: pytest.Config, name: str) -> Path:
    return config.rootpath / str(config.getini(name))

"""An extension made with Clerk's own SDK and one made with ours, beside one emulator.

The suite needs npm and its registry, and is skipped without them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest

from conformance.extensions import NoRegistryError, build_official, install_packages
from conformance.scenario import SEED, SETTINGS
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer


@functools.cache
def obstacle() -> str | None:
    """Return why Clerk's own packages cannot be had, or None when they are here."""
    try:
        install_packages()
    except NoRegistryError as error:
        return str(error)
    return None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip here, and not in a fixture, so that one line tells of all tests."""
    if reason := obstacle():
        pytest.skip(f"not compared with Clerk's own SDK: {reason}")


@pytest.fixture(scope="module")
def instance(request: pytest.FixtureRequest) -> str:
    """The kind of instance: development, unless a test asks for another."""
    return getattr(request, "param", "development")


@pytest.fixture(scope="module")
def emulator(instance: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulatorServer]:
    folder = tmp_path_factory.mktemp("emulator")
    with EmulatorServer(folder, seed=SEED, settings=SETTINGS[instance]) as server:
        yield server


@pytest.fixture(scope="module")
def browser(
    emulator: EmulatorServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    profile = tmp_path_factory.mktemp("browser") / "profile"
    browser = Browser(profile, headless=True, arguments=emulator.chrome_arguments)
    browser.start()
    yield browser
    browser.stop()


@pytest.fixture(scope="module")
def official(
    emulator: EmulatorServer,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Extension:
    """The extension made with Clerk's own SDK."""
    folder = tmp_path_factory.mktemp("official")
    return Extension(
        browser,
        browser.install(build_official(emulator.publishable_key, folder)),
    )

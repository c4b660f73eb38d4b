"""A pytest plugin: handlers of an extension under test on CPython, without a browser.

    fake_chrome     a browser in memory, in which the handlers of `src/background/` answer
    clerk_server    a local Clerk that they reach over TLS
    manifest        a fixture to be overridden: the manifest whose permissions are enforced

Tests and fixtures may be `async`: pytest-asyncio runs them. The variables of the environment files
are constants of `webext.env`, as in the built extension; without a key of Clerk's, that of the
local Clerk is there.
"""

from __future__ import annotations

import base64
import importlib
import json
import os
from collections.abc import AsyncIterator, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# The parts are imported by those who use them: this module is loaded for every run of pytest.
if TYPE_CHECKING:
    from extension_toolkit.emulator import EmulatorServer

    from .fake_chrome import FakeChrome

BACKGROUND = "background.index"
LOCAL_CLERK = "python-extension-emulator.clerk.accounts.dev"


def pytest_configure(config: pytest.Config) -> None:
    """Make importable what the extension's code imports in a browser."""
    if find_spec("webext") is None:
        return  # a project of another kind
    from . import fake_browser

    fake_browser.install()
    _set_environment(config.rootpath)


@pytest.fixture
def manifest() -> dict[str, Any] | None:
    """The manifest of the fake; None where nothing is to be enforced."""
    return None


@pytest.fixture
async def fake_chrome(
    manifest: dict[str, Any] | None, pytestconfig: pytest.Config
) -> AsyncIterator[FakeChrome]:
    """A fresh browser in memory, with the handlers of `src/background/` in it.

    At the end, what a listener or a spawned coroutine raised and nobody caught fails the test.
    """
    from webext import _page

    from .fake_chrome import FakeChrome
    from .fake_chrome.bridge import installed

    if _is_there(BACKGROUND):
        importlib.import_module(BACKGROUND)
    chrome = FakeChrome(_page.extension_id(), manifest, _read_messages(pytestconfig.rootpath))
    with installed(chrome):
        yield chrome
        await chrome.close()


@pytest.fixture
def clerk_server(
    fake_chrome: FakeChrome, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EmulatorServer]:
    """A local Clerk, whose time is that of the fake, and to which its requests go."""
    from extension_toolkit.emulator import EmulatorServer

    folder = tmp_path_factory.getbasetemp() / "clerk_server"  # its keys are made once
    with EmulatorServer(folder, host=LOCAL_CLERK, clock=fake_chrome.clock.now) as server:
        fake_chrome.network.connect(
            server.frontend_api, server.port, server.certificate_path, fake_chrome.origin
        )
        yield server


def _is_there(name: str) -> bool:
    package = name.partition(".")[0]
    return find_spec(package) is not None and find_spec(name) is not None


def _read_messages(root: Path) -> dict[str, dict[str, Any]]:
    """Return the texts of the project, by language."""
    files = (root / "src/_locales").glob("*/messages.json")
    return {file.parent.name: json.loads(file.read_text("utf-8")) for file in files}


def _set_environment(root: Path) -> None:
    """Give `webext.env` the constants that the build gives it, but with the local Clerk's key."""
    from extension_toolkit.toolchain.environment import KEY_NAME, read_environment
    from webext import env

    encoded = base64.b64encode(f"{LOCAL_CLERK}$".encode()).decode()
    constants = {**read_environment(root, "development").public, KEY_NAME: f"pk_test_{encoded}"}
    for name, value in constants.items():
        if name not in os.environ:
            setattr(env, name, value)

"""A small extension with Clerk, and a page of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.emulator import EmulatorServer
from support.clerk_extension import ClerkExtension, ClerkPage, build_clerk_extension


@pytest.fixture(scope="session")
def extension_folder(tmp_path_factory: pytest.TempPathFactory, emulator_folder: Path) -> Path:
    key = EmulatorServer(emulator_folder).publishable_key
    return build_clerk_extension(tmp_path_factory.mktemp("project"), key)


@pytest.fixture
def extension(browser: Browser, extension_folder: Path) -> ClerkExtension:
    return ClerkExtension(browser, browser.install(extension_folder))


@pytest.fixture
def page(extension: ClerkExtension) -> ClerkPage:
    return extension.page()

"""A production instance: `pk_live_…`, with the client token in `Authorization`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from demo_pages import Popup
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer, Settings
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.environment import KEY_NAME

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def emulator_settings() -> Settings:
    return Settings(production=True)


@pytest.fixture
def extension_folder(
    tmp_path: Path, emulator: EmulatorServer, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv(KEY_NAME, emulator.publishable_key)
    return Builder(ROOT, "production", output=tmp_path / "extension").build().folder


def test_live_instance(extension: Extension, emulator: EmulatorServer) -> None:
    """With a live key the same code signs in, gets fresh tokens, and signs out."""
    emulator.state.settings.token_lifetime = 2
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    first = extension.send({"greeting": "get-token"})[0]["token"]
    emulator.state.settings.clock_offset = 5
    second = extension.send({"greeting": "get-token"})[0]["token"]
    assert second
    assert first
    popup.press("sign-out")
    popup.wait_for_form()
    assert [r.status for r in emulator.requests if r.status != 200] == []
    assert all(request.origin is None for request in emulator.requests)


def test_live_permissions(
    browser: Browser, extension_folder: Path, emulator: EmulatorServer
) -> None:
    """The rule costs one permission more, which reaches no web page."""
    manifest = json.loads((extension_folder / "manifest.json").read_text())
    assert manifest["permissions"] == [
        "declarativeNetRequestWithHostAccess",
        "identity",  # the popup signs in at other providers
        "offscreen",
        "storage",
    ]
    assert manifest["host_permissions"] == [f"https://{emulator.frontend_api}/*"]

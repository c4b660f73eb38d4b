"""The demo's handlers in Chromium: the scenarios that run on CPython too."""

from __future__ import annotations

from typing import Any

import pytest

from demo_pages import DemoTab, Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from support.background import SCENARIOS
from webext.errors import error_of_answer


class ChromiumRun:
    """The extension in a real browser."""

    def __init__(self, extension: Extension, emulator: EmulatorServer) -> None:
        self._extension = extension
        self.emulator = emulator
        self.origin = extension.origin

    async def send(self, message: dict[str, Any]) -> Any:
        [answer] = self._extension.send(message)
        if "$error" in answer:
            raise error_of_answer(answer["$error"])
        return answer

    async def sign_in(self) -> None:
        self._extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_scenario(scenario: Any, extension: Extension, emulator: EmulatorServer) -> None:
    """What happens on CPython happens here too."""
    extension.open(DemoTab)
    await scenario(ChromiumRun(extension, emulator))

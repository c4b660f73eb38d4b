"""Faults of the network and the API that leave Clerk's own extension SDK without an answer.

Each docstring says what that one does, as it was measured, and what this client promises instead.
Those that hit a request for a token alone are in `test_tokens.py`.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from demo_pages import DemoTab, Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer, Fault
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

GET_TOKEN = {"greeting": "get-token"}
CLIENT = "/v1/client"
TOKENS = "/v1/client/sessions/*/tokens"


@pytest.fixture
def signed_in(extension: Extension) -> Extension:
    """The demo's tab, with the demo user signed in."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.open(DemoTab)
    return extension


@pytest.fixture
def restarted(signed_in: Extension) -> Extension:
    """The same with nothing left but the client token, as after a start of the browser."""
    clear = "chrome.storage.session.clear().then(arguments[0])"
    signed_in.driver.execute_async_script(clear)
    signed_in.close_background()
    signed_in.stop_worker()
    return signed_in


def token(extension: Extension) -> str | None:
    answer: str | None = extension.send(GET_TOKEN)[0]["token"]
    return answer


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"status": 500, "drop_client_token": True}, id="500"),
        pytest.param({"status": 429, "drop_client_token": True}, id="429"),
        pytest.param({"status": 429, "retry_after": 2}, id="retry-after"),
        pytest.param({"status": 502, "body": "<h1>Bad gateway</h1>"}, id="html"),
    ],
)
def test_one_bad_answer_at_the_start(
    restarted: Extension, emulator: EmulatorServer, fault: dict[str, Any]
) -> None:
    """Theirs: null, and signed out until the popup is opened. Ours: the token, a little later."""
    emulator.add_fault(Fault(path=CLIENT, exact=True, count=1, **fault))
    assert token(restarted)


def test_settings_out_of_reach(extension: Extension, emulator: EmulatorServer) -> None:
    """Theirs: null when `/environment` fails. Ours: signs in and has the token."""
    emulator.add_fault(Fault(path="/v1/environment", status=500))
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    assert token(extension)


def test_api_down_with_a_token_at_hand(signed_in: Extension, emulator: EmulatorServer) -> None:
    """Theirs: null after 3 s. Ours: the token that still lives, at once."""
    first = token(signed_in)
    assert first
    signed_in.stop_worker()
    signed_in.close_background()
    emulator.stop()
    started = time.monotonic()
    assert token(signed_in) == first
    assert time.monotonic() - started < 10


def test_one_request_that_hangs(restarted: Extension, emulator: EmulatorServer) -> None:
    """Theirs: whoever asks next waits 20 s too. Ours: the hung request is given up soon."""
    emulator.add_fault(Fault(path=CLIENT, exact=True, hang=True, count=1))
    script = "window.first = chrome.runtime.sendMessage({greeting: 'get-token'})"
    restarted.driver.execute_script(script)
    wait_until(lambda: len(emulator.state.faults) == 0)
    started = time.monotonic()
    assert token(restarted)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("fault", [{"hang": True}, {"status": 500}], ids=["hang", "500"])
def test_no_token_to_be_had(
    extension: Extension, emulator: EmulatorServer, fault: dict[str, Any]
) -> None:
    """Theirs: no answer within 345 s, or after 162 s. Ours: null while Chrome still waits."""
    emulator.state.settings.token_lifetime = 1
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    time.sleep(1.1)
    emulator.add_fault(Fault(path=TOKENS, **fault))
    extension.driver.set_script_timeout(40)
    started = time.monotonic()
    assert token(extension) is None
    assert 5 < time.monotonic() - started < 35
    emulator.clear_faults()
    # Nobody was signed out. After many errors Chrome itself holds requests back for some seconds.
    wait_until(lambda: token(extension), timeout=20)

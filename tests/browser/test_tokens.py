"""Tokens from the background, through sleeping workers, races and faults."""

from __future__ import annotations

import time
from typing import Any

import pytest

from demo_pages import DemoTab, Popup
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer, Fault
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD
from verification import verify

GET_TOKEN = {"greeting": "get-token"}
TOKENS = "/v1/client/sessions/*/tokens"


@pytest.fixture
def signed_in(extension: Extension, emulator: EmulatorServer) -> Extension:
    """The demo's tab, with the demo user signed in and no requests logged."""
    extension.open(Popup).sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    extension.open(DemoTab)
    emulator.clear_requests()
    return extension


def token_requests(emulator: EmulatorServer) -> int:
    return sum(request.path.endswith("/tokens") for request in emulator.requests)


def test_fresh_token_after_the_popup_closed_the_token_expired_and_the_worker_stopped(
    extension: Extension, emulator: EmulatorServer
) -> None:
    """Sign in, close the popup, let the token expire, press the button: a new, valid token."""
    emulator.state.settings.token_lifetime = 1
    popup = extension.open(Popup)
    popup.sign_in(DEMO_EMAIL, DEMO_PASSWORD)
    window = extension.driver.current_window_handle
    demo = popup.open_demo()
    tab = extension.driver.current_window_handle
    extension.driver.switch_to.window(window)
    extension.driver.close()
    extension.driver.switch_to.window(tab)
    first = demo.get_token()
    time.sleep(1.1)
    emulator.state.settings.token_lifetime = 60
    extension.stop_worker()
    emulator.clear_requests()
    second = demo.get_token()
    assert second != first
    assert token_requests(emulator) == 1
    verified = verify(second, emulator, extension.origin)
    assert verified.claims["exp"] > time.time()
    assert len(verified.checks) == 3


def test_signed_out_gives_no_token(extension: Extension, emulator: EmulatorServer) -> None:
    """On a fresh profile, without the popup ever opened, the answer is a plain sentence."""
    demo = extension.open(DemoTab)
    assert demo.ask() == "No token: sign in through the popup first."
    assert extension.send(GET_TOKEN) == [{"token": None}]
    assert token_requests(emulator) == 0


def test_no_request_while_the_token_is_fresh(
    signed_in: Extension, emulator: EmulatorServer
) -> None:
    """A click with the worker asleep and a fresh token asks Clerk nothing."""
    first = signed_in.send(GET_TOKEN)
    signed_in.stop_worker()
    assert signed_in.send(GET_TOKEN) == first
    assert emulator.requests == []


def test_no_request_after_the_background_page_was_lost(
    signed_in: Extension, emulator: EmulatorServer
) -> None:
    """What the background knew survives its page, for as long as the browser runs."""
    first = signed_in.send(GET_TOKEN)
    signed_in.stop_worker()
    signed_in.close_background()
    assert signed_in.send(GET_TOKEN) == first
    assert emulator.requests == []


def test_fifty_messages_make_one_background_page_and_one_request(
    signed_in: Extension, emulator: EmulatorServer
) -> None:
    """However many ask at once, with nothing running: one page, one request, one token."""
    emulator.add_fault(Fault(path=TOKENS, delay=0.3))
    clear_kept_tokens(signed_in)
    signed_in.stop_worker()
    signed_in.close_background()
    emulator.clear_requests()
    answers = signed_in.send(GET_TOKEN, count=50)
    assert len({answer["token"] for answer in answers}) == 1
    assert answers[0]["token"]
    assert len(signed_in.background_pages()) == 1
    assert token_requests(emulator) == 1


def clear_kept_tokens(extension: Extension) -> None:
    """Forget the tokens that are kept, but not who is signed in."""
    extension.driver.execute_async_script("""
        const done = arguments[0]
        chrome.storage.session.get(null).then(async (all) => {
          for (const [key, value] of Object.entries(all)) {
            if (!value.client) { continue }
            value.tokens = []
            value.client.sessions.forEach((session) => { session.last_active_token = null })
            await chrome.storage.session.set({[key]: value})
          }
          done()
        })""")


def test_background_page_closed_under_way(signed_in: Extension, emulator: EmulatorServer) -> None:
    """Closing the background page while it works is told at once, and the next click works."""
    emulator.add_fault(Fault(path=TOKENS, delay=3, count=1))
    clear_kept_tokens(signed_in)
    signed_in.close_background()
    signed_in.driver.execute_script(
        "chrome.runtime.sendMessage({greeting: 'get-token'}).then((it) => { window.answer = it })"
    )
    wait_until(lambda: len(emulator.state.faults) == 0)  # the request is under way
    signed_in.close_background()
    started = time.monotonic()
    wait_until(lambda: signed_in.driver.execute_script("return window.answer"))
    assert time.monotonic() - started < 10
    answer = signed_in.driver.execute_script("return window.answer")
    assert "closed before it answered" in answer["$error"]["message"]
    assert signed_in.send(GET_TOKEN)[0]["token"]
    assert len(signed_in.background_pages()) == 1


def test_worker_stopped_under_way(signed_in: Extension, emulator: EmulatorServer) -> None:
    """A click whose worker is stopped before the answer came still gets its token."""
    emulator.add_fault(Fault(path=TOKENS, delay=1, count=1))
    clear_kept_tokens(signed_in)
    signed_in.close_background()
    demo = signed_in.open(DemoTab)
    demo.wait_for("#get-token").click()
    wait_until(lambda: len(emulator.state.faults) == 0)  # the request is under way
    signed_in.stop_worker()
    assert demo.wait_for_text("#result", "oken").startswith("Token: ")


def test_emulator_down(signed_in: Extension, emulator: EmulatorServer) -> None:
    """Clerk out of reach: null, a logged error, and the session is still there afterwards."""
    clear_kept_tokens(signed_in)
    signed_in.stop_worker()
    signed_in.close_background()
    emulator.stop()
    started = time.monotonic()
    assert signed_in.send(GET_TOKEN) == [{"token": None}]
    assert time.monotonic() - started < 10
    console = signed_in.background().console
    assert [line for line in console if "Background service worker" in line] == [
        "error: [Background service worker] Error: offline: Clerk's Frontend API cannot be reached"
    ]
    emulator.start()
    assert signed_in.send(GET_TOKEN)[0]["token"]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"status": 500}, id="500"),
        pytest.param({"status": 429, "retry_after": 1}, id="429"),
        pytest.param({"status": 500, "drop_client_token": True}, id="no-client-token"),
        pytest.param({"status": 502, "body": "<h1>Bad gateway</h1>"}, id="html"),
        pytest.param({"drop_connection": True}, id="reset"),
    ],
)
def test_one_bad_answer(
    signed_in: Extension, emulator: EmulatorServer, fault: dict[str, Any]
) -> None:
    """One failure on the way is made good for: the token arrives, nobody is signed out."""
    clear_kept_tokens(signed_in)
    signed_in.close_background()
    emulator.add_fault(Fault(path=TOKENS, count=1, **fault))
    assert signed_in.send(GET_TOKEN)[0]["token"]
    assert token_requests(emulator) == 2
    signed_in.open(Popup).wait_for_home()


def test_session_revoked_elsewhere(signed_in: Extension, emulator: EmulatorServer) -> None:
    """A session ended on the server gives no token, and the popup shows the form again."""
    for session in list(emulator.state.sessions.values()):
        session.status = "revoked"
    clear_kept_tokens(signed_in)
    signed_in.close_background()
    assert signed_in.send(GET_TOKEN) == [{"token": None}]
    signed_in.open(Popup).wait_for_form()

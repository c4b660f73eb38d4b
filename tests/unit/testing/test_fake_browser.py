"""The `browser` package on CPython."""

from __future__ import annotations

import logging
from typing import Any

import pytest

import browser
from browser import aio, console, timer
from extension_toolkit.testing.fake_chrome import FakeChrome, NotFakedError


def test_the_console_is_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """What code writes to the console is in the log, with its level."""
    console.error("no", 3)
    assert caplog.record_tuples == [("browser.console", logging.ERROR, "no 3")]


def test_what_only_a_page_has_is_refused() -> None:
    """Code that needs a page says so, and does not fail somewhere else."""
    with pytest.raises(AttributeError, match=r"browser\.document needs a page"):
        browser.document  # noqa: B018


async def test_timers_follow_the_clock(fake_chrome: FakeChrome) -> None:
    """`timer` and `aio` wait for the fake's clock; what is raised then is not lost."""
    called: list[int] = []
    timer.set_timeout(called.append, 1000, 1)
    cancelled = timer.set_timeout(called.append, 1000, 2)
    timer.clear_timeout(cancelled)

    async def sleep() -> None:
        await aio.sleep(2)
        called.append(3)

    aio.run(sleep())
    await fake_chrome.clock.move(1)
    assert called == [1]
    await fake_chrome.clock.move(1)
    assert called == [1, 3]
    timer.set_timeout(lambda: 1 / 0, 10)
    await fake_chrome.clock.move(1)
    with pytest.raises(ZeroDivisionError):
        await fake_chrome.idle()


async def test_requests_are_answered(fake_chrome: FakeChrome) -> None:
    """`aio` sends what Brython sends, but for the time that keeps the browser's cache away."""
    seen: list[Any] = []

    def answer(
        method: str, url: str, headers: dict[str, str], body: str | None
    ) -> tuple[int, dict[str, str], str]:
        seen.append((method, url.removeprefix("https://api.example.com"), headers, body))
        return 404, {"X-Mine": "yes"}, "\N{SNOWMAN}"

    fake_chrome.network.answer("api.example.com", answer)
    found = await aio.get("https://api.example.com/?q=1", data={"x": "y z"}, headers={"A": "b"})
    assert (found.status, found.statusText, found.data) == (404, "Not Found", "\N{SNOWMAN}")
    assert found.response_headers == {"x-mine": "yes"}
    posted = await aio.post("https://api.example.com/", data={"x": 1}, format="binary")
    assert posted.data == "\N{SNOWMAN}".encode()
    put = await aio.ajax("put", "https://api.example.com/", data=b"{}", format="dataURL")
    assert put.data.endswith(";base64,4piD")
    assert seen == [
        ("GET", "/?q=1&x=y%20z", {"a": "b"}, None),
        ("POST", "/", {"content-type": "application/x-www-form-urlencoded"}, "x=1"),
        ("PUT", "/", {}, "{}"),
    ]
    fake_chrome.network.online = False
    offline = await aio.get("https://api.example.com/")
    assert (offline.status, offline.statusText, offline.data) == (0, "", "")
    with pytest.raises(NotFakedError, match=r"nothing answers for elsewhere\.com"):
        await aio.get("https://elsewhere.com/")

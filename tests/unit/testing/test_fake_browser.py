"""The `browser` package on CPython."""

from __future__ import annotations

import logging

import pytest

import browser
from browser import aio, console, timer
from extension_toolkit.testing.fake_chrome import FakeChrome


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

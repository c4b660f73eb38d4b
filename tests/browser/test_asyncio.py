"""`asyncio` in what Chrome calls: every handler is a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

TASKS = """
import asyncio


async def times_out(seconds=0.02):
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(seconds):
            await asyncio.Event().wait()
    except TimeoutError:
        return asyncio.current_task() is task and not task.cancelling()
"""
BACKGROUND = """
import asyncio
import chrome
from tasks import times_out
from webext import on_message


@on_message(ask="time out")
async def answer(message, sender):
    return await times_out()


@on_message(ask="months")
async def wait_for_months(message, sender):
    sleeps = [asyncio.create_task(asyncio.sleep(time)) for time in (90 * 86_400, float("inf"))]
    done, pending = await asyncio.wait(sleeps, timeout=0.2)
    for sleep in pending:
        sleep.cancel()
    await asyncio.wait(pending)
    return [len(done), [sleep.cancelled() for sleep in pending]]


@chrome.storage.session.onChanged.addListener
async def changed(changes):
    if "ask" in changes:
        await chrome.storage.session.set({"answer": await times_out()})
"""
PAGE = """
import asyncio
from browser import document, html, window
from tasks import times_out
from webext import spawn

button, field, shown = html.BUTTON("ask"), html.INPUT(), html.PRE()
document.body <= button + field + shown
last = None
tasks = set()


def show(text):
    shown.text += f"{text};"


@button.bind("click")
async def clicked(event):
    tasks.add(asyncio.current_task())
    show(f"clicked {await times_out()}")


@field.bind("input")
async def typed(event):
    global last
    if last:
        last.cancel()
    last = asyncio.current_task()
    await asyncio.sleep(0.05)
    show("typed")


async def started():
    mine = asyncio.current_task()
    button.click()  # its handler runs here and now, as a task of its own
    show(f"own {asyncio.current_task() is mine and mine not in tasks and len(tasks) == 1}")
    spawn(spawned(mine))
    show(f"spawned {await times_out(0.05)}")
    await asyncio.gather(*tasks)
    show(f"done {all(task.done() for task in tasks)}")


async def spawned(parent):
    show(f"apart {asyncio.current_task() is not parent}")
    asyncio.current_task().cancel()
    await asyncio.sleep(1)
    show("not cancelled")


spawn(started())
"""


@pytest.fixture
def extension(browser: Browser, tmp_path: Path) -> Extension:
    files = {
        "background/index.py": BACKGROUND,
        "tabs/index.py": PAGE,
        "tasks.py": TASKS,
    }
    extension = Extension(browser, browser.install(build_miniature(tmp_path, files)))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    return extension


def shown(extension: Extension) -> str:
    text: str = extension.driver.execute_script("return document.querySelector('pre').textContent")
    return text


def test_handlers_are_tasks(extension: Extension) -> None:
    """What is spawned, and what an event of the page calls, has a task of its own."""
    wait_until(lambda: "done" in shown(extension))
    assert sorted(shown(extension).strip(";").split(";")) == [
        "apart True", "clicked True", "done True", "own True", "spawned True",
    ]  # fmt: skip
    assert not extension.devtools.console


def test_cancelled_handler(extension: Extension) -> None:
    """A handler may cancel the one before, which then just ends."""
    wait_until(lambda: "done" in shown(extension))
    extension.driver.execute_script(
        "for (let i = 0; i < 3; i++)"
        " { document.querySelector('input').dispatchEvent(new Event('input')) }"
    )
    wait_until(lambda: "typed" in shown(extension))
    assert shown(extension).count("typed") == 1
    assert not extension.devtools.console


def test_handlers_in_the_background(extension: Extension) -> None:
    """So has the handler of a message, and that of one of Chrome's events."""
    assert extension.send({"ask": "time out"})[0] is True
    extension.driver.execute_async_script(
        "chrome.storage.session.set({ask: 1}).then(() => arguments[0]())"
    )
    wait_until(lambda: extension.storage("session").get("answer") is True)


def test_sleep_of_months(extension: Extension) -> None:
    """What is to last longer than a browser's timers does not end at once, and can be cancelled."""
    assert extension.send({"ask": "months"})[0] == [0, [True, True]]

"""Handlers of one's own: what they return, what they raise, and what happens when they cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from support.miniature import build_miniature

PAGE = {"tabs/index.py": "import chrome\n"}
PREDICATE = '@on_message(when=lambda message: message["number"] > 1)'
BACKGROUND = """
import chrome
from browser import window
from webext import on_message


@on_message(ask="sync")
def answer_at_once(message, sender):
    return {"list": [1, 2.5, None, True, "ä😀"], "sender": sender["url"]}


@on_message(ask="storage")
async def remember(message, sender):
    await chrome.storage.session.set({"seen": message["value"]})
    return (await chrome.storage.session.get("seen"))["seen"]


@on_message(ask="fail")
async def fail(message, sender):
    return {}["missing"]


@on_message(ask="function")
def answer_with_a_function(message, sender):
    return {"function": window.alert}


@on_message(ask="coroutine")
async def answer_with_a_coroutine(message, sender):
    return {"seen": remember({"value": 1}, sender)}


@on_message(ask="set")
async def answer_with_a_set(message, sender):
    return {"set": {1, 2}}


PREDICATE
def answer_numbers(message, sender):
    return "number"


@on_message(ask="last")
def answer_last(message, sender):
    return "last"


@on_message(ask="forbidden")
async def ask_too_much(message, sender):
    hidden = getattr(chrome, "bookmarks")  # so that the build asks for no permission
    return await hidden.getTree()
""".replace("PREDICATE", PREDICATE)


@pytest.fixture
def handlers(browser: Browser, tmp_path: Path) -> Extension:
    """An extension with handlers, and without Clerk; one of its pages is open."""
    return opened(browser, tmp_path, BACKGROUND)


def opened(browser: Browser, root: Path, background: str) -> Extension:
    files = {"background/index.py": background, **PAGE}
    extension = Extension(browser, browser.install(build_miniature(root / "project", files)))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    return extension


def ask(extension: Extension, **message: Any) -> Any:
    return extension.send(message)[0]


def test_answers(handlers: Extension) -> None:
    """Sync or async, a handler's values arrive as they were, and `chrome` works in it."""
    answer = ask(handlers, ask="sync")
    assert answer["list"] == [1, 2.5, None, True, "ä😀"]
    assert answer["sender"] == f"{handlers.origin}/tabs/index.html"
    value = {"deep": [{"a": None}, [], "x"]}
    assert ask(handlers, ask="storage", value=value) == value


def test_what_a_handler_raises(handlers: Extension) -> None:
    """An error crosses with its type, its message and a traceback that names the line."""
    error = ask(handlers, ask="fail")["$error"]
    assert (error["type"], error["message"]) == ("KeyError", "'missing'")
    line = BACKGROUND.splitlines().index('    return {}["missing"]') + 1
    assert f'File "src/background/index.py", line {line}, in fail' in error["traceback"]
    assert "KeyError: 'missing'" in "\n".join(handlers.background().console)


def test_answers_that_cannot_be_given(handlers: Extension) -> None:
    """No message is left without an answer: each error says what is wrong."""
    assert "cannot be sent" in ask(handlers, ask="function")["$error"]["message"]
    line = BACKGROUND.splitlines().index("async def answer_with_a_set(message, sender):") + 1
    assert ask(handlers, ask="set")["$error"]["message"] == (
        "set cannot be sent in a message; dict, list, str, int, float, bool and None can: "
        f"the answer of answer_with_a_set(), src/background/index.py:{line}"
    )
    assert (
        "coroutine cannot be sent in a message; await it: the answer of answer_with_a_coroutine"
        in (ask(handlers, ask="coroutine")["$error"]["message"])
    )
    assert "no handler takes a message" in ask(handlers, number=1)["$error"]["message"]
    error = ask(handlers, ask="forbidden")["$error"]
    assert error["type"] == "ChromeError"
    assert "chrome.bookmarks.getTree: not available" in error["message"]


def test_predicate_that_raises(handlers: Extension) -> None:
    """It keeps no other handler from answering; where none does, the sender gets the error."""
    assert ask(handlers, ask="last") == "last"
    line = BACKGROUND.splitlines().index('@on_message(when=lambda message: message["number"] > 1)')
    place = f'File "src/background/index.py", line {line + 1}, in <lambda>'
    assert place in "\n".join(handlers.background().console)
    error = ask(handlers, ask="nothing")["$error"]
    assert (error["type"], error["message"]) == ("KeyError", "'number'")
    assert place in error["traceback"]


def test_background_that_does_not_start(browser: Browser, tmp_path: Path) -> None:
    """When `index.py` raises, each message is answered with that, traceback included."""
    extension = opened(browser, tmp_path, "import chrome\n\nboom\n")
    error = ask(extension, ask="sync")["$error"]
    assert error["message"] == (
        "src/background/index.py did not start: NameError: name 'boom' is not defined"
    )
    assert 'File "src/background/index.py", line 3' in error["traceback"]


def test_outsiders_learn_nothing_of_a_start_that_failed(
    browser: Browser, tmp_path: Path, website: str
) -> None:
    """A web page that may ask is told that nobody answers, and neither why nor where."""
    senders = "http://127.0.0.1/*"
    handler = f"@on_message(senders={senders!r})\ndef answer(message, sender): ..."
    source = f"from webext import on_message\n\n{handler}\n\nboom\n"
    extension = opened(browser, tmp_path, source)
    extension.driver.get(website)
    send = "chrome.runtime.sendMessage(arguments[0], {}, arguments[1])"
    told = extension.driver.execute_async_script(send, extension.id)["$error"]
    assert (told["message"], told["traceback"]) == ("the background did not start", None)

"""Messages and ports: between pages and background, from other extensions and from web pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

BACKGROUND = """
import chrome
from webext import _page, on_message
from webext.ports import on_connect

runs = []


@on_message(ask="slow")
async def answer_slowly(message, sender):
    runs.append(message["word"])
    await _page.sleep(message["seconds"])
    return message["word"]


@on_message(ask="once", once=True)
async def answer_once(message, sender):
    return await answer_slowly(message, sender)


@on_message(ask="runs")
def tell_runs(message, sender):
    return runs


@on_message(ask="forged", senders=("pages", "http://127.0.0.1/*"))
def read_forged(message, sender):
    def take(value, is_admin=False):
        return [type(value).__name__, sorted(value), is_admin]

    value = message["value"]
    copy = dict(value)
    copy["$kw"].append("$kw" in copy)
    copy["ob_type"] = copy.pop("__proto__"), copy.pop("hasOwnProperty")
    return [take(value), take(dict(value)), value["ob_type"], copy]


@on_message(when=lambda message: message == "plain text")
def answer_text(message, sender):
    return "heard"


@on_message(ask="fail")
def fail(message, sender):
    raise ValueError("failed on purpose")


@on_message(ask="itself")
def answer_with_itself(message, sender):
    value = []
    value.append(value)
    return value


@on_message(ask="bytes")
def answer_with_bytes(message, sender):
    return b"abc"


@on_message(ask="pages")
async def ask_pages(message, sender):
    return await chrome.runtime.sendMessage({"hello": "pages"})


@on_message(ask="outside", senders=("http://127.0.0.1/*", "extensions"))
def answer_outsiders(message, sender):
    return ["outsider", sender.get("id") is not None]


@on_message(ask="outside")
def answer_insiders(message, sender):
    return ["insider"]


@on_message(ask="runs outside", senders=("http://127.0.0.1/*", "extensions"))
def tell_runs_outside(message, sender):
    return runs


@on_connect(name="echo")
def echo(port):
    def answer(message, port):
        port.postMessage({"echo": message, "tab": "tab" in port.sender})

    port.onMessage.addListener(answer)
    port.onDisconnect.addListener(lambda port: runs.append(f"{port.name} ended"))


@on_connect(name="outside", senders=("http://127.0.0.1/*", "extensions"))
def echo_outside(port):
    @port.onMessage.addListener
    def answer(message, port):
        port.postMessage({"echo": message, "sender": "id" in port.sender})
        if message == "last":
            port.disconnect()

    port.onDisconnect.addListener(lambda port: runs.append([port.name, port.error]))
"""
PAGE = """
import chrome
from browser import document, window
from webext import BackgroundError, RemoteError, _page, on_message, spawn

state = {"received": []}


@on_message(hello="pages")
async def hear(message, sender):
    return ["heard in the page", sender["url"].rpartition("/")[2]]


async def act(name, argument):
    try:
        result = await globals()[name](argument)
    except RemoteError as error:
        result = [error.type, str(error), error.traceback is not None]
    except Exception as error:
        result = [type(error).__name__, str(error)]
    document.documentElement.dataset.result = _page.write_json({"result": result})


async def ask(argument):
    argument = _page.parse_json(argument)
    return await chrome.runtime.sendMessage(argument["message"], timeout=argument.get("timeout"))


async def connect(name):
    port = state["port"] = await chrome.runtime.connect({"name": name})
    port.onMessage.addListener(lambda message, port: state["received"].append(message))
    port.onDisconnect.addListener(lambda port: state["received"].append("ended"))
    port.postMessage([1, None])


async def received(argument):
    return state["received"]


async def post(text):
    state["port"].postMessage(text)


async def leave(argument):
    state["port"].disconnect()


window.act = lambda name, argument: spawn(act(name, argument))
"""

LOSE_A_RECEIPT = """
void (MessagePort.prototype.postMessage = new Proxy(MessagePort.prototype.postMessage, {
  apply: (post, port, args) => {
    MessagePort.prototype.postMessage = post
  },
}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"background/index.py": BACKGROUND, "tabs/index.py": PAGE}
    return build_miniature(tmp_path_factory.mktemp("messages"), files)


@pytest.fixture
def extension(browser: Browser, folder: Path) -> Extension:
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    return extension


def start(extension: Extension, action: str, argument: str = "") -> None:
    extension.driver.execute_script(
        "delete document.documentElement.dataset.result; window.act(...arguments)", action, argument
    )


def result(extension: Extension) -> Any:
    """What the last action of the page's Python came to."""
    read = "return document.documentElement.dataset.result"
    wait_until(lambda: extension.driver.execute_script(read))
    return json.loads(extension.driver.execute_script(read))["result"]


def act(extension: Extension, action: str, argument: str = "") -> Any:
    start(extension, action, argument)
    return result(extension)


def ask(extension: Extension, message: Any, timeout: float | None = None) -> Any:
    return act(extension, "ask", json.dumps({"message": message, "timeout": timeout}))


def test_answers_and_errors(extension: Extension) -> None:
    """What a handler returns and what it raises arrives in Python at the other end."""
    assert ask(extension, "plain text") == "heard"
    kind, text, has_traceback = ask(extension, {"ask": "fail"})
    assert (kind, text) == ("ValueError", "ValueError: failed on purpose")
    assert has_traceback
    line = BACKGROUND.splitlines().index("def answer_with_bytes(message, sender):") + 1
    assert ask(extension, {"ask": "bytes"})[:2] == [
        "TypeError",
        "TypeError: bytes cannot be sent in a message; send text, such as base64: the answer of "
        f"answer_with_bytes(), src/background/index.py:{line}",
    ]
    assert "holds itself, or is nested too deeply" in ask(extension, {"ask": "itself"})[1]
    assert ask(extension, {"ask": "unknown"})[0] == "BackgroundError"
    assert ask(extension, {"ask": "outside"}) == ["insider"]


def test_deadline(extension: Extension) -> None:
    """The caller sets the time; the error says who let it pass."""
    message = {"ask": "slow", "seconds": 3, "word": "late"}
    assert ask(extension, message, timeout=0.3) == [
        "DeadlineError",
        "no answer of the handler in background/offscreen.html within 0.3 s",
    ]
    for timeout in (2, 90 * 86_400, 1e12):  # the last ones are longer than a browser's timers
        assert ask(extension, message | {"seconds": 0.1}, timeout=timeout) == "late"


@pytest.mark.parametrize("kind", ["slow", "once"])
def test_lost_answer(extension: Extension, kind: str) -> None:
    """An answer that the stopped worker lost still arrives, and the handler ran once."""
    message = {"ask": kind, "seconds": 1.5, "word": "kept"}
    start(extension, "ask", json.dumps({"message": message}))
    wait_until(lambda: extension.send({"ask": "runs"})[0] == ["kept"])
    extension.stop_worker()
    assert result(extension) == "kept"
    assert extension.send({"ask": "runs"})[0] == ["kept"]


def test_lost_background(extension: Extension) -> None:
    """When the background is gone too, a message is handled again unless its handler forbids it."""
    for kind in ("once", "slow"):
        message = {"ask": kind, "seconds": 2, "word": "again"}
        start(extension, "ask", json.dumps({"message": message}))
        wait_until(lambda: extension.send({"ask": "runs"})[0] == ["again"])
        extension.stop_worker()
        extension.close_background()
        if kind == "once":
            assert "handled once at the most" in str(result(extension))
            assert extension.send({"ask": "runs"})[0] == []
        else:
            assert result(extension) == "again"


def test_lost_receipt(extension: Extension) -> None:
    """What a page may have begun that does not seem to react is not begun again in the next one."""
    extension.devtools.evaluate(extension.background(), LOSE_A_RECEIPT)
    start(extension, "ask", json.dumps({"message": {"ask": "once", "seconds": 6, "word": "begun"}}))
    wait_until(lambda: extension.send({"ask": "runs"})[0] == ["begun"])
    assert "handled once at the most" in str(result(extension))
    assert extension.send({"ask": "runs"})[0] == []


def test_background_that_went_elsewhere(extension: Extension) -> None:
    """A background page that left its address is replaced."""
    extension.devtools.evaluate(extension.background(), "void (location.href = 'about:blank')")
    wait_until(lambda: not extension.background_pages())
    assert ask(extension, "plain text") == "heard"


def test_message_to_pages(extension: Extension) -> None:
    """The background's message is heard by the page; a page's own by the background alone."""
    assert ask(extension, {"ask": "pages"}) == ["heard in the page", "offscreen.html"]
    handle = extension.driver.current_window_handle
    extension.driver.switch_to.new_window("tab")
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    assert ask(extension, {"hello": "pages"})[0] == "BackgroundError"
    extension.driver.switch_to.window(handle)


def test_port(extension: Extension) -> None:
    """A port carries messages both ways, outlives the service worker, and tells its end."""
    extension.stop_worker()
    extension.close_background()
    act(extension, "connect", "echo")
    wait_until(lambda: act(extension, "received") == [{"echo": [1, None], "tab": True}])
    extension.stop_worker()
    act(extension, "post", "again")
    wait_until(lambda: len(act(extension, "received")) == 2)
    act(extension, "leave")
    wait_until(lambda: ask(extension, {"ask": "runs"}) == ["echo ended"])
    act(extension, "connect", "echo")
    extension.close_background()
    wait_until(lambda: act(extension, "received")[-1] == "ended")
    act(extension, "connect", "unknown")
    wait_until(lambda: act(extension, "received")[-2:] == ["ended", "ended"])


OUTSIDE = """
const [id, done] = arguments
const answers = []
const ask = async () => {
  for (const message of [{ask: 'outside'}, {ask: 'runs'}, 'plain text']) {
    answers.push(await chrome.runtime.sendMessage(id, message).catch(String))
  }
  return answers
}
ask().then(done)
"""


CONNECT = """
const [id, name, messages, done] = arguments
const heard = []
const port = globalThis.port = chrome.runtime.connect(id, {name})
port.onMessage.addListener((message) => {
  heard.push(message)
  if (heard.length === messages.length && !messages.includes('last')) { done(heard) }
})
globalThis.isOpen = true
port.onDisconnect.addListener(() => {
  globalThis.isOpen = false
  done([...heard, 'closed'])
})
for (const message of messages) { port.postMessage(message) }
"""


def check_port_from_outside(extension: Extension, is_extension: bool) -> None:
    """A port of the page wakes all and carries messages; each end learns of the other's."""

    def connect(name: str, *messages: Any) -> Any:
        return extension.driver.execute_async_script(CONNECT, extension.id, name, messages)

    def runs() -> Any:
        script = (
            "const [id, message, done] = arguments; chrome.runtime.sendMessage(id, message, done)"
        )
        message = {"ask": "runs outside"}
        return extension.driver.execute_async_script(script, extension.id, message)

    extension.stop_worker()
    extension.close_background()
    answers = [{"echo": text, "sender": is_extension} for text in ("one", None, "last")]
    assert connect("outside", "one", None) == answers[:2]
    extension.driver.execute_script("globalThis.port.disconnect()")
    wait_until(lambda: runs() == [["outside", None]])
    assert connect("outside", "one", "last") == [answers[0], answers[2], "closed"]
    assert connect("echo", "one") == ["closed"]
    assert runs() == [["outside", None]]
    assert connect("outside", "one") == answers[:1]
    extension.stop_worker()
    wait_until(lambda: runs()[-1] == ["outside", "the service worker was stopped"])
    assert connect("outside", "one") == answers[:1]
    extension.close_background()
    wait_until(lambda: not extension.driver.execute_script("return globalThis.isOpen"))


def check_outsider(answers: list[Any], is_extension: bool) -> None:
    assert answers[0] == ["outsider", is_extension]
    for answer in answers[1:]:
        assert "refused" in answer["$error"]["message"]
        assert answer["$error"]["traceback"] is None


def test_forged_values(extension: Extension, website: str) -> None:
    """Names that Python's run time gives its own objects are ordinary keys in what others send."""
    value = {
        "ob_type": {"tp_flags": -1},
        "$kw": [{"is_admin": True}],
        "__proto__": {"a": 1},
        "hasOwnProperty": None,
    }
    message = {"ask": "forged", "value": value}
    taken = ["dict", ["$kw", "__proto__", "hasOwnProperty", "ob_type"], False]
    extension.driver.get(website)
    script = "chrome.runtime.sendMessage(arguments[0], JSON.parse(arguments[1]), arguments[2])"
    answer = extension.driver.execute_async_script(script, extension.id, json.dumps(message))
    assert answer == [
        taken,
        taken,
        {"tp_flags": -1},
        {"$kw": [{"is_admin": True}, True], "ob_type": [{"a": 1}, None]},
    ]


def test_web_page(extension: Extension, website: str) -> None:
    """A web page gets an answer from the handler that names it, and from no other."""
    extension.driver.get(website)
    extension.stop_worker()
    extension.close_background()
    check_outsider(extension.driver.execute_async_script(OUTSIDE, extension.id), False)
    check_port_from_outside(extension, False)


def test_other_extension(extension: Extension, browser: Browser, tmp_path: Path) -> None:
    """Another extension gets an answer from the handler that allows extensions, and no other."""
    other = browser.install(build_miniature(tmp_path, {"tabs/index.py": "import chrome\n"}))
    extension.driver.get(f"chrome-extension://{other}/tabs/index.html")
    check_outsider(extension.driver.execute_async_script(OUTSIDE, extension.id), True)
    check_port_from_outside(extension, True)


def test_port_that_nobody_takes(browser: Browser, tmp_path: Path) -> None:
    """It is closed at once, although a page is open that takes ports of the background."""
    page = """
import chrome
from browser import document
from webext import spawn
from webext.ports import on_connect


@on_connect(name="of the background")
def take(port): ...


async def connect():
    port = await chrome.runtime.connect({"name": "of a page"})
    port.onDisconnect.addListener(lambda port: document.body.setAttribute("id", "closed"))


document.bind("click", lambda event: spawn(connect()))
"""
    files = {"background/index.py": "import webext\n", "tabs/index.py": page}
    extension = Extension(browser, browser.install(build_miniature(tmp_path, files)))
    for _ in range(2):
        extension.driver.switch_to.new_window("tab")
        extension.driver.get(f"{extension.origin}/tabs/index.html")
    extension.driver.execute_script("document.dispatchEvent(new Event('click'))")
    wait_until(lambda: extension.driver.execute_script("return document.body.id") == "closed")

"""The fake `chrome`: messages and ports to the background, errors, and time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import chrome
from chrome import ChromeError
from extension_toolkit.testing.fake_chrome import FakeChrome, NotFakedError
from webext import BackgroundError, DeadlineError, RemoteError, _page, on_message, spawn
from webext.ports import Port, on_connect

from .conftest import INI, PLUGIN


async def test_a_page_is_answered(fake_chrome: FakeChrome) -> None:
    """A handler gets a page's message as a copy, and who sent it; the page gets a copy back."""
    kept: list[Any] = []

    @on_message(action="echo")
    async def echo(message: dict[str, Any], sender: dict[str, Any]) -> Any:
        kept.append((message, _page.is_background()))
        return {"from": sender["url"], "back": kept[0][0]["value"]}

    value = [1, 2]
    answer = await fake_chrome.runtime.sendMessage({"action": "echo", "value": value})
    assert answer["from"] == f"chrome-extension://{fake_chrome.id}/popup/index.html"
    answer["back"].append(3)
    value.append(4)
    assert kept == [({"action": "echo", "value": [1, 2]}, True)]
    answer = await fake_chrome.page("tabs/a.html").runtime.sendMessage(
        {"action": "echo", "value": 1}
    )
    assert answer["from"].endswith("/tabs/a.html")


async def test_errors_cross(fake_chrome: FakeChrome) -> None:
    """What a handler raises arrives with type, text and traceback; nobody's message too."""

    @on_message(action="fail")
    def fail(message: object, sender: object) -> None:
        raise LookupError("nothing there")

    with pytest.raises(RemoteError, match="LookupError: nothing there") as caught:
        await fake_chrome.runtime.sendMessage({"action": "fail"})
    assert caught.value.traceback is not None
    assert "in fail" in caught.value.traceback
    with pytest.raises(BackgroundError, match="no handler takes a message with"):
        await fake_chrome.runtime.sendMessage({"action": "nothing"})


async def test_what_holds_itself(fake_chrome: FakeChrome) -> None:
    """A list that holds itself is refused as in Chrome."""
    value: list[Any] = []
    value.append(value)
    with pytest.raises(ChromeError, match="holds itself, or is nested too deeply"):
        await fake_chrome.runtime.sendMessage(value)


async def test_only_data_crosses(fake_chrome: FakeChrome) -> None:
    """What JSON cannot hold is refused, in messages and in answers."""

    @on_message(action="give")
    def give(message: object, sender: object) -> object:
        return {"set": {1}}

    @on_message(action="later")
    async def later(message: object, sender: object) -> object:
        return {"kept": later(message, sender)}

    with pytest.raises(RemoteError, match=r"\['kept'\] is a coroutine; await it"):
        await fake_chrome.runtime.sendMessage({"action": "later"})
    with pytest.raises(ChromeError, match=r"argument 1\['value'\] is a bytes"):
        await fake_chrome.runtime.sendMessage({"action": "give", "value": b"a"})
    with pytest.raises(RemoteError, match=r"the answer of give\(\), .*\.py:\d+\['set'\] is a"):
        await fake_chrome.runtime.sendMessage({"action": "give"})


async def test_predicate_that_raises(fake_chrome: FakeChrome) -> None:
    """What a predicate raises is reported, and another handler asked; without one, answered."""

    def is_long(message: dict[str, Any]) -> bool:
        return len(message["text"]) > 3

    on_message(when=is_long)(lambda message, sender: "long")
    with pytest.raises(RemoteError, match="KeyError: 'text'") as caught:
        await fake_chrome.runtime.sendMessage({"action": "other"})
    assert "in is_long" in (caught.value.traceback or "")
    on_message(action="other")(lambda message, sender: "other")
    assert await fake_chrome.runtime.sendMessage({"action": "other"}) == "other"
    with pytest.raises(KeyError):
        await fake_chrome.idle()


async def test_senders_are_checked(fake_chrome: FakeChrome) -> None:
    """Content scripts, web pages and other extensions are heard where a handler says so."""

    @on_message(action="own")
    def own(message: object, sender: object) -> str:
        return "own"

    @on_message(action="open", senders=("content_scripts", "https://example.com/*"))
    def opened(message: object, sender: dict[str, Any]) -> str:
        return str(sender["url"])

    script = fake_chrome.content_script("https://example.org/a")
    web = fake_chrome.web_page("https://example.com/b")
    stranger = fake_chrome.other_extension("p" * 32)
    assert await script.runtime.sendMessage({"action": "open"}) == "https://example.org/a"
    assert await web.runtime.sendMessage(fake_chrome.id, {"action": "open"}) == web.sender["url"]
    for context in (script, web, stranger):
        with pytest.raises(BackgroundError, match="message refused"):
            await context.runtime.sendMessage({"action": "own"})
    disguised = fake_chrome.web_page("https://example.com:x@example.net/b")
    for context in (stranger, disguised):
        with pytest.raises(BackgroundError, match="message refused"):
            await context.runtime.sendMessage(fake_chrome.id, {"action": "open"})


async def test_the_background_does_not_hear_itself(fake_chrome: FakeChrome) -> None:
    """As in Chrome, a message never reaches the page that sent it."""

    @on_message(action="own")
    def own(message: object, sender: object) -> None: ...

    with pytest.raises(ChromeError, match="Receiving end does not exist"):
        await chrome.runtime.sendMessage({"action": "own"})


async def test_deadlines_are_those_of_the_clock(fake_chrome: FakeChrome) -> None:
    """A handler that takes too long is given up when the clock says so."""

    @on_message(action="sleep")
    async def sleep(message: object, sender: object) -> None:
        await _page.sleep(60)

    asked = asyncio.ensure_future(fake_chrome.runtime.sendMessage({"action": "sleep"}, timeout=5))
    await fake_chrome.clock.move(4)
    assert not asked.done()
    await fake_chrome.clock.move(2)
    with pytest.raises(DeadlineError):
        await asked


async def test_ports(fake_chrome: FakeChrome) -> None:
    """Both ends of a port hear each other, and learn of its end."""
    heard: list[Any] = []

    @on_connect(name="clock")
    def tell_time(port: Port) -> None:
        @port.onMessage.addListener
        def answer(message: Any, port: Port) -> None:
            port.postMessage({"you said": message})

        port.onDisconnect.addListener(lambda port: heard.append(f"{port.name} gone"))

    port = await fake_chrome.runtime.connect({"name": "clock"})
    port.onMessage.addListener(lambda message, port: heard.append(message))
    port.postMessage(1)
    await fake_chrome.idle()
    port.disconnect()
    await fake_chrome.idle()
    assert heard == [{"you said": 1}, "clock gone"]
    with pytest.raises(Exception, match="disconnected port"):
        port.postMessage(2)


async def test_port_that_nobody_takes(fake_chrome: FakeChrome) -> None:
    """The background closes it, and there is no more to say."""
    port, closed = await fake_chrome.runtime.connect({"name": "clock"}), []
    port.onDisconnect.addListener(lambda port: closed.append(port.error))
    await fake_chrome.idle()
    assert closed == [None]


async def test_the_background_asks_pages_and_tabs(fake_chrome: FakeChrome) -> None:
    """Each place has its own handlers; who asks whom is as in Chrome."""
    page, script = fake_chrome.page("tabs/a.html"), fake_chrome.content_script()
    tab = script.sender["tab"]["id"]
    with pytest.raises(ChromeError, match="Receiving end does not exist"):
        await chrome.tabs.sendMessage(tab, {"greet": 1})
    for place in (page, script):
        with place.entered():

            @on_message(greet=1)
            def greet(message: object, sender: dict[str, Any], name: str = place.kind) -> Any:
                return [name, sender["url"].rpartition("/")[2]]

    assert await chrome.runtime.sendMessage({"greet": 1}) == ["page", "offscreen.html"]
    assert await chrome.runtime.sendMessage({"other": 1}) is None
    assert await chrome.tabs.sendMessage(tab, {"greet": 1}) == [
        "content_script",
        "service_worker.js",
    ]
    assert await page.tabs.sendMessage(tab, {"greet": 1}) == ["content_script", "a.html"]
    with pytest.raises(BackgroundError, match="no handler takes a message with"):
        await page.runtime.sendMessage({"greet": 1})
    with pytest.raises(ChromeError, match="Receiving end does not exist"):
        await chrome.tabs.sendMessage(tab, {"greet": 1}, {"frameId": 5})
    await chrome.tabs.remove(tab)
    with pytest.raises(ChromeError, match="Receiving end does not exist"):
        await chrome.tabs.sendMessage(tab, {"greet": 1})


async def test_ports_from_outside(fake_chrome: FakeChrome) -> None:
    """Web pages and other extensions connect where a function says so; others are closed."""

    @on_connect(name="open", senders=("extensions", "https://example.com/*"))
    def opened(port: Port) -> None:
        port.postMessage(sorted(port.sender or {}))

    for place, expected in [
        (fake_chrome.web_page("https://example.com/a"), [["origin", "url"]]),
        (fake_chrome.other_extension("p" * 32), [["id", "origin", "url"]]),
        (fake_chrome.web_page("https://example.org/"), ["closed"]),
        (fake_chrome.page(), ["closed"]),
    ]:
        heard: list[Any] = []
        port = await place.runtime.connect(fake_chrome.id, {"name": "open"})
        port.onMessage.addListener(lambda message, port, heard=heard: heard.append(message))
        port.onDisconnect.addListener(lambda port, heard=heard: heard.append("closed"))
        await fake_chrome.idle()
        assert heard == expected


async def test_ports_to_tabs(fake_chrome: FakeChrome) -> None:
    """The background connects to a tab's content script, and learns that the tab was closed."""
    script = fake_chrome.content_script("https://example.com/")
    tab = script.sender["tab"]["id"]
    heard: list[Any] = []

    async def connect() -> Port:
        port: Port = await chrome.tabs.connect(tab, {"name": "a"})
        port.onMessage.addListener(lambda message, port: heard.append(message))
        port.onDisconnect.addListener(lambda port: heard.append(port.error))
        await fake_chrome.idle()
        return port

    await connect()
    assert heard == ["Could not establish connection. Receiving end does not exist."]
    with script.entered():
        on_connect(name="a")(lambda port: port.postMessage(chrome.runtime.id))
    await connect()
    await chrome.tabs.remove(tab)
    await fake_chrome.idle()
    assert heard[1:] == [fake_chrome.id, None]


async def test_ports_that_a_test_takes(fake_chrome: FakeChrome) -> None:
    """A native program or another extension is played by a function of the port."""
    with pytest.raises(NotFakedError, match=r'fake_chrome\.answer\("runtime\.connectNative"'):
        await chrome.runtime.connectNative("org.example.program")
    heard: list[Any] = []

    def program(port: Port) -> None:
        port.onMessage.addListener(lambda message, port: port.postMessage([message]))

    fake_chrome.answer("runtime.connectNative", program)
    port = await chrome.runtime.connectNative("org.example.program")
    port.onMessage.addListener(lambda message, port: heard.append(message))
    port.postMessage(1)
    await fake_chrome.idle()
    assert heard == [[1]]
    assert fake_chrome.calls_of("runtime.connectNative") == [["org.example.program"]] * 2


async def test_errors_that_nobody_caught_fail_the_test(fake_chrome: FakeChrome) -> None:
    """A listener's error and a spawned coroutine's are raised where the test waits for them."""

    @chrome.runtime.onStartup.addListener
    async def fail() -> None:
        raise LookupError("in a listener")

    with pytest.raises(LookupError, match="in a listener"):
        await fake_chrome.emit("runtime.onStartup")

    async def spawned() -> None:
        raise LookupError("spawned")

    spawn(spawned())
    with pytest.raises(LookupError, match="spawned"):
        await fake_chrome.idle()


async def test_requests_need_an_answer(fake_chrome: FakeChrome) -> None:
    """Nothing reaches the internet; a test says what answers, and may go offline."""

    async def fetch() -> Any:
        return await _page.fetch("https://api.example/a", "GET", {"X": "y"}, None, 5)

    with pytest.raises(NotFakedError, match=r"nothing answers for api\.example"):
        await fetch()
    fake_chrome.network.answer("api.example", lambda method, url, headers, body: (200, {}, url))
    assert await fetch() == [200, {}, "https://api.example/a"]
    fake_chrome.network.online = False
    assert await fetch() == "TypeError"
    assert not _page.is_online()


def test_what_a_test_registers_is_forgotten(pytester: pytest.Pytester) -> None:
    """Handlers and listeners of one test are not there in the next."""
    pytester.makepyfile(
        """
        import chrome, pytest
        from webext import BackgroundError, on_message

        async def ask(fake_chrome):
            on_message(action="a")(lambda message, sender: "answer")
            assert await fake_chrome.runtime.sendMessage({"action": "a"}) == "answer"
            chrome.runtime.onStartup.addListener(print)
            await fake_chrome.storage.local.set({"a": 1})

        async def test_one(fake_chrome):
            await ask(fake_chrome)

        async def test_two(fake_chrome):
            assert await fake_chrome.storage.local.get() == {}
            assert not chrome.runtime.onStartup.hasListeners()
            with pytest.raises(BackgroundError, match="no handler takes"):
                await fake_chrome.runtime.sendMessage({"action": "a"})
        """
    )
    pytester.makeini(INI)
    pytester.runpytest_inprocess("-p", PLUGIN).assert_outcomes(passed=2)


def test_an_error_that_nobody_waited_for_fails_at_the_end(pytester: pytest.Pytester) -> None:
    """A test that passes over an error in the background does not pass."""
    pytester.makepyfile(
        """
        import chrome

        async def test_one(fake_chrome):
            chrome.storage.onChanged.addListener(lambda changes, area: 1 / 0)
            await fake_chrome.storage.local.set({"a": 1})
            await fake_chrome.clock.move(1)
        """
    )
    pytester.makeini(INI)
    result = pytester.runpytest_inprocess("-p", PLUGIN)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines("*ZeroDivisionError*")

"""Which handler answers a message, and who may ask."""

from __future__ import annotations

from typing import Any

import pytest

from webext import _page, messages, refusals
from webext.errors import BackgroundError, error_of_answer
from webext.messages import dispatch, on_message, taker_of

ID = _page.extension_id()
OTHER = "p" * 32
POPUP = {"id": ID, "origin": f"chrome-extension://{ID}", "url": f"chrome-extension://{ID}/p.html"}
TAB = {**POPUP, "tab": {"id": 7}, "frameId": 0, "documentId": "D"}


@pytest.fixture(autouse=True)
def _no_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_handlers", [])
    monkeypatch.setattr(refusals, "_told", {})


async def ask(message: Any, sender: dict[str, Any], repeated: bool = False) -> Any:
    """Return or raise what the sender gets."""
    answer = await dispatch(message, sender, repeated)
    if isinstance(answer, dict) and "$error" in answer:
        raise error_of_answer(answer["$error"])
    return answer


@pytest.mark.parametrize("sender", [POPUP, TAB])
async def test_handler_gets_message_and_sender(sender: dict[str, Any]) -> None:
    """A handler is called with what was sent and by whom, and its value is the answer."""
    calls = []

    @on_message(greeting="hello")
    def answer(message: Any, sender: Any) -> Any:
        calls.append((message, sender))
        return {"hello": "back"}

    message = {"greeting": "hello", "more": [1]}
    assert await ask(message, sender) == {"hello": "back"}
    assert calls == [(message, sender)]


async def test_coroutine_is_awaited() -> None:
    """A handler may be `async`."""

    @on_message(greeting="hello")
    async def answer(message: Any, sender: Any) -> int:
        return 5

    assert await ask({"greeting": "hello"}, POPUP) == 5


@pytest.mark.parametrize("value", [None, False, 0, "", [], {}])
async def test_empty_answers_are_answers(value: object) -> None:
    """What a handler returns is passed on, also when it is nothing much, and none other asked."""

    @on_message(a=1)
    def first(message: Any, sender: Any) -> object:
        return value

    @on_message(a=1)
    def second(message: Any, sender: Any) -> object:
        return "second"

    answer = await ask({"a": 1}, POPUP)
    assert answer == value
    assert type(answer) is type(value)


async def test_handler_is_left_as_it_is() -> None:
    """The decorated function can be called as before."""

    def answer(message: Any, sender: Any) -> int:
        return 1

    assert on_message(a=1)(answer) is answer


async def test_first_that_fits_wins() -> None:
    """Handlers are asked in the order in which they were registered."""
    on_message(kind="x")(lambda message, sender: 1)
    on_message(kind="x")(lambda message, sender: 2)
    on_message()(lambda message, sender: "any")
    assert await ask({"kind": "x"}, POPUP) == 1
    assert await ask({"kind": "y"}, POPUP) == "any"


@pytest.mark.parametrize(
    ("message", "taken"),
    [
        ({"a": 1, "b": None}, True),
        ({"a": 1, "b": None, "c": 3}, True),
        ({"a": 1}, False),
        ({"a": 2, "b": None}, False),
        ({}, False),
        ("a", False),
        (["a", "b"], False),
        (None, False),
    ],
)
async def test_all_fields_must_be_there(message: Any, taken: bool) -> None:
    """A message is taken if it holds every field with its value; a missing one is not None."""
    on_message(a=1, b=None)(lambda message, sender: "taken")
    if taken:
        assert await ask(message, POPUP) == "taken"
    else:
        with pytest.raises(BackgroundError):
            await ask(message, POPUP)


@pytest.mark.parametrize("message", ["text", None, 5, [1], {}])
async def test_handler_without_fields_takes_everything(message: Any) -> None:
    """Without fields every message fits, also one that is no dict."""
    on_message()(lambda message, sender: ["took", message])
    assert await ask(message, POPUP) == ["took", message]


async def test_unknown_message_names_fields_and_no_values() -> None:
    """The error says what was sent and what is known, but repeats no value that was sent."""
    on_message(greeting="hello")(lambda message, sender: 1)
    on_message(clerk="load", version=2)(lambda message, sender: 1)
    with pytest.raises(BackgroundError) as caught:
        await ask({"greting": "hello", "password": "secret"}, POPUP)
    text = str(caught.value)
    assert "['greting', 'password']" in text
    assert "{greeting: 'hello'}, {clerk: 'load', version: 2}" in text
    assert "secret" not in text


async def test_unknown_message_that_is_no_dict() -> None:
    """A message without fields is described by its type."""
    with pytest.raises(BackgroundError, match="str"):
        await ask("secret", POPUP)


@pytest.mark.parametrize(
    "sender",
    [
        pytest.param({**TAB, "origin": "https://example.com"}, id="content script"),
        pytest.param({**TAB, "frameId": 3}, id="page of ours in a frame"),
        pytest.param({**POPUP, "origin": "chrome-extension://other"}, id="other extension"),
        pytest.param({**POPUP, "origin": f"https://{ID}"}, id="web page named like it"),
        pytest.param({**POPUP, "origin": f"chrome-extension://{ID}.evil"}, id="longer origin"),
        pytest.param({**POPUP, "origin": "null"}, id="sandbox"),
        pytest.param({"id": ID, "url": POPUP["url"]}, id="no origin"),
        pytest.param({"origin": POPUP["origin"]}, id="no id"),
        pytest.param({}, id="nothing"),
        pytest.param(
            {"id": OTHER, "origin": f"chrome-extension://{OTHER}", "url": "x"}, id="other's page"
        ),
        pytest.param({"origin": "https://a.com", "url": "https://a.com/", "tab": {}}, id="website"),
    ],
)
async def test_strangers_are_refused(sender: dict[str, Any]) -> None:
    """No handler hears whom the extension's own pages did not send."""
    calls: list[Any] = []
    on_message()(lambda message, sender: calls.append(message))
    with pytest.raises(BackgroundError, match="refused"):
        await ask({"greeting": "hello"}, sender)
    assert calls == []


async def test_refusal_names_the_stranger() -> None:
    """The error says whose message it was."""
    with pytest.raises(BackgroundError, match=r"https://example\.com"):
        await ask({}, {**TAB, "origin": "https://example.com"})


@pytest.mark.parametrize("is_async", [True, False])
async def test_what_a_handler_raises_is_raised(is_async: bool) -> None:
    """An exception of a handler passes as it is."""

    def fail(message: Any, sender: Any) -> None:
        raise KeyError("x")

    async def fail_later(message: Any, sender: Any) -> None:
        raise KeyError("x")

    on_message(a=1)(fail_later if is_async else fail)
    with pytest.raises(KeyError):
        await ask({"a": 1}, POPUP)


def test_listening_begins_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page listens from the first handler on, with one listener for all."""
    listeners: list[object] = []
    monkeypatch.setattr(_page, "answer_messages", lambda *f: listeners.append(f))
    for number in (1, 2):
        on_message(a=number)(lambda message, sender: 1)
        assert listeners == [(taker_of, dispatch)]


def test_coroutines_of_brython_are_awaitable() -> None:
    """What has only `send`, as Brython's coroutines, is waited for; plain values are not."""

    class Coroutine:
        def send(self, value: object) -> None: ...

    assert messages.is_awaitable(Coroutine())
    assert not messages.is_awaitable({"send": 1})
    assert not messages.is_awaitable(None)


CONTENT = {**TAB, "origin": "https://a.com", "url": "https://a.com/x"}
FRAMED = {**TAB, "frameId": 4}
EXTENSION = {"id": OTHER, "origin": f"chrome-extension://{OTHER}", "url": "chrome-extension://x/y"}
WEBSITE = {"origin": "https://www.a.com", "url": "https://www.a.com/in?q#h", "tab": {"id": 1}}


@pytest.mark.parametrize(
    ("senders", "heard"),
    [
        ("pages", [POPUP, TAB]),
        ("content_scripts", [CONTENT]),
        (("pages", "content_scripts"), [POPUP, TAB, CONTENT]),
        ("extensions", [EXTENSION]),
        (OTHER, [EXTENSION]),
        ("q" * 32, []),
        ("https://*.a.com/*", [WEBSITE]),
        ("https://a.com/*", []),
        (("https://b.com/*", "*://www.a.com/in*"), [WEBSITE]),
        ((), []),
    ],
)
async def test_senders(senders: Any, heard: list[Any]) -> None:
    """A handler hears those whom it names, and nobody else."""
    on_message(a=1, senders=senders)(lambda message, sender: "heard")
    for sender in (POPUP, TAB, CONTENT, FRAMED, EXTENSION, WEBSITE):
        assert (taker_of({"a": 1}, sender) is not None) == (sender in heard), sender
        if sender in heard:
            assert await ask({"a": 1}, sender) == "heard"
        else:
            with pytest.raises(BackgroundError):
                await ask({"a": 1}, sender)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        pytest.param("https://a.com:x@b.com/in", "https://b.com", id="another host before the @"),
        pytest.param("https://a.com/in", "null", id="sandboxed"),
        pytest.param("https://a.com/in", None, id="without an origin"),
    ],
)
def test_web_page_is_known_by_its_origin(url: str, origin: str | None) -> None:
    """What else stands in a page's address makes it no page of a site that a handler names."""
    on_message(senders="https://a.com/*")(lambda message, sender: "heard")
    sender = {"url": url} | ({} if origin is None else {"origin": origin})
    assert taker_of({}, sender) is None
    assert taker_of({}, sender | {"url": "https://a.com/in", "origin": "https://a.com"})


async def test_strangers_learn_nothing() -> None:
    """Who may not ask is not told which handlers there are; predicates do not see the message."""
    seen: list[Any] = []
    on_message(when=seen.append)(lambda message, sender: 1)
    on_message(hidden="word", senders="content_scripts")(lambda message, sender: 1)
    for sender in (CONTENT, EXTENSION, WEBSITE):
        with pytest.raises(BackgroundError) as caught:
            await ask({"a": 1}, sender)
        assert "refused" in str(caught.value)
        assert "hidden" not in str(caught.value)
    assert seen == []


async def test_one_handler_for_each_kind_of_sender() -> None:
    """The same message may have a handler for pages and another for content scripts."""
    on_message(a=1)(lambda message, sender: "page")
    on_message(a=1, senders="content_scripts")(lambda message, sender: "content script")
    assert await ask({"a": 1}, POPUP) == "page"
    assert await ask({"a": 1}, CONTENT) == "content script"


async def test_predicate() -> None:
    """A function may say which messages a handler takes, besides the fields."""

    def is_long(message: Any) -> bool:
        return len(message["text"]) > 3

    on_message(kind="text", when=is_long)(lambda message, sender: "long")
    assert await ask({"kind": "text", "text": "abcd"}, POPUP) == "long"
    for message in ({"kind": "text", "text": "a"}, {"kind": "other"}):
        with pytest.raises(BackgroundError, match=r"\{kind: 'text'\} when is_long"):
            await ask(message, POPUP)


def test_decorator_without_call() -> None:
    """`@on_message` without parentheses is told at once."""
    with pytest.raises(TypeError):
        on_message(lambda message, sender: 1)  # type: ignore[call-arg, misc, arg-type]


async def test_once() -> None:
    """What must not run twice does not when its message is repeated; anything else does."""
    calls: list[str] = []
    on_message(a=1, once=True)(lambda message, sender: calls.append("once"))
    on_message(a=2)(lambda message, sender: calls.append("again"))
    for number in (1, 2):
        await ask({"a": number}, POPUP)
    with pytest.raises(BackgroundError, match="handled once at the most"):
        await ask({"a": 1}, POPUP, repeated=True)
    await ask({"a": 2}, POPUP, repeated=True)
    assert calls == ["once", "again", "again"]


@pytest.fixture
def warnings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the console was told."""
    lines: list[str] = []
    monkeypatch.setattr(_page, "log_warning", lines.append)
    return lines


async def test_refusals_are_told_once(warnings: list[str]) -> None:
    """A line for each sender and kind of message says who sent what, and what to look at."""
    on_message(action="open", senders="pages")(lambda message, sender: 1)
    for _ in range(3):
        await dispatch({"action": "open", "key": "secret"}, CONTENT)
        await dispatch({"action": "opne", "key": "secret"}, POPUP)
        await dispatch({"action": "x" * 1000}, EXTENSION)
        await dispatch("secret", WEBSITE)
        await dispatch({"action": "open"}, POPUP)
    assert warnings == [
        "refused from a content script in https://a.com: message "
        "{action: 'open', key}, its handler does not name this sender in senders=",
        f"refused from chrome-extension://{ID}/p.html: message "
        "{action: 'opne', key}, no handler takes it",
        f"refused from chrome-extension://{OTHER}: message "
        f"{{action: '{'x' * 39}}}, no handler takes it",
        "refused from https://www.a.com: no handler takes a message that is a str",
    ]


async def test_made_up_messages_do_not_fill_the_console(warnings: list[str]) -> None:
    """A sender with ever new messages is told of a few times, and others are told of still."""
    on_message(action="open")(lambda message, sender: 1)
    for number in range(50):
        await dispatch({"action": number, "x" * 1000: 1}, WEBSITE)
    await dispatch({"action": 1}, CONTENT)
    assert len(warnings) == refusals.MOST_OF_A_SENDER + 1
    assert max(map(len, warnings)) == refusals.MOST_CHARACTERS

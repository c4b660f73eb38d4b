"""Which handler answers a message, and who may ask."""

from __future__ import annotations

from typing import Any

import pytest

from webext import messages
from webext.errors import BackgroundError
from webext.messages import dispatch, on_message

ID = "abcdefghijklmnopabcdefghijklmnop"
POPUP = {"id": ID, "origin": f"chrome-extension://{ID}", "url": f"chrome-extension://{ID}/p.html"}
TAB = {**POPUP, "tab": {"id": 7}, "frameId": 0, "documentId": "D"}


@pytest.fixture(autouse=True)
def _no_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_handlers", [])


@pytest.mark.parametrize("sender", [POPUP, TAB])
async def test_handler_gets_message_and_sender(sender: dict[str, Any]) -> None:
    """A handler is called with what was sent and by whom, and its value is the answer."""
    calls = []

    @on_message(greeting="hello")
    def answer(message: Any, sender: Any) -> Any:
        calls.append((message, sender))
        return {"hello": "back"}

    message = {"greeting": "hello", "more": [1]}
    assert await dispatch(message, sender) == {"hello": "back"}
    assert calls == [(message, sender)]


async def test_coroutine_is_awaited() -> None:
    """A handler may be `async`."""

    @on_message(greeting="hello")
    async def answer(message: Any, sender: Any) -> int:
        return 5

    assert await dispatch({"greeting": "hello"}, POPUP) == 5


@pytest.mark.parametrize("value", [None, False, 0, "", [], {}])
async def test_empty_answers_are_answers(value: object) -> None:
    """What a handler returns is passed on, also when it is nothing much, and none other asked."""

    @on_message(a=1)
    def first(message: Any, sender: Any) -> object:
        return value

    @on_message(a=1)
    def second(message: Any, sender: Any) -> object:
        return "second"

    answer = await dispatch({"a": 1}, POPUP)
    assert answer == value
    assert type(answer) is type(value)


async def test_handler_is_left_as_it_is() -> None:
    """The decorated function can be called as before."""

    def answer(message: Any, sender: Any) -> int:
        return 1

    assert on_message(a=1)(answer) is answer


async def test_first_that_fits_wins() -> None:
    """Handlers are asked in the order in which they were registered."""
    for number in (1, 2):
        on_message(kind="x")(lambda message, sender, number=number: number)
    on_message()(lambda message, sender: "any")
    assert await dispatch({"kind": "x"}, POPUP) == 1
    assert await dispatch({"kind": "y"}, POPUP) == "any"


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
        assert await dispatch(message, POPUP) == "taken"
    else:
        with pytest.raises(BackgroundError):
            await dispatch(message, POPUP)


@pytest.mark.parametrize("message", ["text", None, 5, [1], {}])
async def test_handler_without_fields_takes_everything(message: Any) -> None:
    """Without fields every message fits, also one that is no dict."""
    on_message()(lambda message, sender: ["took", message])
    assert await dispatch(message, POPUP) == ["took", message]


async def test_unknown_message_names_fields_and_no_values() -> None:
    """The error says what was sent and what is known, but repeats no value that was sent."""
    on_message(greeting="hello")(lambda message, sender: 1)
    on_message(clerk="load", version=2)(lambda message, sender: 1)
    with pytest.raises(BackgroundError) as caught:
        await dispatch({"greting": "hello", "password": "secret"}, POPUP)
    text = str(caught.value)
    assert "['greting', 'password']" in text
    assert "{greeting: 'hello'}, {clerk: 'load', version: 2}" in text
    assert "secret" not in text


async def test_unknown_message_that_is_no_dict() -> None:
    """A message without fields is described by its type."""
    with pytest.raises(BackgroundError, match="str"):
        await dispatch("secret", POPUP)


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
    ],
)
async def test_strangers_are_refused(sender: dict[str, Any]) -> None:
    """No handler hears whom the extension's own pages did not send."""
    calls: list[Any] = []
    on_message()(lambda message, sender: calls.append(message))
    with pytest.raises(BackgroundError, match="refused"):
        await dispatch({"greeting": "hello"}, sender)
    assert calls == []


async def test_refusal_names_the_stranger() -> None:
    """The error says whose message it was."""
    with pytest.raises(BackgroundError, match=r"https://example\.com"):
        await dispatch({}, {**TAB, "origin": "https://example.com"})


@pytest.mark.parametrize("is_async", [True, False])
async def test_what_a_handler_raises_is_raised(is_async: bool) -> None:
    """An exception of a handler passes as it is."""

    def fail(message: Any, sender: Any) -> None:
        raise KeyError("x")

    async def fail_later(message: Any, sender: Any) -> None:
        raise KeyError("x")

    on_message(a=1)(fail_later if is_async else fail)
    with pytest.raises(KeyError):
        await dispatch({"a": 1}, POPUP)


def test_listening_begins_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page listens from the first handler on, with one listener for all."""
    listeners: list[object] = []
    monkeypatch.setattr(messages._page, "answer_messages", listeners.append)
    on_message(a=1)(lambda message, sender: 1)
    assert listeners == [dispatch]
    on_message(a=2)(lambda message, sender: 2)
    assert listeners == [dispatch]


def test_coroutines_of_brython_are_awaitable() -> None:
    """What has only `send`, as Brython's coroutines, is waited for; plain values are not."""

    class Coroutine:
        def send(self, value: object) -> None: ...

    assert messages.is_awaitable(Coroutine())
    assert not messages.is_awaitable({"send": 1})
    assert not messages.is_awaitable(None)

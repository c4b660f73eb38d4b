"""What the terminal of a development run shows of the consoles."""

from __future__ import annotations

import pytest

from extension_toolkit.automation.targets import ConsoleEntry, Target, describe_values
from extension_toolkit.dev.consoles import ConsolePrinter, context_name, format_entry

ORIGIN = "chrome-extension://abc"


def entry(
    url: str, text: str = "hello", *, type: str = "page", origin: str = ORIGIN
) -> ConsoleEntry:
    return ConsoleEntry(Target("1", type, url), "log", text, origin)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (entry(f"{ORIGIN}/popup/index.html"), "popup"),
        (entry(f"{ORIGIN}/tabs/settings.html?x=1#y"), "tabs/settings"),
        (entry(f"{ORIGIN}/sidepanel/index.html"), "side panel"),
        (entry(f"{ORIGIN}/background/offscreen.html", type="background_page"), "background"),
        (entry(f"{ORIGIN}/background/worker.js", type="service_worker"), "service worker"),
        (entry("https://example.com/page"), "content script in example.com"),
    ],
)
def test_context_names(written: ConsoleEntry, name: str) -> None:
    """Each context has the name by which a developer calls it."""
    assert context_name(written) == name


def test_each_line_has_the_name() -> None:
    """In a pipe there are no colors, and a traceback's lines stay together."""
    written = entry(f"{ORIGIN}/popup/index.html", "Traceback:\n  File\nKeyError\n")
    assert format_entry(written) == "popup │ Traceback:\npopup │   File\npopup │ KeyError"


def test_only_the_extension(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither web pages nor other extensions are shown."""
    printer = ConsolePrinter()
    printer(entry("https://example.com/", "a web page", origin="https://example.com"))
    printer(entry(f"{ORIGIN}/popup/index.html", "before the id is known"))
    printer.origin = ORIGIN
    printer(entry("chrome-extension://other/x.html", "other", origin="chrome-extension://other"))
    printer(entry("https://example.com/", "a content script"))
    assert capsys.readouterr().out == (
        "popup │ before the id is known\ncontent script in example.com │ a content script\n"
    )


def test_values() -> None:
    """Objects show one level deep, as in Chrome's console."""
    preview = {"properties": [{"name": "a", "value": "1"}, {"name": "b", "value": "x"}]}
    array = {"subtype": "array", "properties": [{"name": "0", "value": "1"}], "overflow": True}
    assert (
        describe_values(
            [
                {"type": "string", "value": "text"},
                {"type": "object", "preview": preview},
                {"type": "object", "preview": array},
                {"type": "undefined"},
                {"type": "number", "unserializableValue": "NaN", "description": "NaN"},
            ]
        )
        == "text {a: 1, b: x} [1, …] undefined NaN"
    )

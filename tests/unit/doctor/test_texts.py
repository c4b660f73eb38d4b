"""What the doctor says about messages."""

from __future__ import annotations

import json

from extension_toolkit.doctor.texts import check_texts
from extension_toolkit.findings import Finding


def findings(languages: dict[str, list[str]], source: str = "", **files: str) -> list[Finding]:
    texts = {
        f"_locales/{language}/messages.json": json.dumps({k: {"message": "x"} for k in keys})
        for language, keys in languages.items()
    }
    contents = {name: text.encode() for name, text in (texts | files).items()}
    return [item for item in check_texts(contents, [source]) if isinstance(item, Finding)]


def test_used() -> None:
    """A key is used by its text, by the beginning of one that is put together, and in files."""
    source = "text('Hello'); label = ('bye',); text(f'error_{code}')"
    manifest = {"manifest.json": '{"name": "__MSG_appName__"}', "a.css": "__MSG_side__"}
    keys = ["hello", "bye", "error_offline", "appName", "side"]
    assert findings({"en": keys}, source, **manifest) == []


def test_unused() -> None:
    """A key that nobody writes is told."""
    (finding,) = findings({"en": ["hello", "old"]}, "text('hello'); text(f'{x}d')")
    assert "'old'" in finding.problem
    assert not finding.serious


def test_lacking() -> None:
    """What one language has and another lacks is told with the file."""
    (finding,) = findings({"en": ["a", "b"], "de": ["a"]}, "text('a'), text('b')")
    assert finding.where == "src/_locales/de/messages.json"
    assert "b" in finding.problem

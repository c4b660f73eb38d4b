"""The popup's texts: every language has all of them, and none that nobody uses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
LOCALES = {path.parent.name: path for path in SOURCE.glob("_locales/*/messages.json")}
# Made from what Clerk sends: a strategy, a field, the code of an error.
MADE = re.compile(r"(strategy|check|field|error)_\w+")


def messages(locale: str) -> dict[str, str]:
    document = json.loads(LOCALES[locale].read_text("utf-8"))
    return {key: entry["message"] for key, entry in document.items()}


@pytest.mark.parametrize("locale", sorted(set(LOCALES) - {"en"}))
def test_languages_agree(locale: str) -> None:
    """A language has the keys of the default one, with the same placeholders."""
    default, translated = messages("en"), messages(locale)
    assert set(translated) == set(default)
    placeholders = re.compile(r"\$\d")
    for key, text in translated.items():
        assert set(placeholders.findall(text)) == set(placeholders.findall(default[key])), key


def test_no_text_is_left_over() -> None:
    """Each key stands in the popup's source, or is made from what Clerk sends."""
    source = "".join(p.read_text("utf-8") for p in (SOURCE / "popup").rglob("*.py"))
    used = set(re.findall(r'"(\w+)"', source))
    assert {key for key in messages("en") if key not in used and not MADE.fullmatch(key)} == set()

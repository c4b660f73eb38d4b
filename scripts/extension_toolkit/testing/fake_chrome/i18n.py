"""`chrome.i18n`: the texts in `src/_locales/`, in the language that a test chooses."""

from __future__ import annotations

import re
from typing import Any

from extension_toolkit.toolchain.locales import PLACEHOLDER

from .namespace import Namespace

# A substitution, or a dollar sign for each but the first.
MARK = re.compile(r"\$([1-9]|\$+|.?)")
RIGHT_TO_LEFT = {"ar", "fa", "he", "iw", "ur"}


class I18n(Namespace):
    """The texts of the extension.

    Attributes:
        language: The browser's language, such as `de` or `pt-BR`.
        languages: Those that the user accepts; the browser's alone by default.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.language = "en-US"
        self.languages: list[str] | None = None

    def getUILanguage(self) -> str:
        return self.language

    def getAcceptLanguages(self) -> list[str]:
        return self.languages if self.languages is not None else [self.language]

    def getMessage(
        self, messageName: str, substitutions: Any = None, options: dict[str, Any] | None = None
    ) -> str | None:
        if messageName.startswith("@@"):
            return self._predefined().get(messageName, "")
        entry = self._entry(messageName.lower())
        given = substitutions if isinstance(substitutions, list) else [substitutions or ""]
        values = ["null" if value is None else str(value) for value in given]
        if len(values) > 9:
            return None
        if entry is None:
            return ""
        text = _filled(entry["message"], entry.get("placeholders", {}), values)
        return text.replace("<", "&lt;") if (options or {}).get("escapeLt") else text

    def _entry(self, key: str) -> dict[str, Any] | None:
        """A message in the browser's language, a more general one, or the default."""
        exact = self.language.replace("-", "_")
        texts = self.chrome.messages
        usual = "en" if "en" in texts else next(iter(texts), "")
        default: str = self.chrome.manifest.get("default_locale", usual)
        languages = (exact, exact.partition("_")[0], default)
        for language in languages:
            for name, entry in texts.get(language, {}).items():
                if name.lower() == key:
                    found: dict[str, Any] = entry
                    return found
        return None

    def _predefined(self) -> dict[str, str]:
        is_reversed = self.language.partition("-")[0] in RIGHT_TO_LEFT
        here, there = ("rtl", "ltr") if is_reversed else ("ltr", "rtl")
        start, end = ("right", "left") if is_reversed else ("left", "right")
        return {
            "@@extension_id": self.chrome.id, "@@ui_locale": self.language.replace("-", "_"),
            "@@bidi_dir": here, "@@bidi_reversed_dir": there, "@@bidi_start_edge": start,
            "@@bidi_end_edge": end,
        }  # fmt: skip


def _filled(text: str, placeholders: dict[str, Any], values: list[str]) -> str:
    """A text with what its marks stand for."""
    contents = {name.lower(): entry["content"] for name, entry in placeholders.items()}

    def stands_for(mark: re.Match[str]) -> str:
        what = mark[1]
        if what.isdecimal():
            return values[int(what) - 1] if int(what) <= len(values) else ""
        return what if what.startswith("$") else ""  # Chrome swallows what it cannot read

    named = PLACEHOLDER.sub(lambda mark: contents.get(mark[1].lower(), ""), text)
    return MARK.sub(stands_for, named)

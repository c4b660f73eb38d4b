"""Messages that nobody uses, and those that a language lacks."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from extension_toolkit.findings import Finding
from extension_toolkit.toolchain.locales import FILE, REFERENCE, read_languages


def check_texts(files: Mapping[str, bytes], sources: Iterable[str]) -> Iterator[Finding | str]:
    """Compare the languages with each other, and with what may ask for their messages.

    Args:
        files: The extension's files by path.
        sources: The developer's Python.
    """
    languages = read_languages(files)
    if not languages:
        return
    yield f"languages: {', '.join(sorted(languages))}"
    every = set().union(*languages.values())
    for language, messages in sorted(languages.items()):
        if lacking := sorted(every - messages.keys()):
            yield Finding(
                f"src/_locales/{language}/messages.json",
                f"there is no {', '.join(lacking)}",
                "translate it; until then the default language is shown",
                serious=False,
            )
    words, beginnings = _words_of(files, sources)
    for key in sorted(every - words):
        if not key.startswith(tuple(beginnings)):
            yield Finding(
                "src/_locales",
                f"nobody uses the message {key!r}",
                "remove it from every language",
                serious=False,
            )


def _words_of(files: Mapping[str, bytes], sources: Iterable[str]) -> tuple[set[str], set[str]]:
    """Every text that may be a key, and every beginning of one that is put together."""
    words: set[str] = set()
    beginnings: set[str] = set()
    for name, content in files.items():
        if name.endswith((".json", ".css")) and not FILE.fullmatch(name):
            words |= {key.lower() for key in REFERENCE.findall(content.decode("utf-8", "ignore"))}
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value.lower())
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value).lower())
    return words, beginnings - {""}

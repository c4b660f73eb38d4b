"""Files that nobody uses."""

from __future__ import annotations

from extension_toolkit.store.usage import check_usage

FILES = {
    "manifest.json": '{"action": {"default_popup": "popup/index.html", "default_icon": "i/a.png"}}',
    "i/a.png": "",
    "popup/index.html": '<link href="../styles/a.css"><script src="/python/popup.js"></script>',
    "styles/a.css": "@import 'b.css'; body { background: url(img/back.png) }",
    "styles/b.css": "",
    "styles/img/back.png": "",
    "python/popup.js": "open('./tabs/page.html'); fetch('data.json')",
    "popup/data.json": "{}",
    "tabs/page.html": "",
}


def unused(*kept: str, **more: str) -> list[str]:
    files = {name: text.encode() for name, text in (FILES | more).items()}
    return [finding.where for finding in check_usage(files, kept)]


def test_everything_is_used() -> None:
    """What manifest, pages, styles and scripts name is used, and what these name in turn."""
    assert unused() == []


def test_unused() -> None:
    """A file that nobody names is found, and one that only such a file names."""
    more = {"a/old.html": "<script src='old.js'>", "a/old.js": "", "popup/old-index.html": ""}
    assert unused(**more) == ["a/old.html", "a/old.js", "popup/old-index.html"]


def test_names_that_end_alike() -> None:
    """A name that is only the end of a mentioned one is not mentioned."""
    assert unused(**{"popup/a.json": ""}) == ["popup/a.json"]


def test_kept() -> None:
    """Files whose names code puts together can be named by a pattern."""
    more = {"images/1.png": "", "images/2.png": ""}
    assert unused(**more) == ["images/1.png", "images/2.png"]
    assert unused("images/*", **more) == []


def test_languages() -> None:
    """Messages are used where there is a default language."""
    more = {"_locales/en/messages.json": "{}"}
    assert unused(**more) == ["_locales/en/messages.json"]
    manifest = FILES["manifest.json"].replace("{", '{"default_locale": "en", ', 1)
    assert unused(**more, **{"manifest.json": manifest}) == []

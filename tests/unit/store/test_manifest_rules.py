"""The documented rules for manifest.json."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extension_toolkit.findings import Finding
from extension_toolkit.store.manifest_rules import PNG, check_manifest

GOOD = {
    "name": "Name",
    "description": "What it does",
    "version": "1.2",
    "minimum_chrome_version": "123",
    "icons": {"16": "16.png", "32": "32.png", "48": "48.png", "128": "128.png"},
}


def image(width: int, height: int) -> bytes:
    return PNG + b"\0\0\0\rIHDR" + width.to_bytes(4) + height.to_bytes(4)


def check(files: dict[str, bytes] | None = None, **fields: Any) -> list[Finding]:
    icons = {f"{size}.png": image(size, size) for size in (16, 32, 48, 128)}
    manifest = json.dumps(GOOD | fields).encode()
    return check_manifest({"manifest.json": manifest, **icons, **(files or {})})


@pytest.mark.parametrize("version", ["1", "0.0.0.1", "65535.0"])
def test_good(version: str) -> None:
    """A manifest within the rules passes, to the last character."""
    assert check(name="x" * 75, description="x" * 132, version=version) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"name": "x" * 76}, "'name' has 76 characters, and Chrome takes 75"),
        ({"description": "x" * 133}, "'description' has 133 characters"),
        ({"description": ""}, "no description"),
        ({"version": "1.2.3.4.5"}, "not one to four numbers"),
        ({"version": "1.65536"}, "not one to four numbers"),
        ({"version": "1.02"}, "not one to four numbers"),
        ({"version": "0.0"}, "version is zero"),
        ({"minimum_chrome_version": "new"}, "minimum_chrome_version"),
        ({"icons": {}}, "no icon of 128"),
        ({"icons": {"128": "16.png"}}, "no icon of 16, 32, 48 pixels"),
    ],
)
def test_broken_rule(fields: dict[str, Any], problem: str) -> None:
    """Each broken rule is told with its limit and the setting to change."""
    finding = check(**fields)[0]
    assert problem in finding.problem
    assert finding.fix


def test_icon_of_another_size() -> None:
    """An icon has as many pixels as its name says, and is a PNG image."""
    (finding,) = check({"48.png": image(48, 50)})
    assert (finding.where, finding.problem) == (
        "48.png",
        "has 48 by 50 pixels, and its name says 48",
    )
    (finding,) = check({"48.png": b"GIF89a"})
    assert (finding.where, "no PNG" in finding.problem) == ("48.png", True)


def test_translated_name() -> None:
    """A translated name is measured in each language."""
    messages = {
        f"_locales/{language}/messages.json": json.dumps({"appName": {"message": text}}).encode()
        for language, text in (("en", "Name"), ("de", "N" * 76))
    }
    (finding,) = check(messages, name="__MSG_appname__")
    assert "76 characters" in finding.problem
    assert "_locales/de/messages.json" in finding.fix

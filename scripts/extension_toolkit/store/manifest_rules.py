"""manifest.json against the documented rules of Chrome and of its store.

Source: https://developer.chrome.com/docs/extensions/reference/manifest
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from extension_toolkit.findings import Finding

MANIFEST = "manifest.json"
PNG = b"\x89PNG\r\n\x1a\n"
STORE_ICON = "128"
USUAL_ICONS = ("16", "32", "48", "128")

# Characters, at most.
LENGTHS = {"name": 75, "short_name": 12, "description": 132, "version_name": 45}
IN_PYPROJECT = {
    "name": "[tool.extension] name",
    "description": "[project] description",
    "version_name": "[project] version",
}
VERSION = re.compile(r"(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){0,3}")


def check_manifest(files: Mapping[str, bytes]) -> list[Finding]:
    """Return where a manifest breaks the rules.

    Args:
        files: The extension's files by path.
    """
    manifest: dict[str, Any] = json.loads(files[MANIFEST])
    return [
        *_check_texts(manifest, files),
        *_check_versions(manifest),
        *_check_icons(manifest, files),
    ]


def _check_texts(manifest: dict[str, Any], files: Mapping[str, bytes]) -> Iterator[Finding]:
    for field, limit in LENGTHS.items():
        setting = IN_PYPROJECT.get(field, f"[tool.extension.manifest] {field}")
        for where, text in _texts(manifest.get(field), files).items():
            if len(text) > limit:
                place = f"in {where}" if where else f"{setting} in pyproject.toml"
                yield Finding(
                    MANIFEST,
                    f"{field!r} has {len(text)} characters, and Chrome takes {limit}",
                    f"shorten it: {place}",
                    serious=field != "short_name",
                )
    if not manifest.get("description"):
        yield Finding(
            MANIFEST,
            "there is no description, which the store asks for",
            "write one: [project] description in pyproject.toml",
        )


def _texts(value: str | None, files: Mapping[str, bytes]) -> dict[str, str]:
    """A field's text by the file it comes from, or in every language."""
    key = re.fullmatch(r"__MSG_(\w+)__", value or "")
    if not key:
        return {"": value} if value else {}
    texts = {}
    for name, content in files.items():
        if re.fullmatch(r"_locales/\w+/messages\.json", name):
            messages = {k.lower(): v for k, v in json.loads(content).items()}
            if message := messages.get(key[1].lower()):
                texts[name] = message["message"]
    return texts


def _check_versions(manifest: dict[str, Any]) -> Iterator[Finding]:
    version = manifest["version"]
    numbers = version.split(".")
    if not VERSION.fullmatch(version) or any(int(n) > 65535 for n in numbers):
        problem = f"the version {version!r} is not one to four numbers from 0 to 65535"
        yield Finding(MANIFEST, problem, "mend [project] version in pyproject.toml")
    elif not any(int(n) for n in numbers):
        problem = "the version is zero, which Chrome refuses"
        yield Finding(MANIFEST, problem, "raise [project] version in pyproject.toml")
    minimum = manifest.get("minimum_chrome_version", "")
    if not re.fullmatch(r"\d+(?:\.\d+){0,3}", minimum):
        yield Finding(
            MANIFEST,
            f"minimum_chrome_version is {minimum!r}",
            "write a version such as 123 under [tool.extension.manifest] in pyproject.toml",
        )


def _check_icons(manifest: dict[str, Any], files: Mapping[str, bytes]) -> Iterator[Finding]:
    icons: dict[str, str] = manifest.get("icons", {})
    draw = "put one image of at least 128 by 128 pixels into src/icons/icon.png"
    if STORE_ICON not in icons:
        yield Finding(MANIFEST, "there is no icon of 128 pixels, which the store asks for", draw)
    elif missing := [size for size in USUAL_ICONS if size not in icons]:
        problem = f"there is no icon of {', '.join(missing)} pixels"
        yield Finding(MANIFEST, problem, draw, serious=False)
    for size, name in icons.items():
        if found := png_size(files.get(name, b"")):
            if found != (int(size), int(size)):
                problem = f"has {found[0]} by {found[1]} pixels, and its name says {size}"
                yield Finding(name, problem, "scale it, or rename it")
        else:
            yield Finding(name, "is no PNG image, the kind that the store takes", "convert it")


def png_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of an image in pixels, or None when it is no PNG."""
    if not content.startswith(PNG) or content[12:16] != b"IHDR":
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])

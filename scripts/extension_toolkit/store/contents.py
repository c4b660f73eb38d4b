"""Check what is in a package, on the bytes themselves and not on what the build meant to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from extension_toolkit.findings import Finding
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.evaluated import refuse_evaluated_code
from extension_toolkit.toolchain.secret_keys import has_secret

# Reviewers take even an unused string for remote code.
REMOTE_CODE = re.compile(
    r"""(?:\bhttps?:|(?<=["'`=(\s]))//[\w.-]+\.[a-z]{2,}[^\s"'`<>()]*\.(?:m?js|wasm)\b"""
)
SOURCE_MAP = re.compile(r"[#@] ?sourceMappingURL=")

FOREIGN = {
    ".pem": "a key",
    ".key": "a key",
    ".p12": "a key",
    ".crx": "a package",
    ".zip": "a package",
    ".map": "a source map",
    ".py": "a source of the build",
    ".pyi": "a source of the build",
    ".pyc": "a remnant of Python",
}


def check_contents(files: Mapping[str, bytes]) -> list[Finding]:
    """Return what must not be in a package.

    Args:
        files: Its files by path.
    """
    return [finding for name, content in files.items() for finding in _check(name, content)]


def _check(name: str, content: bytes) -> Iterator[Finding]:
    path = PurePosixPath(name)
    remove = f"remove it from src/, where {path.name} lies"
    if path.suffix in FOREIGN:
        yield Finding(name, f"{FOREIGN[path.suffix]} is no part of an extension", remove)
    if any(part.startswith(".") for part in path.parts):
        yield Finding(name, "hidden files, such as .env, are no part of an extension", remove)
    text = content.decode("utf-8", "ignore")
    if secret := has_secret(text):
        fix = "remove it, and replace it where it is valid if it was ever published"
        yield Finding(name, f"{secret} is in it", fix)
    if path.suffix not in (".js", ".mjs", ".html", ".css"):
        return
    if found := SOURCE_MAP.search(text):
        yield Finding(
            _at(name, text, found),
            "names a source map, which shows everybody the source, or is missing",
            "build it without one",
        )
    if found := REMOTE_CODE.search(text):
        yield Finding(
            _at(name, text, found),
            f"names code from elsewhere ({found[0]}), for which the store refuses extensions, even "
            "where it is never loaded",
            "put that file into src/, or remove the address",
        )
    try:
        refuse_evaluated_code({name: content})
    except BuildError as error:
        where = name if error.line is None else f"{name}:{error.line}"
        yield Finding(where, error.message, "write the code out instead")


def _at(name: str, text: str, found: re.Match[str]) -> str:
    return f"{name}:{text.count(chr(10), 0, found.start()) + 1}"

"""The messages in `src/_locales/`, and whether all that are asked for are there.

A key is asked for as `__MSG_key__` in the manifest and in CSS, by `chrome.i18n.getMessage("key")`
in Python, and by calls of a function that hands its first parameter to `getMessage`.

Source: https://developer.chrome.com/docs/extensions/reference/api/i18n
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .errors import BuildError
from .imports import Module, nodes_of
from .texts import decode

FILE = re.compile(r"_locales/(\w+)/messages\.json")
REFERENCE = re.compile(r"__MSG_([\w@]+)__")
KEY = re.compile(r"[A-Za-z0-9_@]+")
PLACEHOLDER = re.compile(r"\$([a-zA-Z_]\w*)\$")
PREDEFINED = "@@"  # begins keys that Chrome itself answers, such as @@extension_id
GET_MESSAGE = "getMessage"


@dataclass(frozen=True)
class Use:
    """A place that asks for a message; `line` is None where it has none."""

    key: str
    file: str
    line: int | None


def check_messages(
    manifest: dict[str, Any], files: Mapping[str, bytes], modules: Iterable[Module]
) -> dict[str, Any]:
    """Return the manifest with its default language.

    Args:
        manifest: What there is so far.
        files: The extension's files by path.
        modules: The bundled modules.

    Raises:
        BuildError: A file of messages is malformed, or a message that is asked for is missing.
    """
    languages = read_languages(files)
    uses = [*_uses_in_manifest(manifest), *_uses_in_styles(files), *uses_in_python(modules)]
    if languages:
        default = _default_language(manifest, languages)
        manifest = manifest | {"default_locale": default}
        known, file = languages[default], f"src/_locales/{default}/messages.json"
    else:
        known, file = {}, "src/_locales/en/messages.json"
    for use in uses:
        if use.key.lower() not in known and not use.key.startswith(PREDEFINED):
            raise BuildError(f"there is no message {use.key!r} in {file}", use.file, use.line)
    return manifest


def read_languages(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Return each language's keys, which Chrome takes in either case, with the text.

    Raises:
        BuildError: A file is malformed.
    """
    languages = {}
    for name, content in files.items():
        if found := FILE.fullmatch(name):
            languages[found[1]] = _read_messages(content, f"src/{name}")
        elif name.startswith("_locales/"):
            raise BuildError(
                "Chrome does not look here for messages; name it "
                "_locales/<language>/messages.json, with a language such as en or pt_BR",
                f"src/{name}",
            )
    return languages


def _read_messages(content: bytes, file: str) -> dict[str, str]:
    try:
        entries = json.loads(decode(content, file))
    except json.JSONDecodeError as error:
        raise BuildError(f"no JSON: {error.msg}", file, error.lineno) from error
    if not isinstance(entries, dict):
        raise BuildError('write the messages as {"key": {"message": "…"}}', file)
    messages = {}
    for key, entry in entries.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("message"), str):
            raise BuildError(f'write {key!r} as {{"message": "…"}}', file)
        if not KEY.fullmatch(key):
            raise BuildError(f"name {key!r} with letters, digits and _, as Chrome asks", file)
        placeholders = entry.get("placeholders", {})
        if not isinstance(placeholders, dict) or not all(map(_has_content, placeholders.values())):
            text = 'write the placeholders as {"name": {"content": "$1"}}'
            raise BuildError(f"{key!r}: {text}", file)
        defined = {name.lower() for name in placeholders}
        for name in PLACEHOLDER.findall(entry["message"]):
            if name.lower() not in defined:
                raise BuildError(f"{key!r} has ${name}$, and no placeholder of that name", file)
        messages[key.lower()] = entry["message"]
    return messages


def _has_content(placeholder: Any) -> bool:
    return isinstance(placeholder, dict) and isinstance(placeholder.get("content"), str)


def _default_language(manifest: dict[str, Any], languages: Iterable[str]) -> str:
    available = sorted(languages)
    usual = "en" if "en" in available else available[0] if len(available) == 1 else None
    default = manifest.get("default_locale", usual)
    if default not in available:
        raise BuildError(
            "name the language that others fall back to under [tool.extension.manifest] "
            f"default_locale; there are {', '.join(available)}",
            "pyproject.toml",
        )
    return str(default)


def _uses_in_manifest(manifest: dict[str, Any]) -> Iterator[Use]:
    for key in REFERENCE.findall(json.dumps(manifest)):
        yield Use(key, "pyproject.toml", None)


def _uses_in_styles(files: Mapping[str, bytes]) -> Iterator[Use]:
    for name, content in files.items():
        if name.endswith(".css"):
            text = content.decode("utf-8", "ignore")
            for found in REFERENCE.finditer(text):
                yield Use(found[1], f"src/{name}", text.count("\n", 0, found.start()) + 1)


def uses_in_python(modules: Iterable[Module]) -> Iterator[Use]:
    """Yield the keys that stand in calls of `getMessage`, and of functions that hand them on."""
    modules = list(modules)
    trees = [module.tree for module in modules if module.tree and GET_MESSAGE in module.source]
    wrappers = {name for tree in trees for name in _wrappers(tree)}
    for module in modules:
        if module.tree is None:
            continue
        names = _names_here(module.tree, wrappers)
        for node in nodes_of(module.tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else None
            if called in names or _name(node.func) == GET_MESSAGE:
                for key in _literals(node.args[0]):
                    yield Use(key, module.filename, node.lineno)


def _wrappers(tree: ast.Module) -> Iterator[str]:
    """The functions that hand their first parameter to `getMessage`."""
    for function in nodes_of(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        parameters = function.args.posonlyargs + function.args.args
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args]
        if parameters and any(
            _name(call.func) == GET_MESSAGE and _name(call.args[0]) == parameters[0].arg
            for call in calls
        ):
            yield function.name


def _names_here(tree: ast.Module, functions: set[str]) -> set[str]:
    """What functions are called in a module that defines or imports them."""
    imported = {
        alias.asname or alias.name
        for node in nodes_of(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in functions
    }
    return imported | set(_wrappers(tree))


def _name(node: ast.expr) -> str | None:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)


def _literals(node: ast.expr) -> list[str]:
    """The texts that an argument may be: one, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return [node.value] if is_text else []  # type: ignore[attr-defined]

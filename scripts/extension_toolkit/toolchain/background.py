"""What the service worker does for the Python code of the background, read from that code.

A service worker is started by what it listens to, and has to say so at once, before any Python
could. The build therefore writes `background/events.js`, which the worker and its page load.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from typing import Any

from extension_toolkit.chrome_api import load

from .chrome_uses import Use, uses_of
from .errors import BuildError
from .imports import Module, nodes_of
from .permissions import member_of

PAGE = "background/offscreen.html"
EVENTS_FILE = "background/events.js"

EXTENSION_ID = re.compile("[a-p]{32}")
# What answers these events in Python.
DECORATORS = {
    "runtime.onMessage": "@on_message from webext",
    "runtime.onMessageExternal": "@on_message(senders=…) from webext",
    "runtime.onConnect": "@on_connect from webext.ports",
    "runtime.onConnectExternal": "@on_connect(senders=…) from webext.ports",
}

ANSWERING = ("on_message", "on_connect")
SENDER_WORDS = {"pages", "content_scripts", "extensions"}


def events_script(modules: Iterable[Module]) -> str:
    """Return the text of `background/events.js`.

    Args:
        modules: Those of the background page.

    Raises:
        BuildError: An event cannot be forwarded, or what its listener is given with it cannot be
            read.
    """
    modules = list(modules)
    uses = [use for module in modules for use in uses_of(module)]
    background = {
        "events": _events(uses),
        "externalMessages": _has_external_senders(modules, "on_message"),
        "externalPorts": _has_external_senders(modules, "on_connect"),
        "constants": dict(sorted(_constants(uses).items())),
    }
    return (
        "// Made by the build: what the Python code of the background listens to.\n"
        f"globalThis.$background = {json.dumps(background, indent=2)}\n"
    )


def external_senders(modules: Iterable[Module]) -> dict[str, list[str]]:
    """Return the manifest's `externally_connectable` as handlers allow it; empty if none does."""
    allowed = {s for m in modules for decorator in ANSWERING for s in senders_in(m, decorator)}
    found: dict[str, list[str]] = {}
    if ids := sorted(sender for sender in allowed if EXTENSION_ID.fullmatch(sender)):
        found["ids"] = ids
    if "extensions" in allowed:
        found["ids"] = ["*"]
    if patterns := sorted(sender for sender in allowed if "://" in sender):
        found["matches"] = patterns
    return found


def senders_in(module: Module, decorator: str) -> list[str]:
    """Return the senders that the handlers of a module allow.

    Args:
        module: Where they stand.
        decorator: What registers them, one of `ANSWERING`.

    Raises:
        BuildError: They are not written out, or a word is not known.
    """
    found: list[str] = []
    for node in nodes_of(module.tree) if module.tree else ():
        if not isinstance(node, ast.Call) or _name(node.func) != decorator:
            continue
        for keyword in node.keywords:
            if keyword.arg == "senders":
                found += _read_senders(keyword.value, module)
    return found


def _read_senders(node: ast.expr, module: Module) -> list[str]:
    source = module.line(node.lineno)
    try:
        value = ast.literal_eval(node)
    except (TypeError, ValueError):
        message = "write the senders out here; the manifest follows from them"
        raise BuildError(message, module.filename, node.lineno, source_line=source) from None
    senders = list(value) if isinstance(value, list | tuple | set) else [value]
    for sender in senders:
        if not isinstance(sender, str) or not (
            sender in SENDER_WORDS or EXTENSION_ID.fullmatch(sender) or "://" in sender
        ):
            raise BuildError(
                f"{sender!r} is no sender: use 'pages', 'content_scripts', 'extensions', an "
                "extension's id, or a match pattern such as 'https://example.com/*'",
                module.filename,
                node.lineno,
                source_line=source,
            )
    return senders


def _events(uses: Iterable[Use]) -> list[list[Any]]:
    events = []
    for use in uses:
        path, _, method = use.path.rpartition(".")
        if method == "addListener" and path in DECORATORS:
            raise use.error(f"use {DECORATORS[path]} instead, which also checks who sent it")
        if method == "addListener" and not load().is_available(path, "offscreen"):
            _refuse_what_needs_an_answer(use, path)
            event = [path, *_filters(use)]
            if event not in events:
                events.append(event)
    return sorted(events, key=lambda event: (event[0], len(event), json.dumps(event)))


def _filters(use: Use) -> list[Any]:
    arguments = use.call.args[1:] if use.call else []
    try:
        return [ast.literal_eval(argument) for argument in arguments]
    except (TypeError, ValueError):
        raise use.error(
            "write what the event is to be filtered by out here: the service worker has to know "
            "it before Python runs"
        ) from None


def _refuse_what_needs_an_answer(use: Use, path: str) -> None:
    member = member_of(use)
    blocking = use.call and any(
        isinstance(node, ast.Constant) and node.value in ("blocking", "asyncBlocking")
        for argument in use.call.args[1:]
        for node in ast.walk(argument)
    )
    if blocking or (member and "Callable" in member.signatures[0].partition(";")[0]):
        raise use.error(
            f"chrome.{path} waits for its listener's answer, which cannot come from the background "
            "page in time; use chrome.declarativeNetRequest for requests, or a page of yours"
        )


def _constants(uses: Iterable[Use]) -> dict[str, Any]:
    """Values that Chrome gives the service worker and not its page, as far as they are used."""
    constants = {}
    for use in uses:
        member = member_of(use)
        if member is None:
            value = _enumerated(use)
        else:
            literal = re.fullmatch(r"Literal\[(.+)\]", member.annotation)
            value = ast.literal_eval(literal[1]) if literal else None
        if isinstance(value, str | int | float):
            constants[member.path if member else use.path] = value
    return constants


def _enumerated(use: Use) -> str | None:
    """The value of a member of an enumeration: `runtime.OnInstalledReason.UPDATE` is `update`."""
    owner, _, name = use.path.rpartition(".")
    namespace, _, title = owner.rpartition(".")
    aliases = load().namespaces.get(namespace, {}).get("aliases", {})
    if title not in aliases:
        return None
    values = ast.literal_eval(f"({aliases[title].partition('[')[2].removesuffix(']')},)")
    for value in values:
        if re.sub(r"\W", "_", str(value)).upper() == name:
            return str(value)
    raise use.error(f"Chrome has no chrome.{use.path}")


def _has_external_senders(modules: Iterable[Module], decorator: str) -> bool:
    senders = {sender for module in modules for sender in senders_in(module, decorator)}
    return bool(senders - {"pages", "content_scripts"})


def _name(node: ast.expr) -> str | None:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)

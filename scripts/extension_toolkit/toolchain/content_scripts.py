"""Content scripts: the Python files in `src/contents/`, and what the manifest says of them.

Each runs in the web pages that it names at its top, in Chrome's isolated world:

    MATCHES = ["https://example.com/*"]

EXCLUDE_MATCHES, RUN_AT and ALL_FRAMES are Chrome's fields of these names in small letters. A style
sheet of the same name, `contents/<name>.css`, is put into those pages too. A file whose name begins
with `_` is a module for the others.

Source: https://developer.chrome.com/docs/extensions/reference/manifest/content-scripts
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extension_toolkit.chrome_api import load

from .chrome_uses import uses_of
from .errors import BuildError
from .imports import Module, imports_of
from .permissions import member_of
from .pyproject import check_match_pattern
from .sources import Sources

FOLDER = "contents"
PATTERNS = 'a list such as ["https://example.com/*"]'
RUN_AT = ("document_start", "document_end", "document_idle")
# What each field has to be.
FIELDS = {
    "MATCHES": PATTERNS,
    "EXCLUDE_MATCHES": PATTERNS,
    "RUN_AT": f"one of {', '.join(RUN_AT)}",
    "ALL_FRAMES": "True or False",
}

# Modules that they cannot have, and why.
REFUSED = {
    "clerk": "content scripts cannot have the Clerk client, which web pages could then reach: "
    "ask the background with a message",
    "browser.webcomponent": "content scripts cannot define elements, since Chrome gives them no "
    "customElements: use those of browser.html",
}

RUNTIME = "python/runtime.js"
PRELUDE = "python/content.js"
PRELUDE_SOURCE = Path(__file__).with_name("content.js")


def content_scripts(sources: Sources) -> dict[str, str]:
    """Return the module of each content script, by the path of the script that starts it."""
    found = {}
    for name in sources.files():
        folder, _, file = name.rpartition("/")
        if folder == FOLDER and file.endswith(".py") and not file.startswith("_"):
            stem = file.removesuffix(".py")
            if not stem.isidentifier():
                message = "a content script's name has to be one that can be imported"
                raise BuildError(message, sources.label(sources.path(name)))
            found[f"{FOLDER}/{stem}.js"] = f"{FOLDER}.{stem}"
    return found


def files(scripts: Mapping[str, str], built: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that content scripts need besides those of pages.

    Args:
        scripts: The module of each, by the path of the script that starts it.
        built: What there is so far.
    """
    # Each script of a page brings the run time, and the first one's is kept.
    runtime = built[RUNTIME].decode()
    once = f"if (!Object.hasOwn(globalThis, '$python')) {{\n{runtime}\n}}\n"
    starts = {name: f'$python.start("{module}")\n'.encode() for name, module in scripts.items()}
    return {PRELUDE: PRELUDE_SOURCE.read_bytes(), RUNTIME: once.encode(), **starts}


def manifest_entries(
    scripts: Mapping[str, list[Module]], chunks: Mapping[str, list[str]], sources: Sources
) -> list[dict[str, Any]]:
    """Return the manifest's `content_scripts`.

    Args:
        scripts: The modules of each content script, by the script that starts it.
        chunks: The names of the files that hold them, likewise.
        sources: Where style sheets are.

    Raises:
        BuildError: A script does not say where it runs, or uses what it cannot have.
    """
    entries = []
    for name, modules in scripts.items():
        stem = name.removesuffix(".js").replace("/", ".")
        script = next(module for module in modules if module.name == stem)
        _check(modules)
        entry = _fields(script)
        shared = [f"python/{chunk}" for chunk in chunks[name]]
        entry["js"] = [PRELUDE, RUNTIME, *shared, name]
        style = name.replace(".js", ".css")
        if sources.path(style).is_file():
            entry["css"] = [style]
        entries.append(entry)
    return entries


def _fields(module: Module) -> dict[str, Any]:
    assert module.tree is not None
    fields: dict[str, Any] = {}
    for node in module.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if isinstance(target, ast.Name) and target.id in FIELDS:
            fields[target.id.lower()] = _field(target.id, node.value, module)
    if not fields.get("matches"):
        raise BuildError(
            'a content script says where it runs: MATCHES = ["https://example.com/*"]; begin the '
            "name of a file that is none with _",
            module.filename,
        )
    return fields


def _field(name: str, node: ast.expr, module: Module) -> Any:
    """What a script says of one field, as the manifest takes it."""
    try:
        value = ast.literal_eval(node)
    except (TypeError, ValueError):
        message = f"write {name} out here; the manifest has it from here"
    else:
        message = f"{name} has to be {FIELDS[name]}"
        if _fits(name, value):
            for pattern in value if FIELDS[name] == PATTERNS else ():
                check_match_pattern(pattern, module.filename, node.lineno)
            return value
    line = module.line(node.lineno)
    raise BuildError(message, module.filename, node.lineno, source_line=line)


def _fits(name: str, value: Any) -> bool:
    if name == "RUN_AT":
        return value in RUN_AT
    if name == "ALL_FRAMES":
        return isinstance(value, bool)
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _check(modules: list[Module]) -> None:
    """Refuse what would put more into a web page's process than it may have, or cannot work."""
    reached = {module.name for module in modules}
    for module in modules:
        for item in imports_of(module.tree, module, inside_functions=True) if module.tree else ():
            name = item.module.replace(":", ".")
            for refused, why in REFUSED.items():
                if f"{name}.".startswith(f"{refused}.") and refused in reached:
                    line = module.line(item.line)
                    raise BuildError(why, module.filename, item.line, source_line=line)
        for use in uses_of(module):
            path = use.path
            if member_of(use) and not load().is_available(path, "content_script"):
                raise use.error(f"content scripts have no chrome.{path}: ask the background")
            if path.partition(".")[0] == "storage":
                raise use.error(
                    "chrome.storage is closed to content scripts, since what they see a web page "
                    "may come to see: ask the background"
                )

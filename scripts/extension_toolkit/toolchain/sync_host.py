"""The web application whose session an extension follows: a permission for its host.

Chrome tells of cookies only where the extension may go. Which host that is has to be known when the
extension is built: `createClerkClient(syncHost=…)` takes a text, a `PUBLIC_…` variable of the
environment files, or whatever else if `PUBLIC_CLERK_SYNC_HOST` says it.

Of a production instance that users sign out is told by a cookie of the whole site, so the site of
the Frontend API is needed too: of clerk.example.com that is example.com.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from urllib.parse import urlsplit

from .environment import Environment
from .errors import BuildError
from .imports import Module

MODULE = "clerk.sync_host"
WORD = "syncHost"
NAME = "PUBLIC_CLERK_SYNC_HOST"


def sync_host_permissions(modules: Iterable[Module], environment: Environment) -> list[str]:
    """Return the match patterns of the hosts that are followed.

    Args:
        modules: Every bundled module.
        environment: The variables.

    Raises:
        BuildError: A host is not known, or is none.
    """
    modules = list(modules)
    if not any(module.name == MODULE for module in modules):
        return []
    patterns = set()
    for module in modules:
        if module.tree is None or module.name.partition(".")[0] == "clerk":
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.keyword) and node.arg == WORD:
                host = _value(node.value, environment)
                patterns |= {_pattern(host, node.value, module)} if host is not None else set()
    key = environment.publishable_key()
    if patterns and key.instanceType == "production":
        patterns.add(f"https://{key.frontend_api.partition('.')[2]}/*")
    return sorted(patterns)


def _value(node: ast.expr, environment: Environment) -> str | None:
    """The host; None where the code says that there is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name) and node.id in environment.public:
        return environment.public[node.id]
    return environment.public.get(NAME, "")


def _pattern(host: str, node: ast.expr, module: Module) -> str:
    text = host.strip()
    parts = urlsplit(text if "://" in text else f"https://{text}")
    if parts.scheme in ("http", "https") and parts.hostname:
        return f"{parts.scheme}://{parts.hostname}/*"
    message = (
        f"{host!r} is no address of a web application, such as http://localhost"
        if host
        else "the build has to know this host, to ask for the permission to see its cookies: "
        f"write it out, or put {NAME}=http://localhost into the environment file"
    )
    line = module.line(node.lineno)
    raise BuildError(message, module.filename, node.lineno, node.col_offset + 1, line)

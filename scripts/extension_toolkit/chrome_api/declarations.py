"""Read Chrome's own TypeScript declarations: npm's package `chrome-types`.

Needed at development time only, to make `table.json`. Types come out as Python annotations, in the
syntax of stub files: `number` is `int` or `float` by its name, objects with fields are
dictionaries with a name made from where they stand.

Source: the package `chrome-types` of npm, https://github.com/GoogleChrome/chrome-types
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import tree_sitter
import tree_sitter_typescript

from .annotations import Annotations, Scope
from .nodes import Node, part_of, text_of

# Bound to an error that only callbacks have; in Python the error is raised.
LEFT_OUT = {"lastError"}


@dataclass
class Tags:
    """What a comment says with `@…`."""

    permissions: list[str] = field(default_factory=list)
    manifest: list[str] = field(default_factory=list)
    platforms: list[str] = field(default_factory=list)
    since: int = 0
    unstable: bool = False
    policy: bool = False


def read_declarations(source: bytes) -> dict[str, Any]:
    """Return the namespaces of `chrome`, by name, in the form of `table.json`.

    Args:
        source: The text of `index.d.ts`.

    Raises:
        ValueError: The declarations have a shape that this module does not know.
    """
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_typescript.language_typescript()))
    root = parser.parse(source).root_node
    if root.has_error:
        raise ValueError("the declarations could not be parsed")
    for node in root.named_children:
        if node.type == "ambient_declaration":
            module = node.named_children[0]
            if text_of(module, "name") == "chrome":
                return dict(sorted(_namespaces(module)))
    raise ValueError("the declarations have no namespace `chrome`")


def _namespaces(chrome: Node) -> list[tuple[str, Any]]:
    found = []
    for node, tags in _declared(chrome):
        if node.type == "internal_module" and not tags.unstable:
            name = text_of(node, "name").removeprefix("_")
            found.append((name, _Namespace(node, tags).record))
    return found


class _Namespace:
    """One namespace, member after member."""

    def __init__(self, node: Node, tags: Tags) -> None:
        self.record: dict[str, Any] = {
            "permissions": tags.permissions,
            "manifest": tags.manifest,
            "platforms": tags.platforms,
            "policy": tags.policy,
            "since": {},
            "member_permissions": {},
        }
        self.scope = Scope()
        self.tags = tags
        self.functions: dict[str, list[Node]] = {}
        for member, member_tags in _declared(node):
            if not member_tags.unstable:
                self._add(member, member_tags)
        for name, nodes in self.functions.items():
            self.scope.functions[name] = Annotations(self.scope, name).overloads(nodes)
        self.record |= {
            "functions": self.scope.functions,
            "events": self.scope.events,
            "properties": self.scope.properties,
            "dicts": self.scope.dicts,
            "aliases": self.scope.aliases,
            "classes": self.scope.classes,
        }
        if tags.since:
            self.record["since"][""] = tags.since
        self.record = {name: value for name, value in self.record.items() if value}

    def _add(self, node: Node, tags: Tags) -> None:
        kind = node.type
        if kind == "lexical_declaration":
            node = node.named_children[0]
        name = text_of(node, "name").removeprefix("_") if kind != "export_clause" else ""
        if not name or name in LEFT_OUT:
            return
        annotations = Annotations(self.scope, name)
        if kind == "function_signature":
            self.functions.setdefault(name, []).append(node)
        elif kind == "lexical_declaration":
            annotations.member(node, self.scope)
        elif kind in ("interface_declaration", "class_declaration"):
            annotations.declaration(node)
        elif kind == "type_alias_declaration":
            self.scope.aliases[name] = annotations.annotation(part_of(node, "value"), name)
        else:
            raise ValueError(f"a declaration of an unknown kind: {kind} {name}")
        if tags.since > self.tags.since:
            self.record["since"].setdefault(name, tags.since)
        if tags.permissions:
            self.record["member_permissions"][name] = tags.permissions


def _declared(module: Node) -> list[tuple[Node, Tags]]:
    """What a namespace declares, each with the tags of the comment before it."""
    found, comment = [], ""
    for node in part_of(module, "body").named_children:
        if node.type == "comment":
            comment = text_of(node)
            continue
        declaration = node.child_by_field_name("declaration") or node
        if declaration.type == "expression_statement":
            declaration = declaration.named_children[0]
        if declaration.type != "export_statement":
            found.append((declaration, _tags(comment)))
        comment = ""
    return found


def _tags(comment: str) -> Tags:
    def all_of(tag: str) -> list[str]:
        return re.findall(rf"@{tag} (\S+)", comment)

    since = re.search(r"@since Chrome (\d+)", comment)
    return Tags(
        permissions=sorted(set(all_of("chrome-permission"))),
        manifest=all_of("chrome-manifest"),
        platforms=all_of("chrome-platform"),
        since=int(since[1]) if since else 0,
        unstable=any(tag in comment for tag in ("@chrome-channel", "@alpha", "@since Pending")),
        policy="@chrome-install-location policy" in comment,
    )

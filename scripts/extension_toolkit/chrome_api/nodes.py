"""Nodes of the parsed declarations."""

from __future__ import annotations

import tree_sitter

Node = tree_sitter.Node


def text_of(node: Node, field_name: str = "") -> str:
    """Return the text of a node, or of one of its fields; empty if it has none."""
    found = node.child_by_field_name(field_name) if field_name else node
    return (found.text or b"").decode() if found else ""


def part_of(node: Node, field_name: str) -> Node:
    """Return one of a node's fields, which must be there."""
    part = node.child_by_field_name(field_name)
    if part is None:
        raise ValueError(f"no {field_name} in {text_of(node)[:80]}")
    return part


def parameters_of(node: Node) -> list[Node]:
    """Return the parameters of a function's node."""
    nodes = part_of(node, "parameters").named_children
    return [child for child in nodes if child.type != "comment"]


def takes_callback(node: Node) -> bool:
    """Return whether a function's last parameter is the callback of old."""
    parameters = parameters_of(node)
    return bool(parameters) and text_of(parameters[-1], "pattern") == "callback"


def capital(name: str) -> str:
    """Return a name with its first letter in upper case."""
    return name[:1].upper() + name[1:]

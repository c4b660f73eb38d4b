"""TypeScript's types as Python annotations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .nodes import Node, capital, parameters_of, part_of, takes_callback, text_of

NAMES = {
    "string": "str",
    "boolean": "bool",
    "any": "Any",
    "never": "Never",
    "object": "dict[str, Any]",
    "void": "None",
    "undefined": "None",
    "null": "None",
    "ArrayBuffer": "bytes",
}

# What only a page's JavaScript has.
JAVASCRIPT = {
    "Blob", "Date", "DirectoryEntry", "DOMFileSystem", "FileEntry", "HTMLElement", "ImageData",
    "LocalMediaStream", "SubtleCrypto", "Window", "usb.Device",
}  # fmt: skip

# Names of numbers with a fraction: moments and spans of time, factors, sizes beyond 2**53.
FRACTION = re.compile(
    r"time|when|since|zoom|minutes|seconds|volume|rate$|pitch|scale|date|lastaccessed|lastmodified"
    r"|progress|percentage|dpi|bounds|capacity|memory|cpu|latency|temperatures|^delay$|^x$|^y$"
)


@dataclass
class Scope:
    """Where names are declared: a namespace, or a class in one."""

    functions: dict[str, list[str]] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    dicts: dict[str, dict[str, str]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    classes: dict[str, Any] = field(default_factory=dict)


class Annotations:
    """Writes the annotations of one declaration; objects with fields get names of their own."""

    def __init__(self, scope: Scope, owner: str) -> None:
        self._scope = scope
        self._owner = owner

    def annotation(self, node: Node, name: str) -> str:
        """Return a type as a Python annotation.

        Args:
            node: The type.
            name: The parameter or field that has it.
        """
        kind, text = node.type, text_of(node)
        children = node.named_children
        if kind in ("type_annotation", "parenthesized_type", "constraint", "default_type"):
            return self.annotation(children[0], name)
        if text == "number":
            return "float" if FRACTION.search(name.lower()) else "int"
        if text in NAMES:
            return NAMES[text]
        if text in JAVASCRIPT:
            return "Any"
        if kind == "literal_type":
            return f"Literal[{text}]"
        if kind == "array_type":
            one = name.removesuffix("s") if children[0].type == "object_type" else name
            return f"list[{self.annotation(children[0], one)}]"
        if kind == "tuple_type":
            return f"list[{self._union(children, name)}]"
        if kind == "rest_type":
            return self.annotation(children[0], name).removeprefix("list[").removesuffix("]")
        if kind == "union_type":
            return self._union(_flat(node), name)
        if kind == "function_type":
            return f"Callable[[{', '.join(self.parameter_types(node))}], Any]"
        if kind == "object_type":
            return self._object(node, name)
        if kind == "generic_type":
            arguments = part_of(node, "type_arguments")
            types = ", ".join(self.annotation(item, name) for item in arguments.named_children)
            return f"{text_of(node, 'name')}[{types}]"
        if kind == "intersection_type":
            return self._extended(children, name)
        if kind in ("type_identifier", "nested_type_identifier"):
            return text.replace("_debugger", "debugger")
        raise ValueError(f"a type of an unknown kind: {kind} {text[:80]}")

    def overloads(self, nodes: list[Node]) -> list[str]:
        """Return a function's signatures: those without a callback, or all if each needs one."""
        plain = [node for node in nodes if not takes_callback(node)]
        return list(dict.fromkeys(map(self._signature, plain or nodes)))

    def _signature(self, node: Node) -> str:
        returned = part_of(node, "return_type").named_children[0]
        mark = ""
        if text_of(returned).startswith("Promise<"):
            mark, returned = "async ", returned.named_children[1].named_children[0]
        parameters = [self._parameter(parameter) for parameter in parameters_of(node)]
        if parameters:  # Chrome takes no arguments by name
            parameters.insert(len(parameters) - parameters[-1].startswith("*"), "/")
        returns = self.annotation(returned, f"{self._owner}Result")
        return f"{mark}({', '.join(parameters)}) -> {returns}"

    def member(self, node: Node, scope: Scope) -> None:
        """Put a property into a scope: an event, or a value."""
        name, declared = text_of(node, "name"), part_of(node, "type")
        text = text_of(declared).removeprefix(":").strip()
        if text.startswith(("events.Event<", "CustomChromeEvent<")):
            scope.events[name] = self._event(declared.named_children[0])
        elif declared.named_children[0].type == "object_type":
            title = capital(name)
            self._scope.classes[title] = {
                "properties": self._fields(declared.named_children[0].named_children)
            }
            scope.properties[name] = title
        else:
            kind = self.annotation(declared, name)
            optional = any(child.type == "?" for child in node.children)
            scope.properties[name] = _or_none(kind) if optional else kind

    def declaration(self, node: Node) -> None:
        """Put an interface into the scope: a dictionary, or a class where it has methods."""
        name, body = text_of(node, "name"), part_of(node, "body")
        members = [m for m in body.named_children if text_of(m, "name") not in ("", "constructor")]
        methods = [m for m in members if m.type == "method_signature"]
        generic = node.child_by_field_name("type_parameters")
        is_event = any("events.Event<" in text_of(m) for m in members)
        if not methods and not is_event and node.type != "class_declaration":
            self._scope.dicts[name] = self._fields(members)
            return
        inner = Scope()
        for member in members:
            member_name = text_of(member, "name")
            annotations = Annotations(self._scope, f"{name}{capital(member_name)}")
            if member.type == "method_signature":
                same = [m for m in methods if text_of(m, "name") == member_name]
                inner.functions[member_name] = annotations.overloads(same)
            else:
                annotations.member(member, inner)
        record: dict[str, Any] = {
            "parameters": [text_of(p, "name") for p in generic.named_children] if generic else [],
            "functions": inner.functions,
            "events": inner.events,
            "properties": inner.properties,
        }
        self._scope.classes[name] = {key: value for key, value in record.items() if value}

    def parameter_types(self, function: Node) -> list[str]:
        """Return the types of what a callback is given."""
        return [_type_of(text) for text in map(self._parameter, parameters_of(function))]

    def _parameter(self, node: Node) -> str:
        pattern, declared = part_of(node, "pattern"), part_of(node, "type")
        name = text_of(pattern)
        if pattern.type == "rest_pattern":
            name = text_of(pattern.named_children[0])
            kind = self.annotation(declared, name)
            return f"*{name}: {kind.removeprefix('list[').removesuffix(']')}"
        optional = node.type == "optional_parameter"
        kind = self.annotation(declared, name)
        return f"{name}: {_or_none(kind)} = ..." if optional else f"{name}: {kind}"

    def _event(self, node: Node) -> str:
        """An event's listener, and what else `addListener` takes."""
        arguments = part_of(node, "type_arguments")
        listener = arguments.named_children[0]
        if listener.type != "function_type":
            return "()"
        if not text_of(node).startswith("CustomChromeEvent<"):
            return f"({', '.join(map(self._parameter, parameters_of(listener)))})"
        callback, *more = parameters_of(listener)
        declared = part_of(callback, "type")
        function = declared.named_children[0]
        inner = ", ".join(map(self._parameter, parameters_of(function)))
        return "; ".join([f"({inner})", *map(self._parameter, more)])

    def _union(self, nodes: list[Node], name: str) -> str:
        kinds = list(dict.fromkeys(self.annotation(node, name) for node in nodes))
        literals = [kind[len("Literal[") : -1] for kind in kinds if kind.startswith("Literal[")]
        others = [kind for kind in kinds if not kind.startswith("Literal[")]
        if literals:
            others.insert(0, f"Literal[{', '.join(literals)}]")
        others.sort(key=lambda kind: kind == "None")
        return " | ".join(others)

    def _object(self, node: Node, name: str) -> str:
        members = [m for m in node.named_children if m.type != "comment"]
        indexes = [m for m in members if m.type == "index_signature"]
        if indexes or not members:
            kinds = {self.annotation(part_of(m, "type"), name) for m in indexes}
            return f"dict[str, {kinds.pop() if len(members) == 1 == len(kinds) else 'Any'}]"
        owner = self._owner.removeprefix("on") if self._owner.startswith("on") else self._owner
        same = name.lower().startswith(owner.lower().removesuffix("s"))
        title = capital(name) if same else capital(owner) + capital(name)
        fields = Annotations(self._scope, title)._fields(members)
        known = self._scope.dicts.setdefault(title, fields)
        while known != fields:
            title += "2"
            known = self._scope.dicts.setdefault(title, fields)
        return title

    def _fields(self, members: list[Node]) -> dict[str, str]:
        fields = {}
        for member in members:
            if not (name := text_of(member, "name")):
                continue
            optional = any(child.type == "?" for child in member.children)
            kind = self.annotation(part_of(member, "type"), name)
            fields[f"{name}?" if optional else name] = kind
        return fields

    def _extended(self, nodes: list[Node], name: str) -> str:
        """`StorageArea & {QUOTA_BYTES: …}` as a class of its own."""
        base, extra = nodes
        title = f"{capital(name)}{text_of(base)}"
        fields = self._fields(extra.named_children)
        self._scope.classes[title] = {"base": text_of(base), "properties": fields}
        return title


def _flat(node: Node) -> list[Node]:
    """The members of a union, which are nested to the left."""
    if node.type != "union_type":
        return [node]
    return [inner for child in node.named_children for inner in _flat(child)]


def _type_of(parameter: str) -> str:
    return parameter.partition(": ")[2].removesuffix(" = ...")


def _or_none(kind: str) -> str:
    return kind if kind.endswith("None") or kind == "Any" else f"{kind} | None"

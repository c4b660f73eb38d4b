"""Arguments of a call or an event, checked against the table as Chrome checks them."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable
from functools import cache
from typing import Any

from extension_toolkit.chrome_api import Table
from extension_toolkit.chrome_api.stubs import parse_signature


class ArgumentError(Exception):
    """Chrome would refuse these arguments; the message says which and why."""


class Arguments:
    """Checks arguments.

    Args:
        table: The table of Chrome's API.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    def bind(self, path: str, args: list[Any]) -> dict[str, Any]:
        """Return the arguments by the names of their parameters; those left out are missing.

        Args:
            path: The function's name behind `chrome.`.
            args: By position. As in Chrome, an optional one may be left out before others.

        Raises:
            ArgumentError: No way to call the function takes them.
        """
        member = self._table.member(path)
        problems = []
        # Null stands for a first argument that one of the ways to call the function lacks.
        for given in [args, args[1:]] if args[:1] == [None] else [args]:
            for signature in member.signatures:
                try:
                    return self._match(_parameters(signature), given, member.namespace)
                except ArgumentError as error:
                    problems.append(str(error))
        expected = " or ".join(
            s.removeprefix("async ").replace(", /", "") for s in member.signatures
        )
        raise ArgumentError(f"Error in invocation of {path}{expected}: {problems[-1]}")

    def check_event(self, path: str, args: tuple[Any, ...]) -> None:
        """Check what an event is about to give its listeners.

        Raises:
            ArgumentError: Chrome never gives these.
        """
        member = self._table.member(path)
        try:
            listener = member.signatures[0].partition("; ")[0]
            self._match(_parameters(f"{listener} -> None"), list(args), member.namespace)
        except ArgumentError as error:
            raise ArgumentError(f"chrome.{path} gives {member.signatures[0]}: {error}") from None

    def _match(
        self, parameters: list[tuple[str, ast.expr, bool]], args: list[Any], namespace: str
    ) -> dict[str, Any]:
        if not parameters:
            if args:
                raise ArgumentError(f"{len(args)} argument(s) too many")
            return {}
        (name, annotation, optional), *others = parameters
        if not args:
            if not optional:
                raise ArgumentError(f"'{name}' is missing")
            return self._match(others, args, namespace)
        if args[0] is None and optional:
            return self._match(others, args[1:], namespace)
        problem = self._problem(annotation, args[0], namespace)
        if problem is None:
            value = self._without_nulls(annotation, args[0], namespace)
            return {name: value, **self._match(others, args[1:], namespace)}
        if optional and others:
            return self._match(others, args, namespace)
        raise ArgumentError(f"error at parameter '{name}': {problem}")

    def _without_nulls(self, annotation: ast.expr, value: Any, namespace: str) -> Any:
        """A value without the fields that are null; those of data of one's own stay."""
        dicts = self._table.namespaces[namespace].get("dicts", {})
        named = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
        if not isinstance(value, dict) or not named & dicts.keys():
            return value
        return {name: item for name, item in value.items() if item is not None}

    def _problem(self, annotation: ast.expr, value: Any, namespace: str) -> str | None:
        """Why a value is not what an annotation says, or None."""
        if isinstance(annotation, ast.BinOp):
            left = self._problem(annotation.left, value, namespace)
            right = left and self._problem(annotation.right, value, namespace)
            # What is wrong inside a value says more than that it is of another type.
            return right and (left if right.startswith("invalid type") else right)
        if isinstance(annotation, ast.Constant):
            return None if value is None else _expected("null", value)
        if isinstance(annotation, ast.Attribute):  # a type of another namespace
            owner = ast.unparse(annotation.value)
            return self._named_problem(annotation.attr, value, owner)
        if isinstance(annotation, ast.Name):
            return self._named_problem(annotation.id, value, namespace)
        assert isinstance(annotation, ast.Subscript)
        outer = ast.unparse(annotation.value)
        if outer == "list":
            if not isinstance(value, list | tuple):
                return _expected("array", value)
            return self._first_problem(annotation.slice, enumerate(value), namespace, "index {}")
        if outer == "dict":
            if not isinstance(value, dict):
                return _expected("object", value)
            assert isinstance(annotation.slice, ast.Tuple)
            return self._first_problem(annotation.slice.elts[1], value.items(), namespace, "'{}'")
        if outer == "Literal":
            allowed = ast.literal_eval(annotation.slice)
            allowed = allowed if isinstance(allowed, tuple) else (allowed,)
            names = ", ".join(map(repr, allowed))
            return None if value in allowed else f"{value!r} is not one of {names}"
        return None  # a function, or a class of Chrome's

    def _first_problem(
        self, annotation: ast.expr, items: Any, namespace: str, where: str
    ) -> str | None:
        for key, item in items:
            if problem := self._problem(annotation, item, namespace):
                return f"error at {where.format(key)}: {problem}"
        return None

    def _named_problem(self, name: str, value: Any, namespace: str) -> str | None:
        if name in PLAIN:
            expected, fits = PLAIN[name]
            return None if fits(value) else _expected(expected, value)
        record = self._table.namespaces.get(namespace, {})
        if name in record.get("aliases", {}):
            return self._problem(_expression(record["aliases"][name]), value, namespace)
        if name in record.get("dicts", {}):
            return self._dict_problem(record["dicts"][name], value, namespace)
        return None

    def _dict_problem(self, fields: dict[str, str], value: Any, namespace: str) -> str | None:
        if not isinstance(value, dict):
            return _expected("object", value)
        known = {name.removesuffix("?"): kind for name, kind in fields.items()}
        for name in value:
            if name not in known:
                nearest = difflib.get_close_matches(str(name), known, 1)
                hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
                return f"unexpected property: {name!r}{hint}"
        for name, kind in known.items():
            if value.get(name) is None:  # as in Chrome, null is as good as nothing
                if f"{name}?" not in fields and not kind.endswith(("Any", "None")):
                    return f"missing required property {name!r}"
            elif problem := self._problem(_expression(kind), value[name], namespace):
                return f"error at property {name!r}: {problem}"
        return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


PLAIN: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "str": ("string", lambda value: isinstance(value, str)),
    "bool": ("boolean", lambda value: isinstance(value, bool)),
    "int": ("integer", lambda value: _is_number(value) and float(value).is_integer()),
    "float": ("number", _is_number),
    "bytes": ("binary", lambda value: isinstance(value, bytes | bytearray)),
    "Any": ("any", lambda value: True),
    "None": ("null", lambda value: value is None),
}


def _expected(expected: str, value: Any) -> str:
    return f"invalid type: expected {expected}, found {type(value).__name__}"


@cache
def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


@cache
def _parameters(signature: str) -> list[tuple[str, ast.expr, bool]]:
    """Name, annotation and whether it may be left out, of each parameter."""
    arguments = parse_signature(signature).args
    named = [*arguments.posonlyargs, *arguments.args]
    first_optional = len(named) - len(arguments.defaults)
    return [
        (argument.arg, argument.annotation or ast.Name("Any"), index >= first_optional)
        for index, argument in enumerate(named)
    ]

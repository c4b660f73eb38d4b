"""The table of Clerk's features tells the truth."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import clerk

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "clerk-features.md"
TEST_LINK = re.compile(r"\[`(test_\w+)`\]\(\.\./(tests/[\w/]+\.py)\)")
NAME = re.compile(r"`([\w.]+)(?:\(([\w, ]*)\))?`")


def rows() -> Iterator[list[str]]:
    """Yield the cells of each row: Clerk's name, ours, the word about it, the tests."""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("|") and not line.startswith(("| Clerk |", "|---")):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def public_objects() -> dict[str, Any]:
    """Return what the package defines, by its name and by its name with the module's."""
    objects: dict[str, Any] = {}
    for info in pkgutil.walk_packages(clerk.__path__, "clerk."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if getattr(value, "__module__", None) == info.name:
                objects[name] = objects[f"{info.name}.{name}"] = value
    return objects


OBJECTS = public_objects()
CLAIMS = [claim for row in rows() for claim in NAME.findall(row[1])]
LINKS = sorted({link for row in rows() for link in TEST_LINK.findall(row[3])})


@pytest.mark.parametrize(("name", "parameters"), CLAIMS)
def test_names_exist(name: str, parameters: str) -> None:
    """Each name in the table is there, and takes the arguments that it is said to take."""
    value = OBJECTS.get(name)
    if value is None:
        owner, _, member = name.rpartition(".")
        assert owner in OBJECTS, f"there is no {name}"
        value = inspect.getattr_static(OBJECTS[owner], member, None)
        assert value is not None or is_declared(OBJECTS[owner], member), f"there is no {name}"
    if parameters:
        taken = inspect.signature(value).parameters
        assert set(parameters.split(", ")) <= taken.keys(), f"{name} takes {', '.join(taken)}"


def is_declared(owner: type, member: str) -> bool:
    """Return whether a class says that its objects have an attribute, or sets one."""
    if any(member in vars(base).get("__annotations__", {}) for base in owner.__mro__):
        return True
    return any(f"self.{member}" in inspect.getsource(b) for b in owner.__mro__[:-1])


@pytest.mark.parametrize(("test", "path"), LINKS)
def test_linked_tests_exist(test: str, path: str) -> None:
    """Each test that the table names is in the file that it links to."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    assert test in [node.name for node in tree.body if isinstance(node, functions)]


def test_every_feature_is_shown_or_excused() -> None:
    """What is supported names a test; what is not says why."""
    for clerks, _, word, tests in rows():
        if word.startswith(("Yes", "Better: ")):
            assert TEST_LINK.search(tests), f"{clerks}: no test"
        else:
            assert word.startswith(("No: ", "Other: ")), f"{clerks}: {word!r}"

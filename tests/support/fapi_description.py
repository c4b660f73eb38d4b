"""Clerk's OpenAPI description of the Frontend API, to check answers against where it is at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

DESCRIPTION = Path(__file__).parents[3] / "shared/design/clerk/fapi-openapi-subset.yml"
MISSING = f"Clerk's description is not here; put it at {DESCRIPTION}"
# Our names for parts of a path, where they differ.
RENAMED = {"{template}": "{template_name}", "{request_id}": "{request_id}"}
# The description demands a client in every answer of its own, and gives these none.
CLIENT_SCHEMA = {"$ref": "#/components/schemas/Client.Client-2"}


def with_null(schema: Any) -> Any:
    """Return an OpenAPI 3.0 schema as JSON Schema: `nullable` becomes a choice."""
    if isinstance(schema, list):
        return [with_null(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: with_null(value) for name, value in schema.items() if name != "nullable"}
    return {"anyOf": [{"type": "null"}, plain]} if schema.get("nullable") is True else plain


@cache
def description() -> dict[str, Any]:
    """Return the description."""
    yaml = pytest.importorskip("yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(DESCRIPTION.read_text("utf-8"), loader)
    return loaded


@cache
def schemas() -> Any:
    """Return all schemas by name."""
    return with_null(description()["components"]["schemas"])


def describes(method: str, path: str) -> bool:
    """Return whether the description has an endpoint."""
    return method.lower() in description()["paths"].get(_path(path), {})


def response_schema(method: str, path: str, status: int) -> Any:
    """Return the schema of an endpoint's answer; an empty one allows anything."""
    answer = description()["paths"][_path(path)][method.lower()]["responses"][str(status)]
    if "$ref" in answer:
        answer = description()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    content = answer.get("content", {})
    return with_null(content["application/json"]["schema"]) if content else {}


def validate(body: Any, schema: Any) -> None:
    """Raise `jsonschema.ValidationError` unless a body is as a schema says."""
    jsonschema = pytest.importorskip("jsonschema")
    document = {"allOf": [schema], "components": {"schemas": schemas()}}
    errors = jsonschema.Draft202012Validator(document).iter_errors(body)
    # The one that lies deepest tells what is wrong; the first would show the whole answer.
    if error := jsonschema.exceptions.best_match(errors):
        raise error


def validate_error(body: Any) -> None:
    """Raise `jsonschema.ValidationError` unless a body is an error envelope."""
    validate(body, {"$ref": "#/components/schemas/ClerkErrors"})


def _path(path: str) -> str:
    for ours, theirs in RENAMED.items():
        path = path.replace(ours, theirs)
    return path

"""Checking what comes from outside against the types of dataclasses."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

Checked = TypeVar("Checked")

# For dataclasses whose members are all known.
CLOSED = ConfigDict(extra="forbid")
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]


def from_json(kind: type[Checked], text: str | bytes) -> Checked:
    """Return an object of a dataclass from JSON whose values have exactly the right types.

    Raises:
        pydantic.ValidationError: They do not; see `explained`.
    """
    checked: Checked = TypeAdapter(kind).validate_json(text, strict=True)
    return checked


def from_form(kind: type[Checked], values: dict[str, Any]) -> Checked:
    """Return an object of a dataclass from the texts of a form; errors as for `from_json`."""
    checked: Checked = TypeAdapter(kind).validate_python(values)
    return checked


def explained(error: ValidationError) -> str:
    """Return what is wrong, each with the member it is about, such as `users[1].password`."""
    problems = error.errors(include_url=False)
    return "; ".join(f"{_place(problem['loc'])}{_message(problem)}" for problem in problems)


def _place(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return f"{path}: " if path else ""


def _message(problem: Any) -> str:
    if problem["type"] == "unexpected_keyword_argument":
        return "there is no such member"
    if problem["type"] == "missing":
        return "it is missing"
    message: str = problem["msg"]
    return message[:1].lower() + message[1:]

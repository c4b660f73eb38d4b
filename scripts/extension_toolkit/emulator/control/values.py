"""What callers of the control API send: JSON, or the page's forms."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qs

from pydantic import ValidationError
from starlette.requests import Request

from ..http.bodies import FORM_TYPE
from ..http.faults import Fault
from ..settings import Settings
from ..validation import Checked, explained, from_form, from_json

# The key of the instance depends on it.
FIXED_SETTINGS = frozenset({"production"})
LISTS = frozenset({"social", "enterprise_domains", "pwned_passwords", "allowed_origins"})


class ControlError(Exception):
    """A request that cannot be carried out.

    Args:
        message: What is wrong with it.
        status: HTTP status to answer with.
    """

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Values:
    """The members of a JSON object, or the texts of a form."""

    values: dict[str, Any]
    is_form: bool


async def read_values(request: Request) -> Values:
    """Return what a request carries.

    Raises:
        ControlError: It is neither a JSON object nor a form.
    """
    body = await request.body()
    if request.headers.get("content-type", "").startswith(FORM_TYPE):
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        fields.pop("from", None)
        return Values({name: texts[-1] for name, texts in fields.items()}, True)
    try:
        values = json.loads(body or b"{}")
    except ValueError as error:
        raise ControlError("The body is not JSON.") from error
    if not isinstance(values, dict):
        raise ControlError("The body has to be a JSON object.")
    return Values(values, False)


async def read_fault(request: Request) -> Fault:
    """Return the fault that a request describes.

    Raises:
        ControlError: It describes none.
    """
    return _checked(Fault, await read_values(request))


def changed_settings(settings: Settings, wanted: Values) -> Settings:
    """Return settings with some changed.

    Raises:
        ControlError: One does not exist, cannot change, or has a value that it cannot have.
    """
    if fixed := FIXED_SETTINGS & wanted.values.keys():
        raise ControlError(f"{', '.join(fixed)}: it cannot change while the emulator runs")
    values = dict(wanted.values)
    if wanted.is_form:
        for name in LISTS & values.keys():
            values[name] = values[name].replace(",", " ").split()
        if values.get("allowed_origins") == []:
            values["allowed_origins"] = None  # any
    return _checked(Settings, Values({**asdict(settings), **values}, wanted.is_form))


def _checked(kind: type[Checked], values: Values) -> Checked:
    try:
        if values.is_form:
            # A field that was left empty stands for the default.
            filled = {name: value for name, value in values.values.items() if value != ""}
            return from_form(kind, filled)
        return from_json(kind, json.dumps(values.values, default=list))
    except ValidationError as error:
        raise ControlError(explained(error)) from error

"""Parameters of requests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qs

from ..errors import ApiError
from ..json_types import JsonObject

MAXIMUM_FIELDS = 1000


class Parameters:
    """Query or body parameters. An empty value means null, a repeated name an array."""

    def __init__(self, values: Mapping[str, list[str]]) -> None:
        self.values = dict(values)

    @classmethod
    def parse(cls, encoded: str) -> Parameters:
        """Return the parameters of form-urlencoded text.

        Raises:
            ApiError: There are far too many.
        """
        try:
            return cls(parse_qs(encoded, keep_blank_values=True, max_num_fields=MAXIMUM_FIELDS))
        except ValueError as error:
            raise ApiError("request_body_invalid", "There are too many parameters.") from error

    def __contains__(self, name: object) -> bool:
        return name in self.values

    def get(self, name: str) -> str | None:
        """Return the last value of a parameter, or None when it is absent or empty."""
        return (self.values.get(name) or [""])[-1] or None

    def require(self, name: str) -> str:
        """Return a parameter.

        Raises:
            ApiError: It is absent (`form_param_missing`) or empty (`form_param_nil`).
        """
        value = self.get(name)
        if value is None:
            raise ApiError("form_param_nil" if name in self else "form_param_missing", param=name)
        return value

    def json_object(self, name: str) -> JsonObject:
        """Return a parameter that holds a JSON object as text; an empty one is an empty object.

        Raises:
            ApiError: It is anything else (`form_param_format_invalid`).
        """
        try:
            value = json.loads(self.get(name) or "{}")
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise ApiError("form_param_format_invalid", "It is not a JSON object.", param=name)
        return value

    def number(self, name: str, default: int) -> int:
        """Return a parameter that is a number, not negative.

        Raises:
            ApiError: It is anything else (`form_param_value_invalid`).
        """
        text = self.get(name)
        if text is None:
            return default
        if not text.isdecimal():
            raise ApiError("form_param_value_invalid", param=name)
        return int(text)

    def flag(self, name: str) -> bool:
        """Return whether a parameter is `1` or `true`."""
        return self.get(name) in {"1", "true"}

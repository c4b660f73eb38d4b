"""Error answers, and the envelope they travel in."""

from __future__ import annotations

import secrets

from .error_catalogue import CATALOGUE
from .json_types import JsonObject


class ApiError(Exception):
    """An error answer.

    Args:
        code: A code of `CATALOGUE`, or any other together with `status`.
        long_message: Replaces the catalogue's long message.
        status: Replaces the catalogue's HTTP status.
        param: The request parameter at fault.
        meta: More members of the error's `meta`.
        retry_after: Value of `Retry-After`, seconds.
    """

    def __init__(
        self,
        code: str,
        long_message: str | None = None,
        *,
        status: int | None = None,
        param: str | None = None,
        meta: JsonObject | None = None,
        retry_after: int | None = None,
    ) -> None:
        known_status, message, known_long = CATALOGUE.get(code, (500, "Error", "An error."))
        super().__init__(f"{code}: {long_message or known_long}")
        self.code = code
        self.status = known_status if status is None else status
        self.message = message
        self.long_message = long_message or known_long
        self.meta = {**({"param_name": param} if param else {}), **(meta or {})}
        self.retry_after = retry_after

    def as_json(self) -> JsonObject:
        """Return the error as verifications carry it."""
        return {
            "message": self.message,
            "long_message": self.long_message,
            "code": self.code,
            "meta": self.meta,
        }

    def body(self) -> JsonObject:
        """Return the error envelope."""
        return {"errors": [self.as_json()], "clerk_trace_id": secrets.token_hex(16)}

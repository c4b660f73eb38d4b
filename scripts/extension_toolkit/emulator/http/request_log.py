"""The request log, which keeps passwords, codes and tokens out."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from ..json_types import JsonObject

Parameters = Mapping[str, list[str]]

CAPACITY = 5000
MASK = "***"
HIDDEN = frozenset({"code", "ticket"})
TOKENS = frozenset(
    {
        "__clerk_db_jwt",
        "__dev_session",
        "token",
        "expired_token",
        "captcha_token",
        "rotating_token_nonce",
    }
)
# How much of a token's signature is shown, enough to tell two tokens apart.
SHOWN_LENGTH = 8


@dataclass
class RequestRecord:
    """One request to the Frontend API.

    Attributes:
        time: When it came, seconds since the epoch by the instance's clock.
        method: Effective HTTP method, after `_method`.
        path: Path without the query.
        query: Query parameters, masked.
        form: Body parameters, masked.
        headers: Headers by lower-case name, masked.
        origin: The `Origin` header, or None.
        credential: End of the client token that was presented, or "".
        status: HTTP status of the answer; None while there is none.
        duration: From the whole request to the start of the answer, seconds.
        fault: Whether a fault was used on it.
        error: What went wrong inside the emulator, or "".
    """

    time: float
    method: str
    path: str
    query: dict[str, list[str]]
    form: dict[str, list[str]]
    headers: dict[str, str]
    origin: str | None = None
    credential: str = ""
    status: int | None = None
    duration: float | None = None
    fault: bool = False
    error: str = ""

    def to_json(self) -> JsonObject:
        """Return the record as a JSON object."""
        return asdict(self)


class RequestLog:
    """The latest requests, oldest first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: deque[RequestRecord] = deque(maxlen=CAPACITY)

    def add(self, record: RequestRecord) -> None:
        """Append a record; the oldest gives way when the log is full."""
        with self._lock:
            self._records.append(record)

    def clear(self) -> None:
        """Forget all requests."""
        with self._lock:
            self._records.clear()

    def records(self) -> list[RequestRecord]:
        """Return the records of now."""
        with self._lock:
            return list(self._records)


def shorten(token: str) -> str:
    """Return the end of a token, which is no use to anybody."""
    return f"…{token[-SHOWN_LENGTH:]}" if token else ""


def masked(parameters: Parameters) -> dict[str, list[str]]:
    """Return parameters without their secrets; empty values stay visible as such."""
    return {name: [_masked(name, value) for value in values] for name, values in parameters.items()}


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers without their secrets; a scheme such as `Bearer` stays visible."""
    shown = dict(headers)
    if "authorization" in shown:
        scheme, space, token = shown["authorization"].rpartition(" ")
        shown["authorization"] = f"{scheme}{space}{shorten(token)}"
    if "cookie" in shown:
        shown["cookie"] = MASK
    return shown


def _masked(name: str, value: str) -> str:
    if "password" in name or name in HIDDEN:
        return MASK if value else ""
    return shorten(value) if name in TOKENS else value

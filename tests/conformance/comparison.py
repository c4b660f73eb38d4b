"""What differs between the requests of the two clients."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from extension_toolkit.emulator import RequestRecord

# Headers that Chrome adds by itself.
CHROMES = {"accept", "accept-encoding", "accept-language", "connection", "content-length", "host",
           "priority", "user-agent"}  # fmt: skip
# Objects, extensions and tokens are others for each client.
ID = re.compile(r"\b([a-z]+)_[0-9A-Za-z]{20,}\b|(?<=chrome-extension://)[a-p]{32}")
TOKEN = re.compile(r"…\S+")

Fields: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Request:
    """A request without what is different each time."""

    name: str  # method and path
    fields: Mapping[str, str]  # query, header and body, by such as `query debug`


@dataclass(frozen=True)
class Finding:
    """Something in which the two clients differ.

    Attributes:
        step: Of the scenario.
        request: Method and path, such as `GET /v1/client`.
        part: `request` for one that only one client sends, else such as `query debug`,
            `header cache-control`, `body intent`.
        official, ours: The values; None where the client does not send it.
    """

    step: str
    request: str
    part: str
    official: str | None
    ours: str | None


def normalised(record: RequestRecord) -> Request:
    """Return a request of the emulator's log in the form that is compared."""
    fields = {f"query {name}": ", ".join(values) for name, values in record.query.items()}
    fields |= {f"body {name}": ", ".join(values) for name, values in record.form.items()}
    fields |= {
        f"header {name}": value
        for name, value in record.headers.items()
        if name not in CHROMES and not name.startswith("sec-")
    }
    return Request(
        f"{record.method} {_without_ids(record.path)}",
        {name: _without_ids(value) for name, value in fields.items()},
    )


def _without_ids(text: str) -> str:
    return ID.sub(lambda found: f"{found[1]}_…" if found[1] else "…", TOKEN.sub("…", text))


def compared(
    step: str, official: Iterable[RequestRecord], ours: Iterable[RequestRecord]
) -> Iterator[Finding]:
    """Yield each difference in what the clients sent during a step of the scenario.

    A request is set beside the other client's first one with the same method and path that is
    not set beside another.
    """
    left = dict(enumerate(map(normalised, ours)))
    last = -1
    for request in map(normalised, official):
        place = next((n for n, other in left.items() if other.name == request.name), None)
        if place is None:
            yield Finding(step, request.name, "request", "sent", None)
            continue
        if place < last:
            yield Finding(step, request.name, "order", "later", "earlier")
        last = place
        yield from _different_parts(step, request, left.pop(place))
    for request in left.values():
        yield Finding(step, request.name, "request", None, "sent")


def _different_parts(step: str, official: Request, ours: Request) -> Iterator[Finding]:
    for part in sorted(official.fields.keys() | ours.fields.keys()):
        values = official.fields.get(part), ours.fields.get(part)
        if values[0] != values[1]:
            yield Finding(step, official.name, part, *values)

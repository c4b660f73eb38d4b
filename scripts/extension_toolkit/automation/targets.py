"""What Chrome runs, and what that writes to its console."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Target:
    """A page or worker that Chrome runs.

    Attributes:
        console: What it wrote to its console, uncaught errors included.
        is_stopped: For a service worker: whether Chrome stopped it. It is the same target when it
            runs again.
        stops: How often Chrome stopped it.
    """

    id: str
    type: str
    url: str
    session: str | None = None
    is_stopped: bool = False
    stops: int = 0
    console: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ConsoleEntry:
    """What a script wrote to a console, or Chrome about it.

    Attributes:
        target: The page or worker.
        level: `log`, `warning`, `error` and so on, as Chrome names them, or `uncaught`.
        text: What was written.
        origin: Of the script, such as `chrome-extension://…`: that of a content script is not that
            of its page.
    """

    target: Target
    level: str
    text: str
    origin: str

    def __str__(self) -> str:
        return f"[{self.target.type} {self.target.url}] {self.level}: {self.text}"


def origin_of(url: str) -> str:
    """Return the origin of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def describe_values(values: list[dict[str, Any]]) -> str:
    """Return the arguments of a `console` method as text.

    Source: https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#type-RemoteObject
    """
    return " ".join(map(_describe, values))


def describe_exception(details: dict[str, Any]) -> str:
    """Return what JavaScript threw as text."""
    text: str = details.get("exception", {}).get("description") or details["text"]
    return text


def _describe(value: dict[str, Any]) -> str:
    if "value" in value:
        return str(value["value"])
    if preview := value.get("preview"):
        return _describe_preview(preview)
    return str(value.get("unserializableValue", value.get("description", value["type"])))


def _describe_preview(preview: dict[str, Any]) -> str:
    """An object or array, one level deep, as the console shows it while folded."""
    if preview.get("subtype") not in (None, "array"):
        return str(preview.get("description", ""))
    is_array = preview.get("subtype") == "array"
    items = [
        str(item.get("value", "")) if is_array else f"{item['name']}: {item.get('value', '')}"
        for item in preview["properties"]
    ]
    more = ["…"] if preview.get("overflow") else []
    text = ", ".join([*items, *more])
    return f"[{text}]" if is_array else f"{{{text}}}"

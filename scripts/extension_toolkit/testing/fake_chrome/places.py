"""What each place has for itself.

Handlers of messages and ports are kept in module globals. In Chrome every page and content script
has its own; here one process plays all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from .context import Context, Kind, current

T = TypeVar("T")


class ByPlace(Generic[T]):
    """A list that is another one in each place.

    Args:
        background: What the background has.
    """

    def __init__(self, background: Iterable[T]) -> None:
        self._entries: dict[Context | None, list[T]] = {None: list(background)}

    def places(self, kind: Kind) -> list[Context]:
        """Return the places of a kind, other than the background, that have something."""
        return [place for place in self._entries if place and place.kind == kind]

    def append(self, entry: T) -> None:
        self._entries.setdefault(_key(), []).append(entry)

    def __iter__(self) -> Iterator[T]:
        return iter(list(self._entries.get(_key(), [])))

    def __len__(self) -> int:
        return len(self._entries.get(_key(), []))


def _key() -> Context | None:
    place = current()
    return None if place is None or place.kind == "background" else place

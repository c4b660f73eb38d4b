"""What the API sent, read by Clerk's camelCase names."""

from __future__ import annotations

from .encoding import snake_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Data:
    """An object as the API sent it: `data.imageUrl` reads `image_url`.

    Args:
        data: What was sent.

    Attributes:
        OPTIONAL: Names on the wire of fields that may be absent; they read as None.
    """

    OPTIONAL: tuple[str, ...] = ()

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name in ("data", "clerk"):
            raise AttributeError(name)
        field = snake_case(name)
        if field in self.data:
            return self.data[field]
        if field in self.OPTIONAL:
            return None
        raise AttributeError(f"{type(self).__name__} has no {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.data == self.data

    def __hash__(self) -> int:
        return hash(self.data.get("id"))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.data.get('id')}>"


class Tree(Data):
    """Data whose objects are read in the same way, such as `settings.attributes.phoneNumber`."""

    def __getattr__(self, name: str) -> Any:
        return _branch(super().__getattr__(name))


def _branch(value: Any) -> Any:
    if isinstance(value, dict):
        return Tree(value)
    return [_branch(item) for item in value] if isinstance(value, list) else value

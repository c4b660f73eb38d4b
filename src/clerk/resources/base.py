"""What all resources have in common: reading what was sent, and requests for more."""

from __future__ import annotations

from ..data import Data
from ..encoding import quote, snake_case
from ..errors import ClerkRuntimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from ..clerk import Clerk


class Unset:
    """The type of `UNSET`: an argument that was not given, where None means something."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Resource(Data):
    """Something that the API keeps.

    Args:
        data: What the API sent.
        clerk: The client that it belongs to; requests go through it.
    """

    PATH = ""

    def __init__(self, data: dict[str, Any], clerk: Clerk) -> None:
        super().__init__(data)
        self.clerk = clerk

    def _path(self, action: str = "") -> str:
        path = f"{self.PATH}/{quote(self.data['id'])}"
        return f"{path}/{action}" if action else path

    async def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Self:
        """Send a request whose answer is about the same kind of resource."""
        return type(self)(await self.clerk.fetch(method, path, body), self.clerk)

    async def reload(self) -> Self:
        """Ask the API how it is now.

        Raises:
            ClerkError: There was no answer, or it is gone.
        """
        return type(self)(await self.clerk.fetch("GET", self._path(), reload=True), self.clerk)


class Page:
    """A part of a list.

    Attributes:
        data: The resources.
        total_count: How many there are in all, under the name that Clerk has for it.
    """

    def __init__(self, data: list[Any], total_count: int) -> None:
        self.data = data
        self.total_count = total_count


async def fetch_page(
    clerk: Clerk,
    path: str,
    make: Callable[[dict[str, Any], Clerk], Any],
    initialPage: int,
    pageSize: int,
    reload: bool = False,
    **filters: Any,
) -> Page:
    """Return a page of a list.

    Args:
        clerk: The client.
        path: Of the list.
        make: Makes a resource of each item.
        initialPage: Which page, from 1.
        pageSize: How many resources a page has.
        reload: Whether to take over the client that comes with the answer.
        **filters: More for the query; None is left out.
    """
    query = {snake_case(name): value for name, value in filters.items() if value is not None}
    query |= {"limit": str(pageSize), "offset": str((initialPage - 1) * pageSize)}
    found = await clerk.fetch("GET", path, query=query, reload=reload)
    items = found.get("data")
    if not isinstance(items, list):
        raise no_answer()
    return Page([make(item, clerk) for item in items], found.get("total_count") or len(items))


def given(**fields: Any) -> dict[str, Any]:
    """Return the fields that are not None: those that were given."""
    return {name: value for name, value in fields.items() if value is not None}


def response_of(payload: Any, kind: type | tuple[type, ...] = dict) -> Any:
    """Return what an answer says about the resource that was asked for.

    Args:
        payload: What the API sent.
        kind: What that has to be: a resource, a list, or nothing (`type(None)`).

    Raises:
        ClerkRuntimeError: This is no answer of the API, such as a proxy's page with status 200;
            code `unknown_answer`.
    """
    if isinstance(payload, dict) and "response" in payload:
        response = payload["response"]
        if isinstance(response, kind):
            return response
    raise no_answer()


def passkey_module() -> Any:
    """Return `clerk.resources.passkey`, which extensions without passkeys go without.

    Raises:
        ClerkRuntimeError: The build left it out (`passkeys_not_bundled`).
    """
    try:
        from . import passkey
    except ImportError:
        raise ClerkRuntimeError(
            "clerk.resources.passkey is not in this extension: the build adds it where code in "
            "src/ names authenticateWithPasskey, createPasskey, passkeys or verifyWithPasskey",
            "passkeys_not_bundled",
        ) from None
    return passkey


def no_answer() -> ClerkRuntimeError:
    return ClerkRuntimeError("this is no answer of Clerk's Frontend API", "unknown_answer")

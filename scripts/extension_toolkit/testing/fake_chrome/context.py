"""Who calls: a page of the extension, its background, a content script, a web page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from .chrome import FakeChrome

Kind = Literal["background", "page", "content_script", "other"]

_current: ContextVar[Context | None] = ContextVar("context", default=None)


class Context:
    """One place that code of or around the extension runs in.

    `await context.runtime.sendMessage(…)` calls Chrome's API from there; inside
    `with context.entered():`, so does whatever code runs.

    Attributes:
        kind: What sort of place it is.
        sender: How Chrome describes it to those whom it sends messages.
    """

    def __init__(self, chrome: FakeChrome, kind: Kind, sender: dict[str, Any]) -> None:
        self._chrome = chrome
        self.kind = kind
        self.sender = sender

    @contextmanager
    def entered(self) -> Iterator[Context]:
        """Have the code inside the block run in this place."""
        token = _current.set(self)
        try:
            yield self
        finally:
            _current.reset(token)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Member(self, name)


class _Member:
    """A member of `chrome`, as seen from a context."""

    def __init__(self, context: Context, path: str) -> None:
        self._context = context
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        member = _Member(self._context, f"{self._path}.{name}")
        with self._context.entered():
            real = member._real()
        return real if isinstance(real, str | int | float | bool) else member

    async def __call__(self, *args: Any, **options: Any) -> Any:
        with self._context.entered():
            return await self._real()(*args, **options)

    def addListener(self, *args: Any) -> Any:
        return self._real().addListener(*args)

    def removeListener(self, *args: Any) -> Any:
        return self._real().removeListener(*args)

    def _real(self) -> Any:
        """The same member of the package that the extension's code imports."""
        import chrome

        found: Any = chrome
        for name in self._path.split("."):
            found = getattr(found, name)
        return found


def current() -> Context | None:
    """Return where the running code runs; None stands for the background."""
    return _current.get()

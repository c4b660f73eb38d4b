"""Events: who listens, and what a listener does."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .namespace import NotFakedError
from .values import copied

if TYPE_CHECKING:
    from .chrome import FakeChrome


class Events:
    """Gives events to the listeners that the extension's code added.

    Args:
        chrome: The whole that it belongs to.

    Attributes:
        errors: What listeners and spawned coroutines raised, and nobody caught.
    """

    def __init__(self, chrome: FakeChrome) -> None:
        self._chrome = chrome
        self._tasks: set[asyncio.Future[Any]] = set()
        self.errors: list[BaseException] = []

    def fire(self, path: str, args: tuple[Any, ...]) -> list[asyncio.Future[Any]]:
        """Call each listener in the background, in its turn of the loop; return what to wait for.

        Raises:
            ArgumentError: Chrome never gives the event such values.
        """
        self._chrome.arguments.check_event(path, args)
        from chrome import _api

        with self._chrome.background.entered():
            return [
                self.start_listener(callback, copied(args, path))
                for event, filters, callback in list(_api.listeners)
                if event == path and fits(filters, args)
            ]

    def start_listener(self, callback: Any, args: Sequence[Any]) -> asyncio.Future[Any]:
        """Call a function, `async` or not, in its turn of the loop, and keep what it raises."""
        return self.start(self._call(callback, args))

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Future[Any]:
        """Start a coroutine, and know of it until it ends."""
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def report(self, task: asyncio.Future[Any]) -> None:
        """Keep what a task raises among the errors that nobody caught."""
        task.add_done_callback(self._keep_error)

    async def idle(self) -> None:
        """Wait until all that was started has ended, but for what sleeps.

        Raises:
            BaseException: What nobody caught; where there is more, in a group.
        """
        while pending := [task for task in self._tasks if task is not asyncio.current_task()]:
            done, _ = await asyncio.wait(pending, timeout=0.05)
            if not done and not self._chrome.network.is_busy:
                break
        self.raise_errors()

    def raise_errors(self) -> None:
        """Raise what nobody caught, once."""
        errors, self.errors = self.errors, []
        if len(errors) == 1:
            raise errors[0]
        if errors:
            raise BaseExceptionGroup("errors that nobody caught", errors)

    async def close(self) -> None:
        """End what still runs, as Chrome does when it closes a page."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _call(self, callback: Any, args: Sequence[Any]) -> None:
        try:
            result = callback(*args)
            if inspect.isawaitable(result):
                await result
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            self.errors.append(error)

    def _keep_error(self, task: asyncio.Future[Any]) -> None:
        if not task.cancelled() and (error := task.exception()):
            self.errors.append(error)


def fits(filters: list[Any], args: tuple[Any, ...]) -> bool:
    """Return whether an event passes a listener's filters: by `url`, as in `webNavigation`."""
    wanted = filters[0].get("url") if filters and isinstance(filters[0], dict) else None
    if wanted is None:
        return True
    address = urlsplit(args[0].get("url", ""))
    parts = {"host": address.hostname or "", "path": address.path, "query": address.query,
             "url": address.geturl()}  # fmt: skip
    return any(all(_fits(kind, text, parts) for kind, text in one.items()) for one in wanted)


def _fits(kind: str, text: Any, parts: dict[str, str]) -> bool:
    part = next((name for name in parts if kind.startswith(name)), None)
    tests = {"Contains": str.__contains__, "Equals": str.__eq__, "Prefix": str.startswith,
             "Suffix": str.endswith}  # fmt: skip
    test = tests.get(kind.removeprefix(part or ""))
    if part is None or test is None:
        raise NotFakedError(f"the fake chrome has no filter {kind!r} for events")
    return bool(test(parts[part], text))

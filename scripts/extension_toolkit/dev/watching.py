"""Which files of a project changed since one looked last."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

STEP = 50  # milliseconds of quiet after which changes are told together


class Watcher:
    """Watch `src/`, and beside it `pyproject.toml` and the environment files; nothing else.

    What a build writes and what the browser keeps lies elsewhere, so that a build never causes the
    next one.

    Args:
        root: The project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._changed: queue.Queue[set[Path]] = queue.Queue()
        self._end = threading.Event()
        self._threads = [
            threading.Thread(target=self._watch, args=arguments, daemon=True)
            for arguments in ((root / "src", DefaultFilter(), True), (root, _Settings(), False))
        ]
        for thread in self._threads:
            thread.start()

    def changes(self, timeout: float) -> set[Path]:
        """Return the files that changed since the last call.

        Args:
            timeout: Seconds to wait for the first one, at the most.
        """
        try:
            changed = self._changed.get(timeout=timeout)
        except queue.Empty:
            return set()
        while not self._changed.empty():
            changed |= self._changed.get()
        return changed

    def close(self) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _watch(self, folder: Path, watch_filter: DefaultFilter, recursive: bool) -> None:
        found: Iterable[set[tuple[Change, str]]] = watch(
            folder,
            watch_filter=watch_filter,
            recursive=recursive,
            step=STEP,
            stop_event=self._end,
        )
        for changes in found:
            self._changed.put({Path(path) for _, path in changes})


class _Settings(DefaultFilter):
    """The files beside `src/` that a build reads."""

    def __call__(self, change: Change, path: str) -> bool:
        name = Path(path).name
        is_setting = name == "pyproject.toml" or name.startswith(".env")
        return is_setting and super().__call__(change, path)

"""Tasks that end together."""

from asyncio.exceptions import CancelledError
from asyncio.tasks import create_task, current_task, sleep, wait


class TaskGroup:
    def __init__(self):
        self._children = []
        self._errors = []
        self._ending = False  # its block is left, or being left
        self._left_by_us = False  # the block was cancelled, since a child failed

    async def __aenter__(self):
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError("TaskGroup should be used inside a task")
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name)
        self._children.append(task)
        task.add_done_callback(self._finished)
        return task

    async def __aexit__(self, kind, error, trace):
        self._ending = True
        cancelled = error if kind is CancelledError else None
        if self._left_by_us and not self._parent.uncancel():
            cancelled = None
        if error is not None:
            self._cancel_children()
        while waiting := [child for child in self._children if not child.done()]:
            try:
                await wait(waiting)
            except CancelledError as by_others:
                cancelled = by_others
                self._cancel_children()
        await sleep(0)
        if cancelled is not None and not self._errors:
            raise cancelled
        if error is not None and kind is not CancelledError:
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None

    def _finished(self, task):
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        self._cancel_children()
        if not self._ending and not self._left_by_us:
            self._left_by_us = True
            self._parent.cancel()

    def _cancel_children(self):
        for child in self._children:
            child.cancel()

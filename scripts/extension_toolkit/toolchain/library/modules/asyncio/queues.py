"""Queues between tasks."""

from asyncio.exceptions import QueueEmpty, QueueFull
from asyncio.locks import Event, Waiting


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = []
        self._getters, self._putters, self._joiners = Waiting(), Waiting(), Event()
        self._unfinished = 0
        self._joiners.set()

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._joiners.clear()
        self._getters._wake()

    async def get(self):
        while self.empty():
            await self._getters._wait()
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._joiners.set()

    async def join(self):
        await self._joiners.wait()

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.pop(0)


class LifoQueue(Queue):
    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _get(self):
        return self._items.pop(self._items.index(min(self._items)))

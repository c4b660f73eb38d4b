"""asyncio on the page's own event loop, which always runs.

`run` therefore starts its coroutine and returns the task instead of the result. Threads,
subprocesses, sockets and streams do not exist in a page.

A page loads of this what it uses: each name brings its module when it is first asked for.
"""

from asyncio.events import (
    AbstractEventLoop,
    Handle,
    Runner,
    get_event_loop,
    get_running_loop,
    run,
)
from asyncio.exceptions import (
    BrokenBarrierError,
    CancelledError,
    InvalidStateError,
    QueueEmpty,
    QueueFull,
    TimeoutError,
)
from asyncio.futures import Future, isfuture
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Task,
    all_tasks,
    as_completed,
    create_task,
    current_task,
    ensure_future,
    gather,
    iscoroutine,
    iscoroutinefunction,
    shield,
    sleep,
    wait,
    wait_for,
)
from asyncio.timeouts import Timeout, timeout, timeout_at

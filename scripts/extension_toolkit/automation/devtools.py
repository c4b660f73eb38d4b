"""Chrome's own debugging protocol, for what WebDriver does not reach.

The service worker and the offscreen page are no windows, so WebDriver can neither run a script in
them nor see their consoles. And a service worker that restarts while a driver is attached waits
for a debugger to let it run; this one does.

Source: https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import json
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

import websocket

from .targets import ConsoleEntry, Target, describe_exception, describe_values, origin_of
from .waiting import wait_until

TIMEOUT = 10.0  # seconds
WATCHED = ("service_worker", "background_page", "page")
ENABLED = ("Inspector.enable", "Runtime.enable", "Log.enable", "Runtime.runIfWaitingForDebugger")

# One that is stopped while Chrome still stores its script may keep half of it for ever.
IS_ACTIVE = "globalThis.registration?.active?.state === 'activated'"
# One that just starts has nothing yet.
HAS_CHROME = "Boolean(globalThis.chrome?.runtime)"


class DevToolsError(Exception):
    """Chrome refused a command, or gave no answer."""


class DevTools:
    """A connection to a running Chrome.

    Args:
        url: Its `ws://` address.
        watched: The types of targets to attach to; others are left alone.

    Attributes:
        targets: The pages and workers attached to, by id.
        console: What they wrote, in the order in which it came.
        on_console: If set, called in a thread of its own with each entry as it comes.
    """

    def __init__(self, url: str, watched: tuple[str, ...] = WATCHED) -> None:
        self.watched = watched
        self.on_console: Callable[[ConsoleEntry], None] | None = None
        self.targets: dict[str, Target] = {}
        self.console: list[ConsoleEntry] = []
        self._forgotten: set[str] = set()
        self._origins: dict[tuple[str | None, int], str] = {}
        self._socket = websocket.create_connection(url, suppress_origin=True)
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.command("Target.setDiscoverTargets", discover=True)

    def close(self) -> None:
        self._socket.close()

    def command(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        """Send a command and return its result.

        Raises:
            DevToolsError: Chrome refused it or gave no answer in 10 s.
        """
        number, answer = self._send(method, session, parameters)
        try:
            message = answer.get(timeout=TIMEOUT)
        except queue.Empty:
            raise DevToolsError(f"no answer to {method}") from None
        finally:
            self._answers.pop(number, None)
        if "error" in message:
            raise DevToolsError(f"{method}: {message['error']['message']}")
        return message["result"]

    def evaluate(self, target: Target, expression: str) -> Any:
        """Return the value of a JavaScript expression in a target; a promise is awaited."""
        result = self.command(
            "Runtime.evaluate",
            self._session(target),
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            allowUnsafeEvalBlockedByCSP=False,
        )
        if "exceptionDetails" in result:
            raise DevToolsError(describe_exception(result["exceptionDetails"]))
        return result["result"].get("value")

    def find(self, type: str | None, url_part: str = "") -> list[Target]:
        """Return the targets of a type, or of all, whose address holds a text."""
        found = list(self.targets.values())
        return [t for t in found if type in (None, t.type) and url_part in t.url]

    def forget(self, target: Target) -> None:
        """Let go of a target that ended; a service worker lives on while it is attached to."""
        self._forgotten.add(target.id)
        self.targets.pop(target.id, None)
        self._send("Target.detachFromTarget", None, {"sessionId": target.session})

    def wait_for(self, type: str, url_part: str = "", timeout: float = TIMEOUT) -> Target:
        """Return the first such target as soon as there is one and it can be talked to.

        Raises:
            DevToolsError: There is none in time; the message lists what there is.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            for target in self.find(type, url_part):
                if target.session:
                    return target
            time.sleep(0.02)
        known = ", ".join(f"{t.type} {t.url}" for t in list(self.targets.values()))
        raise DevToolsError(f"no {type} {url_part!r} within {timeout} s; there are: {known}")

    def wait_for_worker(self, origin: str) -> Target:
        """Return an extension's service worker as soon as it has `chrome`.

        Args:
            origin: The extension's.

        Raises:
            DevToolsError: There is none in time.
        """
        worker = self.wait_for("service_worker", f"{origin}/")
        has_chrome = functools.partial(self.evaluate, worker, HAS_CHROME)
        _wait_until(has_chrome, "the service worker does not start")
        return worker

    def stop_workers(self) -> None:
        """Stop every service worker, as Chrome does when they are idle.

        Raises:
            DevToolsError: One does not start, or does not stop, in time.
        """
        page = self.wait_for("page")
        running = [w for w in self.find("service_worker") if w.session and not w.is_stopped]
        for worker in running:
            is_active = functools.partial(self.evaluate, worker, IS_ACTIVE)
            _wait_until(is_active, "the service worker does not start")
        stops = {w.id: w.stops for w in self.find("service_worker") if not w.is_stopped}
        self.command("ServiceWorker.enable", page.session)
        self.command("ServiceWorker.stopAllWorkers", page.session)

        def have_stopped() -> bool:  # one that something wakes at once runs again by now
            return all(w.stops != stops.get(w.id) for w in self.find("service_worker"))

        _wait_until(have_stopped, "the service worker does not stop")

    def _session(self, target: Target) -> str:
        if target.session is None:
            raise DevToolsError(f"not attached to {target.url}")
        return target.session

    def _send(
        self, method: str, session: str | None, parameters: dict[str, Any]
    ) -> tuple[int, queue.Queue[dict[str, Any]]]:
        message: dict[str, Any] = {"method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        answer: queue.Queue[dict[str, Any]] = queue.Queue()
        with self._lock:
            number = message["id"] = next(self._numbers)
            self._answers[number] = answer
            try:
                self._socket.send(json.dumps(message))
            except (websocket.WebSocketException, OSError) as error:
                raise DevToolsError("the browser was closed") from error
        return number, answer

    def _read(self) -> None:
        while True:
            try:
                message = json.loads(self._socket.recv())
            except (websocket.WebSocketException, OSError, ValueError):
                return
            if "id" in message:
                if answer := self._answers.get(message["id"]):
                    answer.put(message)
                continue
            with contextlib.suppress(DevToolsError):  # closed while it sends
                self._on_event(message["method"], message.get("sessionId"), message["params"])

    def _on_event(self, method: str, session: str | None, data: dict[str, Any]) -> None:
        """Runs in the reading thread, so it sends commands without waiting for their results."""
        if method in ("Target.targetCreated", "Target.targetInfoChanged"):
            self._on_target(data["targetInfo"])
        elif method == "Target.targetDestroyed":
            self.targets.pop(data["targetId"], None)
        elif method == "Target.attachedToTarget":
            self._on_attached(data["sessionId"], data["targetInfo"]["targetId"])
        elif method == "Inspector.targetCrashed":
            self._set_stopped(session, True)
        elif method == "Inspector.targetReloadedAfterCrash":
            self._set_stopped(session, False)
            self._resume(session)
        else:
            self._on_runtime_event(method, session, data)

    def _on_runtime_event(self, method: str, session: str | None, data: dict[str, Any]) -> None:
        if method == "Runtime.executionContextCreated":
            context = data["context"]
            self._origins[session, context["id"]] = context["origin"]
        elif method == "Runtime.consoleAPICalled":
            text = describe_values(data["args"])
            self._log(session, data["type"], text, data["executionContextId"])
        elif method == "Runtime.exceptionThrown":
            details = data["exceptionDetails"]
            context = details.get("executionContextId")
            self._log(session, "uncaught", describe_exception(details), context)
        elif method == "Log.entryAdded":
            entry = data["entry"]
            where = f" ({entry['url']})" if entry.get("url") else ""
            self._log(session, entry["level"], entry["text"] + where, None)

    def _on_target(self, info: dict[str, Any]) -> None:
        known = self.targets.get(info["targetId"])
        if known:
            known.url = info["url"]
        elif info["type"] in self.watched and info["targetId"] not in self._forgotten:
            self.targets[info["targetId"]] = Target(info["targetId"], info["type"], info["url"])
            self._send(
                "Target.attachToTarget", None, {"targetId": info["targetId"], "flatten": True}
            )

    def _on_attached(self, session: str, target_id: str) -> None:
        if target := self.targets.get(target_id):
            target.session = session
            self._resume(session)

    def _resume(self, session: str | None) -> None:
        for method in ENABLED:
            self._send(method, session, {})

    def _set_stopped(self, session: str | None, is_stopped: bool) -> None:
        for target in list(self.targets.values()):
            if target.session == session:
                target.is_stopped = is_stopped
                target.stops += is_stopped

    def _log(self, session: str | None, level: str, text: str, context: int | None) -> None:
        """Keep what was written; Chrome's own remarks on a target belong to no context in it."""
        for target in list(self.targets.values()):
            if target.session != session:
                continue
            origin = self._origins.get((session, context)) if context is not None else None
            entry = ConsoleEntry(target, level, text, origin or origin_of(target.url))
            target.console.append(f"{level}: {text}")
            self.console.append(entry)
            if self.on_console:
                self.on_console(entry)


def _wait_until(condition: Callable[[], object], failure: str) -> None:
    try:
        wait_until(condition, TIMEOUT)
    except TimeoutError:
        raise DevToolsError(failure) from None

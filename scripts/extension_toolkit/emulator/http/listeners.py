"""Uvicorn in a background thread, with listening sockets opened beforehand."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import struct
import threading
import time
from collections.abc import Sequence
from typing import Any

import uvicorn

from extension_toolkit.errors import ToolkitError

LOOPBACK = "127.0.0.1"
START_TIMEOUT = 10.0  # seconds
STOP_TIMEOUT = 10.0  # seconds
GRACE = 1  # seconds for requests in flight, after their connections were reset
# Close at once and tell the peer by a reset: linger is on, for no time.
RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class EmulatorError(ToolkitError):
    """The emulator cannot do what it was asked for."""


class Listener(uvicorn.Server):
    """A uvicorn server on an open socket whose connections can be reset.

    Args:
        config: Uvicorn's configuration.
        listening_socket: An open socket; the server closes it when it stops.
    """

    def __init__(self, config: uvicorn.Config, listening_socket: socket.socket) -> None:
        super().__init__(config)
        self.listening_socket = listening_socket

    def reset_connection(self, address: tuple[str, int]) -> None:
        """Reset the connection of a peer; call it in the server's thread only."""
        for connection in list(self.server_state.connections):
            if getattr(connection, "client", None) == address:
                _reset(connection)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening and reset all connections."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            _reset(connection)
        await super().shutdown(sockets)


class ListenerThread:
    """A thread that runs listeners until it is stopped.

    Args:
        listeners: What to run.
    """

    def __init__(self, listeners: Sequence[Listener]) -> None:
        self._listeners = listeners
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="emulator", daemon=True)

    def start(self) -> None:
        """Start the thread and wait until all listeners accept connections.

        Raises:
            EmulatorError: They do not start.
        """
        self._thread.start()
        deadline = time.monotonic() + START_TIMEOUT
        while not all(listener.started for listener in self._listeners):
            if not self._thread.is_alive() or time.monotonic() > deadline:
                self.stop()
                raise EmulatorError("The emulator did not start.") from self._failure
            time.sleep(0.002)

    def stop(self) -> None:
        """Stop the listeners and wait until they are gone.

        Raises:
            EmulatorError: They do not stop.
        """
        for listener in self._listeners:
            listener.should_exit = True
        self._thread.join(STOP_TIMEOUT)
        if self._thread.is_alive():
            raise EmulatorError("The emulator did not stop.")

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            self._failure = error

    async def _serve(self) -> None:
        await asyncio.gather(
            *(listener.serve([listener.listening_socket]) for listener in self._listeners)
        )


def listen(port: int) -> socket.socket:
    """Return a socket that is bound to a port of the loopback interface.

    Args:
        port: The port, or 0 for any free one.

    Raises:
        EmulatorError: The port is taken or may not be used; the message names it.
    """
    # Named protocol: asyncio sends small packets at once on sockets that are TCP by name only.
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # On Windows this option would let two programs share the port.
        if os.name == "posix":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((LOOPBACK, port))
        # Listening now, so that a port in use is found out here.
        opened.listen(128)
    except (OSError, OverflowError) as error:
        opened.close()
        reason = getattr(error, "strerror", None) or error
        text = str(reason).rstrip(".")
        raise EmulatorError(
            f"Port {port} of {LOOPBACK} cannot be used: {text}.",
            tip="end what uses it, or choose another port; 0 is any free one",
        ) from error
    return opened


def listen_all(ports: Sequence[int]) -> list[socket.socket]:
    """Return a socket for each port; when one cannot be had, none stays open.

    Raises:
        EmulatorError: As for `listen`.
    """
    with contextlib.ExitStack() as opened:
        sockets = [opened.enter_context(listen(port)) for port in ports]
        opened.pop_all()
    return sockets


def configuration(app: Any, **options: Any) -> uvicorn.Config:
    """Return a quiet uvicorn configuration for an ASGI application."""
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=GRACE,
        **options,
    )


def _reset(connection: Any) -> None:
    transport = connection.transport
    accepted = transport.get_extra_info("socket")
    with contextlib.suppress(OSError, AttributeError):
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    transport.abort()

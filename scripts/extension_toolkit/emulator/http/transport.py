"""HTTP of the Frontend API: reads requests, carries out faults, sends and logs answers."""

from __future__ import annotations

import time

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..state import Instance
from .exchange import Exchange
from .fault_answers import ConnectionLostError, ResetConnection, drop, fault_answer, pause
from .faults import Fault

MAXIMUM_BODY = 1 << 20
NO_FAULT = Fault()


class FrontendApi:
    """The ASGI application of the Frontend API.

    Args:
        instance: The instance it serves.

    Attributes:
        reset_connection: Resets the connection of a peer; set by the server.
    """

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self.reset_connection: ResetConnection = lambda address: None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        started = time.perf_counter()
        try:
            exchange = Exchange(self._instance, request, await _read_body(request))
        except ClientDisconnect:
            return
        try:
            response = await self._response(exchange, request)
        except ConnectionLostError:
            return
        finally:
            exchange.record.duration = time.perf_counter() - started
        # Before the answer goes out: whoever has it may read the log at once.
        exchange.record.status = response.status_code
        await response(scope, receive, send)

    async def _response(self, exchange: Exchange, request: Request) -> Response:
        record = exchange.record
        found = self._instance.faults.take(record.method, exchange.path)
        record.fault = found is not None
        fault = found or NO_FAULT
        early = exchange.response() if fault.after else None
        await pause(fault, request.receive)
        if fault.drop_connection:
            await drop(request.scope, request.receive, self.reset_connection)
        response = fault_answer(fault) if fault.replaces_answer else early or exchange.response()
        exchange.add_headers(response, fault)
        return response


async def _read_body(request: Request) -> bytes | None:
    """Return the body of a request, or None when it is too large."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAXIMUM_BODY:
            return None
    return body

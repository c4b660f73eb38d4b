"""Carrying out faults on a request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Receive, Scope

from ..error_catalogue import CODE_BY_STATUS
from ..errors import ApiError
from .faults import Fault
from .responses import error_response

# Resets the connection whose peer has this address and port.
ResetConnection = Callable[[tuple[str, int]], None]


class ConnectionLostError(Exception):
    """The connection is gone; there is nobody to answer."""


async def pause(fault: Fault, receive: Receive) -> None:
    """Wait as long as a fault says.

    Raises:
        ConnectionLostError: The caller went away meanwhile, as it must when the fault is to hang.
    """
    if not fault.hang and not fault.delay:
        return
    try:
        await asyncio.wait_for(_disconnected(receive), None if fault.hang else fault.delay)
    except TimeoutError:
        return
    raise ConnectionLostError


async def drop(scope: Scope, receive: Receive, reset: ResetConnection) -> None:
    """Reset the connection of a request.

    Raises:
        ConnectionLostError: Always, once it is gone.
    """
    host, port = scope["client"]
    reset((host, port))
    await _disconnected(receive)
    raise ConnectionLostError


def fault_answer(fault: Fault) -> Response:
    """Return the answer of a fault that has one."""
    status = fault.status or 200
    if fault.body is not None:
        return Response(fault.body, status, media_type=fault.content_type)
    if status < 400:
        return Response(status_code=status)
    code = fault.code or CODE_BY_STATUS.get(status, "internal_clerk_error")
    error = ApiError(code, "A fault that was asked for.", status=status)
    return error_response(error)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass

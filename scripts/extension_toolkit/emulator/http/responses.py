"""HTTP responses from the answers and errors of endpoints."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

from ..errors import ApiError
from .calls import Answer


def json_response(content: Any, status: int = 200) -> Response:
    """Return a response with a JSON body."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, media_type="application/json")


def error_response(error: ApiError) -> Response:
    """Return the response for an error."""
    response = json_response(error.body(), error.status)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def answer_response(answer: Answer) -> Response:
    """Return the response for an endpoint's answer."""
    if answer.media_type == "application/json":
        return json_response(answer.content, answer.status)
    headers = dict(answer.headers)
    return Response(answer.content, answer.status, headers, answer.media_type)

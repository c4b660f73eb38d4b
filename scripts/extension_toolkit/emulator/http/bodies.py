"""Reading the bodies of requests: forms, and forms or plain bytes with a picture."""

from __future__ import annotations

import base64
import binascii
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qs

from ..errors import ApiError
from .parameters import Parameters

FORM_TYPE = "application/x-www-form-urlencoded"
MULTIPART_TYPE = "multipart/form-data"
# What clients say when they send a picture as text in base64.
BINARY_TYPE = "application/octet-stream"
IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def parse_body(body: bytes, content_type: str) -> tuple[Parameters, tuple[str, bytes] | None]:
    """Return the parameters in a body, and the picture in it if there is one.

    Raises:
        ApiError: The body is of no kind that the API takes, or cannot be read.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return Parameters({}), None
    if kind == FORM_TYPE:
        try:
            return Parameters.parse(body.decode("utf-8")), None
        except UnicodeDecodeError as error:
            raise ApiError("request_body_invalid") from error
    if kind == MULTIPART_TYPE:
        return Parameters({}), _multipart_picture(body, content_type)
    if kind == BINARY_TYPE:
        return Parameters({}), _base64_picture(body)
    raise ApiError("request_body_invalid", f"The body has to be {FORM_TYPE}.")


def shown_form(body: bytes, content_type: str) -> dict[str, list[str]]:
    """Return the parameters of a form for the log; nothing of other bodies, readable or not."""
    if not content_type.lower().startswith(FORM_TYPE):
        return {}
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)


def _multipart_picture(body: bytes, content_type: str) -> tuple[str, bytes]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message: Message = BytesParser(policy=HTTP).parsebytes(head + body)
    for part in message.walk():
        if part.get_param("name", header="content-disposition") == "file":
            content = part.get_payload(decode=True)
            if part.get_content_type() in IMAGE_TYPES and isinstance(content, bytes):
                return part.get_content_type(), content
    raise ApiError("form_param_format_invalid", "It has to be a picture.", param="file")


def _base64_picture(body: bytes) -> tuple[str, bytes]:
    # A data URL, or its part after the comma.
    head, _, text = body.rpartition(b",")
    kind = head.removeprefix(b"data:").partition(b";")[0].decode("ascii", "replace")
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ApiError("form_param_format_invalid", param="file") from error
    return kind if kind in IMAGE_TYPES else "image/png", content

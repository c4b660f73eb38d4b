"""What the network gives back."""

from __future__ import annotations


class Response:
    """An HTTP response.

    Attributes:
        status: The HTTP status.
        headers: By lower-case name.
        text: The body.
    """

    def __init__(self, status: int, headers: dict[str, str], text: str) -> None:
        self.status = status
        self.headers = headers
        self.text = text

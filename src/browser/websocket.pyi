"""WebSockets.

Source: https://brython.info/static_doc/en/browser.websocket.html
"""

from collections.abc import Callable
from typing import Any

supported: bool

class WebSocket:
    readyState: int
    def __init__(self, url: str, protocols: str | list[str] = ...) -> None: ...
    def bind(self, event: str, callback: Callable[[Any], Any]) -> None: ...
    def send(self, data: str) -> None: ...
    def close(self, code: int = ..., reason: str = ...) -> None: ...
    def __getattr__(self, name: str) -> Any: ...

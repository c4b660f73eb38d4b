"""Coroutines in a page; `spawn` of `webext` starts one with its errors told as tracebacks.

Source: https://brython.info/static_doc/en/browser.aio.html
"""

from collections.abc import Awaitable, Callable, Coroutine, Generator
from typing import Any, Generic, Literal, TypeVar

from . import DOMEvent, DOMNode

T = TypeVar("T")

class HTTPRequest:
    """A finished request."""

    status: int
    statusText: str
    data: Any
    @property
    def response_headers(self) -> dict[str, str] | None: ...
    def __getattr__(self, name: str) -> Any: ...

class Future(Generic[T]):
    def __await__(self) -> Generator[Any, None, T]: ...
    def done(self) -> bool: ...
    def set_result(self, value: T) -> None: ...
    def set_exception(self, exception: BaseException) -> None: ...

def run(
    coro: Coroutine[Any, Any, T],
    onsuccess: Callable[[T], Any] = ...,
    onerror: Callable[[Exception], Any] = ...,
) -> None: ...
def sleep(seconds: float) -> Awaitable[None]: ...
def event(element: DOMNode, *names: str) -> Awaitable[DOMEvent]: ...
def ajax(
    method: str,
    url: str,
    *,
    format: Literal["text", "binary", "dataURL"] = "text",
    headers: dict[str, str] = ...,
    data: str | bytes | dict[str, Any] = ...,
    cache: bool = False,
) -> Awaitable[HTTPRequest]: ...
def get(
    url: str,
    *,
    format: Literal["text", "binary", "dataURL"] = "text",
    headers: dict[str, str] = ...,
    data: str | bytes | dict[str, Any] = ...,
    cache: bool = False,
) -> Awaitable[HTTPRequest]: ...
def post(
    url: str,
    *,
    format: Literal["text", "binary", "dataURL"] = "text",
    headers: dict[str, str] = ...,
    data: str | bytes | dict[str, Any] = ...,
) -> Awaitable[HTTPRequest]: ...
def iscoroutine(value: object) -> bool: ...
def iscoroutinefunction(value: object) -> bool: ...

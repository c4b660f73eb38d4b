"""Requests with callbacks; those with `await` are in `browser.aio`.

Source: https://brython.info/static_doc/en/browser.ajax.html
"""

from collections.abc import Callable
from typing import Any, Protocol

class Ajax:
    """A request."""

    status: int
    text: str
    json: Any
    xml: Any
    def read(self) -> Any: ...
    def __getattr__(self, name: str) -> Any: ...

class _Send(Protocol):
    def __call__(
        self,
        url: str,
        *,
        blocking: bool = False,
        headers: dict[str, str] = ...,
        mode: str = "text",
        encoding: str = "utf-8",
        timeout: float | None = None,
        cache: bool = False,
        data: Any = ...,
        oncomplete: Callable[[Ajax], Any] = ...,
        ontimeout: Callable[[], Any] = ...,
        **callbacks: Callable[..., Any],
    ) -> None: ...

get: _Send
delete: _Send
head: _Send
options: _Send
patch: _Send
post: _Send
put: _Send

def form_data(form: Any = None) -> Any: ...
def file_upload(
    url: str,
    file: Any,
    *,
    headers: dict[str, str] = ...,
    method: str = "POST",
    field_name: str = "filetosave",
    **callbacks: Callable[..., Any],
) -> None: ...

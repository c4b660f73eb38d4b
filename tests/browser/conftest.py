"""What is special to this folder: its tests come last, and there is a web page to visit."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from support.installed import installed, wheel  # noqa: F401, for others these are fixtures

WEB_PAGE = "<!doctype html><title>A web page</title>"
# Elements whose ids are global variables, with names that the run time has.
CLOBBERING = "".join(f'<a id="{name}"></a>' for name in ("__BRYTHON__", "$python", "$worker"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder; it runs after the unit tests, which fail faster."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture
def website() -> Iterator[str]:
    """An ordinary web page, and `clobbered` beside it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            text = WEB_PAGE + (CLOBBERING if self.path == "/clobbered" else "")
            self.wfile.write(text.encode())

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()

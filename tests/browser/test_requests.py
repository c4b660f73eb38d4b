"""Requests that an extension's pages send to a site of its developer's."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

BACKGROUND = """
import re

from browser import aio
from webext import on_message


@on_message(ask="all")
async def ask(message, sender):
    site = message["site"]
    requests = [
        aio.get(site + "/a?q=1", data={"x": "y z"}),
        aio.get(site + "/a?q=1", cache=True, data={"x": 2}),
        aio.post(site + "/form", data={"x": "y z"}),
        aio.post(site + "/json", data="{}", headers={"Content-Type": "application/json"}),
        aio.ajax("PUT", site + "/bytes", data=bytes([0, 65, 255])),
    ]
    answers = [await request for request in requests]
    assert {answer.response_headers["x-mine"] for answer in answers} == {"yes"}
    return [re.sub("ts[0-9]+=0", "ts", answer.data) for answer in answers]


@on_message(ask="status")
async def ask_for_status(message, sender):
    return (await aio.get(message["site"])).status
"""


@pytest.fixture
def site() -> Iterator[str]:
    """What answers with the request that it got, and lets everybody read that."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("X-Mine", "yes")
            self.end_headers()
            self.wfile.write(f"{self.path} {self.headers['Content-Type']} {body!r}".encode())

        do_GET = do_POST = do_PUT = answer

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_requests(browser: Browser, tmp_path: Path, site: str) -> None:
    """The background talks to the sites that pyproject.toml names, and to no other."""
    settings = f"""
    host_permissions = ["http://127.0.0.1/*"]
    [tool.extension]
    connect = {json.dumps([site])}
    """
    files = {"background/index.py": BACKGROUND, "tabs/index.py": ""}
    extension = Extension(browser, browser.install(build_miniature(tmp_path, files, settings)))
    extension.driver.get(extension.url("tabs/index.html"))
    assert extension.send({"ask": "all", "site": site}) == [
        [
            "/a?q=1&ts&x=y%20z None b''",
            "/a?q=1&x=2 None b''",
            "/form application/x-www-form-urlencoded b'x=y%20z'",
            "/json application/json b'{}'",
            "/bytes None b'\\x00A\\xff'",
        ]
    ]
    other = site.replace("127.0.0.1", "localhost")
    assert extension.send({"ask": "status", "site": other}) == [0]
    console = extension.background().console
    wait_until(lambda: any("Content Security Policy" in line for line in console))

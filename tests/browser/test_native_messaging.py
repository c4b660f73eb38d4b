"""Native programs: from the background too, which Chrome lets open no port to them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from support.miniature import build_miniature

NAME = "org.example.echo"
BACKGROUND = f"""
import chrome
from webext import _page, on_message


@on_message(ask="connect")
async def connect(message, sender):
    heard = []
    port = await chrome.runtime.connectNative(message["program"])
    port.onMessage.addListener(lambda message, port: heard.append(message))
    port.onDisconnect.addListener(lambda port: heard.append(port.error))
    for text in message["texts"]:
        port.postMessage({{"text": text}})
    while len(heard) < message["count"]:
        await _page.sleep(0.02)
    return heard


@on_message(ask="send")
async def send(message, sender):
    return await chrome.runtime.sendNativeMessage("{NAME}", {{"text": "once"}})
"""
# Messages have their length before them.
PROGRAM = f"""#!{sys.executable}
import json, struct, sys

while head := sys.stdin.buffer.read(4):
    message = json.loads(sys.stdin.buffer.read(*struct.unpack("=I", head)))
    if message["text"] == "end":
        break
    answer = json.dumps({{"echo": message["text"]}}).encode()
    sys.stdout.buffer.write(struct.pack("=I", len(answer)) + answer)
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def extension(browser: Browser, tmp_path: Path) -> Extension:
    files = {"background/index.py": BACKGROUND, "tabs/index.py": "import chrome\n"}
    extension = Extension(browser, browser.install(build_miniature(tmp_path / "project", files)))
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    hosts = browser.profile / "NativeMessagingHosts"
    hosts.mkdir(exist_ok=True)
    about = {"name": NAME, "description": "Echo", "path": str(program), "type": "stdio",
             "allowed_origins": [f"{extension.origin}/"]}  # fmt: skip
    (hosts / f"{NAME}.json").write_text(json.dumps(about))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    return extension


@pytest.mark.skipif(sys.platform == "win32", reason="Windows finds programs in its registry")
def test_native_program(extension: Extension) -> None:
    """The background talks to a program, and learns why there is none or that it ended."""

    def connect(program: str, count: int, *texts: str) -> Any:
        message = {"ask": "connect", "program": program, "count": count, "texts": texts}
        return extension.send(message)[0]

    extension.stop_worker()
    assert connect(NAME, 3, "a", "ä", "end") == [
        {"echo": "a"},
        {"echo": "ä"},
        "Native host has exited.",
    ]
    assert connect("org.example.none", 1) == ["Specified native messaging host not found."]
    assert extension.send({"ask": "send"}) == [{"echo": "once"}]

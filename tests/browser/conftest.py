"""The built extension in a fresh Chrome, beside a fresh emulator, for each test.

When a test fails, `build/evidence/<test>/` holds a screenshot, the page, the consoles of all
contexts and the requests that the emulator saw.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.environment import KEY_NAME

ROOT = Path(__file__).resolve().parent.parent.parent
EVIDENCE = ROOT / "build" / "evidence"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder; it runs after the unit tests, which fail faster."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("emulator")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, key_folder: Path) -> Path:
    """The demo, built with the emulator's key."""
    os.environ[KEY_NAME] = EmulatorServer(key_folder).publishable_key
    try:
        return Builder(ROOT, output=tmp_path_factory.mktemp("extension")).build().folder
    finally:
        del os.environ[KEY_NAME]


@pytest.fixture
def emulator(key_folder: Path) -> Iterator[EmulatorServer]:
    with EmulatorServer(key_folder) as server:
        yield server


WEB_PAGE = "<!doctype html><title>A web page</title>"
# Elements whose ids are global variables, with names that the run time has.
CLOBBERING = "".join(f'<a id="{name}"></a>' for name in ("__BRYTHON__", "$python", "$worker"))


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


@pytest.fixture
def browser(
    emulator: EmulatorServer, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Browser]:
    more = getattr(request, "param", [])
    browser = Browser(
        tmp_path / "profile", headless=True, arguments=[*emulator.chrome_arguments, *more]
    )
    browser.start()
    yield browser
    browser.stop()


@pytest.fixture
def extension(
    browser: Browser, built: Path, emulator: EmulatorServer, request: pytest.FixtureRequest
) -> Iterator[Extension]:
    """The extension, just installed: nobody has signed in."""
    extension = Extension(browser, browser.install(built))
    yield extension
    if request.node.stash.get(FAILED, False):
        save_evidence(request.node.name, extension, emulator)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


def save_evidence(name: str, extension: Extension, emulator: EmulatorServer) -> None:
    folder = EVIDENCE / re.sub(r"\W+", "-", name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "console.txt").write_text("\n".join(extension.devtools.console), "utf-8")
    requests = [f"{r.method} {r.path} {r.status} {json.dumps(r.form)}" for r in emulator.requests]
    (folder / "requests.txt").write_text("\n".join(requests), "utf-8")
    extension.driver.save_screenshot(str(folder / "page.png"))
    (folder / "page.html").write_text(extension.driver.page_source, "utf-8")

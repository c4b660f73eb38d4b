"""Brython's own tests: what stock Brython passes on a web page, an extension's page passes too."""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import json
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome

from extension_toolkit.automation import Browser
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.toolchain.brython import installed_brython
from fidelity.suite import (
    SuiteMissingError,
    build_extension,
    find_suite,
    statements,
    write_stock_page,
)

pytestmark = pytest.mark.timeout(900)

LOSSES = Path(__file__).parent / "losses.toml"
CACHE = Path(__file__).resolve().parents[2] / "build" / ".cache"
RESULT = "return window.failures ? JSON.stringify(window.failures) : null"
TIMEOUT = 60.0  # seconds, for one page

Place = tuple[str, int]  # file and line
Failures = dict[Place, str]  # tracebacks


@dataclass
class Results:
    """What fails in stock Brython and in the extension, and the label of each statement."""

    stock: Failures
    ours: Failures
    texts: dict[Place, str]


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None: ...


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Results]:
    """Every statement, run in both pages."""
    brython = installed_brython()
    try:
        suite = find_suite(CACHE, importlib.metadata.version("brython"))
    except SuiteMissingError as missing:
        pytest.skip(str(missing))
    root = tmp_path_factory.mktemp("fidelity")
    tests = statements(brython, suite)
    extension = build_extension(brython, suite, tests, root / "project")
    write_stock_page(suite, tests, root / "stock")
    handler = functools.partial(QuietHandler, directory=str(root / "stock"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser(root / "profile", headless=True, arguments=[])
    browser.start()
    try:
        origin = f"chrome-extension://{browser.install(extension)}"
        driver = browser.driver()
        driver.set_page_load_timeout(TIMEOUT)
        ours = failures(driver, f"{origin}/index.html")
        stock: Failures = {}
        for file in sorted({test.file for test in tests}):
            stock |= failures(driver, f"http://127.0.0.1:{server.server_port}/stock.html?{file}")
        texts = {(test.file, test.line): test.label for test in tests}
        yield Results(stock, ours, texts)
    finally:
        browser.stop()
        server.shutdown()


def failures(driver: Chrome, address: str) -> Failures:
    """The tracebacks of a page's statements, by file and line."""
    with contextlib.suppress(TimeoutException):
        driver.get(address)
    wait_until(lambda: driver.execute_script(RESULT), TIMEOUT)
    return {(file, line): text for file, line, text in json.loads(driver.execute_script(RESULT))}


def test_only_dynamic_code_is_lost(results: Results) -> None:
    """What fails in the extension alone is what the list says, one by one, each with its reason."""
    files = tomllib.loads(LOSSES.read_text("utf-8"))
    listed = {(file, text) for file, rows in files.items() for text in rows}
    lost = {
        (file, results.texts[file, line]): traceback
        for (file, line), traceback in results.ours.items()
        if (file, line) not in results.stock
    }
    unlisted = [f"{place}\n{lost[place]}" for place in lost.keys() - listed]
    assert not unlisted, "\n\n".join(unlisted)
    passing = sorted(listed - lost.keys())
    assert not passing, f"these pass; take them off the list: {passing}"


def test_most_is_not_lost(results: Results) -> None:
    """Both pages ran the whole suite, and nearly all of it passes."""
    alone = len(results.ours.keys() - results.stock.keys())
    print(len(results.texts), "statements; fail in stock Brython:", len(results.stock))
    print("fail in the extension:", len(results.ours), "there alone:", alone)
    assert len(results.texts) > 5000
    assert len(results.stock) < 0.05 * len(results.texts)
    assert len(results.ours) < 0.1 * len(results.texts)

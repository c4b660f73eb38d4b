"""The standard library in a page of an extension built for production."""

from __future__ import annotations

from pathlib import Path

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

SOURCE = """
import asyncio, collections, contextlib, dataclasses, datetime, decimal, enum, functools, inspect
import json, logging, pathlib, re, traceback, typing, unittest, urllib.parse
from browser import document


@dataclasses.dataclass
class Stop:
    name: str
    at: datetime.time


class Colour(enum.Flag):
    RED = enum.auto()
    BLUE = enum.auto()


@functools.cache
def parse(text):
    found = re.fullmatch(r"(?P<name>\\w+) (\\d+):(\\d+)", text)
    return Stop(found["name"], datetime.time(int(found[2]), int(found[3])))


document.title = json.dumps([
    repr(parse("Ulm 7:05")), str(Colour.RED | Colour.BLUE), collections.Counter("aab")["a"],
    urllib.parse.quote("é"), str(decimal.Decimal("0.1") * 3), pathlib.PurePosixPath("a/b").name,
    len("😀".encode().decode()), ("😀".encode() + b"\\xff").decode(errors="replace"),
])
"""
SAID = (
    """["Stop(name='Ulm', at=datetime.time(7, 5))", "Colour.RED|BLUE", 2, "%C3%A9", "0.3", "b", """
    """1, "\\ud83d\\ude00\\ufffd"]"""
)


def test_library(browser: Browser, tmp_path: Path) -> None:
    """A page that alone has all these modules loads them, cut and minified, and they work."""
    folder = build_miniature(tmp_path, {"tabs/index.py": SOURCE}, mode="production")
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    wait_until(lambda: extension.driver.title != "Page")
    assert extension.driver.title == SAID
    assert extension.devtools.console == []

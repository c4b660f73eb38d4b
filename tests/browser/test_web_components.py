"""`browser.webcomponent`: elements of one's own, without evaluated code."""

from __future__ import annotations

from pathlib import Path

import pytest

from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.automation.waiting import wait_until
from support.miniature import build_miniature

PAGE = """
import asyncio

from browser import document, html, webcomponent, window


class Greeting:
    observedAttributes = ["name"]

    def __init__(self):
        self.shadow = self.attachShadow({"mode": "open"})
        self.shadow <= html.B("?")

    async def connectedCallback(self):
        await asyncio.sleep(0)
        self.greet(self.attrs["name"])

    def attributeChangedCallback(self, name, old, new, *_):
        self.greet(new)

    def greet(self, name):
        self.shadow.select_one("b").text = f"Hello {name}"


class Note(html.P):
    def connectedCallback(self):
        self.classList.add("note")


class Broken:
    def connectedCallback(self):
        return self.nothing


webcomponent.define("my-greeting", Greeting)
webcomponent.define("my-note", Note)
webcomponent.define("my-broken", Broken)
document.body.innerHTML = "<my-greeting name=Ada></my-greeting><p is=my-note>one</p>"
document.body <= html.PRE(webcomponent.get("my-greeting") is Greeting)


class Sized(window.Map):
    def total(self):
        return self.size


sized = Sized()
sized.set("a", 1)
document.body <= html.PRE(f"{sized.size}")
"""
GREETED = "return document.querySelector('my-greeting').shadowRoot.textContent"


@pytest.fixture
def extension(browser: Browser, tmp_path: Path) -> Extension:
    folder = build_miniature(tmp_path, {"tabs/index.py": PAGE})
    extension = Extension(browser, browser.install(folder))
    extension.driver.get(f"{extension.origin}/tabs/index.html")
    return extension


def test_web_components(extension: Extension) -> None:
    """A component is made, told of its place and its attributes, and may extend an element."""
    driver = extension.driver
    wait_until(lambda: driver.execute_script(GREETED) == "Hello Ada")
    driver.execute_script("document.querySelector('my-greeting').setAttribute('name', 'Bo')")
    assert driver.execute_script(GREETED) == "Hello Bo"
    script = "return [...document.querySelectorAll('.note, pre')].map((e) => e.textContent)"
    assert driver.execute_script(script) == ["one", "True", "1"]
    assert not extension.devtools.console


def test_error_in_a_component(extension: Extension) -> None:
    """What a component raises is shown as a traceback."""
    extension.driver.execute_script("document.body.append(document.createElement('my-broken'))")
    wait_until(lambda: extension.devtools.console)
    told = "\n".join(map(str, extension.devtools.console))
    assert "in connectedCallback" in told
    assert "AttributeError" in told

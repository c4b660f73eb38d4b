"""The background's handlers, without a browser."""

from __future__ import annotations

import asyncio

import pytest

from background.index import greet


@pytest.mark.parametrize(
    ("name", "greeting"), [(" Ada ", "Hello, Ada!"), ("", "Hello! Who are you?")]
)
def test_greet(name: str, greeting: str) -> None:
    """The greeting holds the name, if there is one."""
    message = {"action": "greet", "name": name}
    assert asyncio.run(greet(message, sender={})) == greeting

"""Minified scripts do what the scripts did."""

from __future__ import annotations

import pytest
from py_mini_racer import MiniRacer

from extension_toolkit.toolchain.minified import minified


@pytest.mark.parametrize(
    "expression",
    [
        "Math.trunc(2147483648.7)",
        "Math.trunc(-4294967297.5)",
        "Math?.trunc(1e300)",
        "Math.trunc?.(4e9)",
        "[3e9].map(Math.trunc)",
        "'Math.trunc(1)'",
        "`Math.trunc(${Math.trunc(5e9)})`",
        "'a\0b'",
        "-0",
        "1 / -0",
        "0xFFFFFFFF * 2",
        "Math.pow(-2, 3)",
        "2147483648 | 0",
        "undefined === void 0",
        "'… \u2028 😀'",
        "/^[😀-😂]$/u.test('😁')",
        "`…${(() => { let größe = 1; return größe })()}`",
    ],
)
def test_same_value(expression: str) -> None:
    """An expression has the same value before and after."""
    engine = MiniRacer()
    value = engine.eval(f"String({expression})")
    assert minified(expression).isascii()
    engine.eval(minified(f"globalThis.value = String({expression})"))
    assert engine.eval("value") == value

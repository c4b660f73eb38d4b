"""Values as they cross from one context of an extension to another: as JSON, and as copies."""

from __future__ import annotations

import inspect
import math
from typing import Any


def copied(value: Any, where: str = "the value") -> Any:
    """Return a copy, as the other side sees it: tuples are lists, keys are strings.

    Args:
        value: Made of dicts, lists, strings, numbers, booleans and None.
        where: What to call it in an error.

    Raises:
        TypeError: Something in it is no data; the message says where.
        ValueError: A number in it is none that JSON holds, or something in it holds itself.
    """
    try:
        return _copied(value, where)
    except RecursionError:
        text = (
            "a list or dict that holds itself, or is nested too deeply, cannot be given to Chrome"
        )
        raise ValueError(text) from None


def _copied(value: Any, where: str) -> Any:
    if isinstance(value, int | float):
        _check_number(value, where)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_copied(item, f"{where}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {_key(key, where): _copied(item, f"{where}[{key!r}]") for key, item in value.items()}
    hint = "; send text, such as base64" if isinstance(value, bytes | bytearray) else ""
    if inspect.iscoroutine(value):
        value.close()
        hint = "; await it"
    raise TypeError(f"Could not serialize message: {where} is a {type(value).__name__}{hint}")


def _check_number(number: float, where: str) -> None:
    if isinstance(number, int):
        if abs(number) >= 2**53:
            raise OverflowError(f"{where} is {number}, too large for Chrome, send text")
    elif not math.isfinite(number):
        raise ValueError(f"{where} is {number}, no number to Chrome, send None or text")


def _key(key: object, where: str) -> str:
    if isinstance(key, str):
        return key
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    raise TypeError(f"Could not serialize message: {where} has a key that is no string: {key!r}")

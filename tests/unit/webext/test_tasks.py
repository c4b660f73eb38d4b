"""Coroutines started from code that is not one."""

from __future__ import annotations

import pytest

from webext import spawn


def test_function_in_place_of_its_coroutine() -> None:
    """Who forgets to call the function is told, instead of nothing happening."""

    async def tell() -> None: ...

    with pytest.raises(TypeError, match=r"call it, .*tell"):
        spawn(tell)  # type: ignore[arg-type]

"""Exact texts that are replaced in Brython's run time, with the reason. Each has to occur once."""

from __future__ import annotations

from ..patching import Patch
from . import binary, errors, execution, iteration, numbers, objects, page, start, text

PATCHES: tuple[Patch, ...] = (
    *execution.PATCHES,
    *start.PATCHES,
    *iteration.PATCHES,
    *objects.PATCHES,
    *numbers.PATCHES,
    *text.PATCHES,
    *binary.PATCHES,
    *page.PATCHES,
    *errors.PATCHES,
)

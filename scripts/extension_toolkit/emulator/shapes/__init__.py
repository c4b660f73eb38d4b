"""The JSON form of the objects, as clients read them. Times become milliseconds."""

from __future__ import annotations

from .clients import Shapes

__all__ = ["Shapes"]

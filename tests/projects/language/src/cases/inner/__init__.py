"""A package below."""

from .deep import depth

level = "inner"

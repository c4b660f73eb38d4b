"""Builtins have to stay known after a star."""

from .star import *

known = (len("abc"), str(1), sorted(name for name in globals() if "hid" in name or "sho" in name))

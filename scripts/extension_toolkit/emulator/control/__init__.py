"""The control API and its page: they read and steer an instance from outside.

They are served over plain HTTP on a port of their own, on the loopback interface, and refuse what
a web page could make a browser send.
"""

from __future__ import annotations

from .api import control_app

__all__ = ["control_app"]

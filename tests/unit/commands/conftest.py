"""The toolkit as others have it."""

from __future__ import annotations

from support.installed import installed, wheel

__all__ = ["installed", "wheel"]

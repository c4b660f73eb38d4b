"""Projects to build, as the toolchain's tests have them."""

from __future__ import annotations

from unit.toolchain.conftest import brython, no_variables, project, shared_cache

__all__ = ["brython", "no_variables", "project", "shared_cache"]

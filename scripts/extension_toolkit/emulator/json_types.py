"""Types of JSON values."""

from __future__ import annotations

from typing import Any, TypeAlias

# Any, because answers are built by hand and read back only by tests.
JsonObject: TypeAlias = dict[str, Any]

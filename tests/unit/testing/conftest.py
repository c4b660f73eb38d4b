"""A fake whose manifest a test may give with `@pytest.mark.parametrize("manifest", …)`."""

from __future__ import annotations

from typing import Any

import pytest

MANIFEST = {
    "manifest_version": 3,
    "name": "Mini",
    "version": "1.2",
    "permissions": ["storage", "cookies"],
    "host_permissions": ["https://*.example.com/*"],
    "optional_permissions": ["alarms"],
}


@pytest.fixture
def manifest(request: pytest.FixtureRequest) -> dict[str, Any] | None:
    return getattr(request, "param", None)

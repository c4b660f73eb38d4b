"""A fake whose manifest a test may give with `@pytest.mark.parametrize("manifest", …)`."""

from __future__ import annotations

from typing import Any

import pytest

# Of tests that are themselves run by a test.
PLUGIN = "extension_toolkit.testing.chrome_plugin"
INI = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"

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

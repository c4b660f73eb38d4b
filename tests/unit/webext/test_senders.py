"""Match patterns."""

from __future__ import annotations

import pytest

from webext.senders import matches


@pytest.mark.parametrize(
    ("pattern", "url", "expected"),
    [
        ("https://a.com/*", "https://a.com/", True),
        ("https://a.com/*", "https://a.com:8443/x?y#z", True),
        ("https://a.com/*", "http://a.com/", False),
        ("*://a.com/*", "http://a.com/", True),
        ("*://a.com/*", "ftp://a.com/", False),
        ("https://a.com/*", "https://b.a.com/", False),
        ("https://a.com/*", "https://a.com.evil.org/", False),
        ("https://a.com/*", "https://evil.org/https://a.com/", False),
        ("https://*.a.com/*", "https://a.com/", True),
        ("https://*.a.com/*", "https://b.c.a.com/", True),
        ("https://*.a.com/*", "https://nota.com/", False),
        ("https://*/*", "https://any.org/", True),
        ("https://a.com/x", "https://a.com/x", True),
        ("https://a.com/x", "https://a.com/x/y", False),
        ("https://a.com/*/b*c", "https://a.com/1/2/b3c", True),
        ("https://a.com/*/b*c", "https://a.com/1/2/b3d", False),
        ("https://a.com/x*x", "https://a.com/x", False),
        ("https://a.com/*", "https://a.com", False),
        ("https://a.com/*", "", False),
        ("https://a.com/*", "null", False),
    ],
)
def test_match_patterns(pattern: str, url: str, expected: bool) -> None:
    """A pattern covers scheme, host and path as Chrome's do; the port does not matter."""
    assert matches(pattern, url) is expected

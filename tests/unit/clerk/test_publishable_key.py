"""Reading a publishable key."""

from __future__ import annotations

import base64
import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.errors import ClerkRuntimeError
from clerk.publishable_key import parse_publishable_key
from support.clerk_data import make_key

LABEL = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
HOST = st.builds(
    lambda labels, port: ".".join(labels) + (f":{port}" if port else ""),
    st.lists(LABEL, min_size=2, max_size=4),
    st.none() | st.integers(1, 65535),
)


def encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def error_of(value: str | None) -> ClerkRuntimeError:
    with pytest.raises(ClerkRuntimeError) as caught:
        parse_publishable_key(value)
    return caught.value


@given(host=HOST, live=st.booleans(), padded=st.booleans())
def test_key_reads_back(host: str, live: bool, padded: bool) -> None:
    """Whatever host a key is made of, with or without padding, is what is read from it."""
    value = make_key(host, live) if padded else make_key(host, live).rstrip("=")
    key = parse_publishable_key(value)
    assert (key.value, key.frontend_api) == (value, host)
    assert key.instanceType == ("production" if live else "development")


@given(st.text() | st.text(string.ascii_letters + string.digits + "+/=_$.-"))
def test_garbage_is_refused_politely(garbage: str) -> None:
    """No text makes the parser raise anything but its own error, with prefixes or without."""
    for value in (garbage, f"pk_test_{garbage}", f"pk_live_{garbage}", f"sk_{garbage}"):
        with contextlib.suppress(ClerkRuntimeError):
            parse_publishable_key(value)


@given(st.text(max_size=30))
def test_decoded_garbage_is_no_host(text: str) -> None:
    """What stands before the `$` is taken only if it can be a host."""
    allowed = set(string.ascii_letters + string.digits + "-.:")
    with contextlib.suppress(ClerkRuntimeError):
        host = parse_publishable_key(make_key(text)).frontend_api
        assert set(host) <= allowed
        assert "." in host


@pytest.mark.parametrize("value", [None, ""])
def test_missing_key_has_its_code(value: str | None) -> None:
    """No key is another fault than a wrong one, and the text says where to get one."""
    error = error_of(value)
    assert error.code == "missing_publishable_key"
    assert "dashboard" in str(error)


@pytest.mark.parametrize(
    "value", ["sk_test_abcDEF123456", "sk_live_abcDEF123456", " sk_live_abcDEF123456\n"]
)
def test_secret_key_is_named_and_not_repeated(value: str) -> None:
    """A secret key is told apart, and no part of it appears in the error."""
    error = error_of(value)
    assert error.code == "secret_key"
    assert "abcDEF" not in repr(error) + str(error)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("pk_test_", id="no last part"),
        pytest.param("pk_test_====", id="padding alone"),
        pytest.param("pk_test", id="two parts"),
        pytest.param("pk_stage_" + encode("a.b$"), id="unknown kind"),
        pytest.param("xk_test_" + encode("a.b$"), id="unknown prefix"),
        pytest.param("PK_TEST_" + encode("a.b$"), id="capitals"),
        pytest.param(make_key() + "_x", id="four parts"),
        pytest.param(f" {make_key()}", id="space before"),
        pytest.param(f"{make_key()}\n", id="line end behind"),
        pytest.param("pk_test_" + encode("happy.clerk.dev"), id="no dollar"),
        pytest.param("pk_test_" + encode("happy.clerk.dev$$"), id="two dollars"),
        pytest.param("pk_test_" + encode("ha$ppy.clerk.dev$"), id="dollar within"),
        pytest.param("pk_test_" + encode("localhost$"), id="no dot"),
        pytest.param("pk_test_" + encode("$"), id="dollar alone"),
        pytest.param("pk_test_" + encode("a..b$"), id="empty label"),
        pytest.param("pk_test_" + encode("a.b/x$"), id="path"),
        pytest.param("pk_test_" + encode("u@a.b$"), id="user"),
        pytest.param("pk_test_" + encode("a.b:$"), id="colon without port"),
        pytest.param("pk_test_" + encode("a.b:8x$"), id="port of letters"),
        pytest.param("pk_test_" + encode("bücher.de$"), id="not ASCII"),
        pytest.param("pk_test_" + encode("a.b\n$"), id="control character"),
        pytest.param(make_key()[:-5], id="cut off"),
        pytest.param("pk_test_a", id="no whole byte"),
        pytest.param("pk_test_YS5i*JA==", id="not base64"),
    ],
)
def test_malformed_key_is_refused(value: str) -> None:
    """A key that was mistyped, cut off or quoted is malformed, and the text says what to do."""
    error = error_of(value)
    assert error.code == "malformed_publishable_key"
    assert "dashboard" in str(error)
    assert ("spaces" in str(error)) == (value != value.strip())

"""Errors: what they hold, and how they cross to another page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.errors import (
    ClerkAPIResponseError,
    ClerkError,
    ClerkOfflineError,
    ClerkRuntimeError,
    ClerkTimeoutError,
    error_from_data,
    error_to_data,
)

ITEM = st.fixed_dictionaries(
    {
        "code": st.text(min_size=1),
        "message": st.text(),
        "long_message": st.text(min_size=1),
        "meta": st.dictionaries(st.text(), st.text(), max_size=2),
    }
)


def across(error: ClerkError) -> ClerkError:
    """Send an error as JSON."""
    return error_from_data(json.loads(json.dumps(error_to_data(error))))


@given(
    st.integers(400, 599),
    st.lists(ITEM, min_size=1, max_size=3),
    st.none() | st.text(),
    st.none() | st.integers(0),
)
def test_api_errors_cross(
    status: int, items: list[dict[str, Any]], trace: str | None, retry_after: int | None
) -> None:
    """A refusal arrives in another page with all that Clerk said."""
    sent = ClerkAPIResponseError(status, items, trace, retry_after)
    error = across(sent)
    assert isinstance(error, ClerkAPIResponseError)
    assert (error.status, error.clerkTraceId, error.retryAfter) == (status, trace, retry_after)
    assert [item.to_data() for item in error.errors] == items
    assert (str(error), error.code) == (items[0]["long_message"], items[0]["code"])


@pytest.mark.parametrize(
    "sent",
    [
        ClerkOfflineError(),
        ClerkOfflineError("no way"),
        ClerkTimeoutError(),
        ClerkRuntimeError("what happened", "session_not_found"),
    ],
)
def test_own_errors_cross(sent: ClerkRuntimeError) -> None:
    """An error of the client arrives as the same class with the same code and text."""
    error = across(sent)
    assert type(error) is type(sent)
    assert isinstance(error, ClerkRuntimeError)
    assert (error.code, str(error)) == (sent.code, str(sent))


def test_root_error_crosses() -> None:
    """An error that has no code gets one on its way."""
    error = across(ClerkError("something"))
    assert isinstance(error, ClerkRuntimeError)
    assert (error.code, str(error)) == ("clerk_error", "something")


def test_state_does_not_cross() -> None:
    """The client that came with a refusal, tokens and all, stays where it is."""
    data = error_to_data(ClerkAPIResponseError(422, [], meta={"client": {"id": "client_1"}}))
    assert "client_1" not in json.dumps(data)


def test_api_error_without_details() -> None:
    """A refusal that says nothing has a text with its status and one item."""
    error = ClerkAPIResponseError(502, [])
    assert "502" in str(error)
    assert [item.code for item in error.errors] == ["unknown_error"]
    assert (error.meta, error.retryAfter, error.clerkTraceId) == ({}, None, None)


def test_short_message_stands_in() -> None:
    """Where there is no text for users, the short one is taken."""
    error = ClerkAPIResponseError(400, [{"code": "x", "message": "short", "long_message": None}])
    assert (str(error), error.errors[0].longMessage) == ("short", "short")


def test_any_of_the_errors_may_have_a_code() -> None:
    """`has_code` looks at all items and takes several codes."""
    error = ClerkAPIResponseError(403, [{"code": "a"}, {"code": "b"}])
    assert error.has_code("b")
    assert error.has_code("x", "a")
    assert not error.has_code("x", "y")

"""How requests are written: names, form bodies and percent signs."""

from __future__ import annotations

import urllib.parse
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.encoding import encode_form, encode_pairs, quote, snake_case
from support.platform import FakePlatform

PLATFORM = FakePlatform()
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_quoting_is_that_of_the_standard_library(text: str) -> None:
    """Everything but the unreserved characters is percent-encoded as UTF-8."""
    assert quote(text) == urllib.parse.quote(text, safe="")


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), TEXT))
def test_form_reads_back(fields: dict[str, str]) -> None:
    """A server reads from the body what was put in, in the same order."""
    read = urllib.parse.parse_qsl(encode_form(fields, PLATFORM.write_json), keep_blank_values=True)
    assert read == list(fields.items())


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        pytest.param({}, "", id="nothing"),
        pytest.param({"organizationId": None}, "organization_id=", id="None is an empty value"),
        pytest.param({"a": True, "b": False}, "a=true&b=false", id="booleans"),
        pytest.param({"count": 0, "share": 1.5}, "count=0&share=1.5", id="numbers"),
        pytest.param({"ids": ["x", "y"]}, "ids=x&ids=y", id="list repeats the name"),
        pytest.param({"ids": []}, "", id="empty list"),
        pytest.param(
            {"unsafeMetadata": {"a": {"é": [1, None]}}},
            "unsafe_metadata=%7B%22a%22%3A%7B%22%C3%A9%22%3A%5B1%2Cnull%5D%7D%7D",
            id="dict is JSON",
        ),
        pytest.param({"password": "a b&c=d+é"}, "password=a%20b%26c%3Dd%2B%C3%A9", id="escapes"),
    ],
)
def test_values_of_a_form(fields: dict[str, Any], text: str) -> None:
    """Each kind of value has the form that Clerk's SDK gives it."""
    assert encode_form(fields, PLATFORM.write_json) == text


def test_query_keeps_names() -> None:
    """Names in a query are as they are, and a list gives its name several times."""
    pairs = encode_pairs({"_isX": "1", "status": ["a", "b"]}, PLATFORM.write_json)
    assert pairs == "_isX=1&status=a&status=b"


@pytest.mark.parametrize(
    ("camel", "snake"),
    [("code", "code"), ("emailAddressId", "email_address_id"), ("firstName", "first_name")],
)
def test_names_in_both_cases(camel: str, snake: str) -> None:
    """Clerk's names have one form in Python and one on the wire."""
    assert snake_case(camel) == snake

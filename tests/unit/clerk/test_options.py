"""Calls written as in JavaScript, with their options in a dict."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from clerk import createClerkClient
from clerk.clerk import Clerk
from support.clerk_data import session_json


@pytest.mark.parametrize(
    ("call", "form"),
    [
        (lambda clerk: createClerkClient({"publishableKey": "x"}), "createClerkClient(publishable"),  # type: ignore[arg-type]
        (lambda clerk: clerk.session.getToken({"template": "x"}), "getToken(template=…)"),
        (lambda clerk: clerk.setActive({"session": "x"}), "setActive(session=…, organization=…)"),
        (lambda clerk: clerk.client.signIn.create({"identifier": "x"}), "signIn.create(identifier"),
    ],
)
async def test_options_in_a_dict(
    clerk: Clerk, sign_in: Any, call: Callable[[Any], Awaitable[object]], form: str
) -> None:
    """The error has the form that Python takes."""
    await sign_in(session_json())
    with pytest.raises(TypeError, match="options stand by their names") as caught:
        await call(clerk)
    assert form in str(caught.value)


async def test_rights_in_a_dict(clerk: Clerk, sign_in: Any) -> None:
    """A question that is not understood is not answered with no."""
    session = await sign_in(session_json())
    with pytest.raises(TypeError, match=r"checkAuthorization\(role=…\)"):
        session.checkAuthorization({"role": "org:admin"})

"""Signing in by password and by a code."""

from __future__ import annotations

from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError
from support.clerk_data import (
    client_json,
    enveloped,
    proxy_page,
    refusal,
    session_json,
)
from support.platform import Answer, FakeNetwork

from .conftest import SignIn

ATTEMPT: dict[str, Any] = {
    "object": "sign_in_attempt",
    "id": "sia_1",
    "status": "needs_first_factor",
    "identifier": "ada@example.com",
    "created_session_id": None,
    "supported_first_factors": [{"strategy": "email_code", "email_address_id": "idn_1"}],
}
DONE = {**ATTEMPT, "status": "complete", "created_session_id": "sess_1"}
PREPARE = "POST /client/sign_ins/sia_1/prepare_first_factor"
ATTEMPT_FACTOR = "POST /client/sign_ins/sia_1/attempt_first_factor"


async def test_password_in_one_step(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Identifier and password sign in at once; the answer's client is the state."""
    await sign_in()
    network.on("POST /client/sign_ins", enveloped(DONE, client_json(session_json())))
    attempt = await clerk.client.signIn.create(
        identifier="ada@example.com", strategy="password", password="p&=ä"
    )
    [request] = network.requests
    assert request.form == {
        "strategy": "password",
        "identifier": "ada@example.com",
        "password": "p&=ä",
    }
    assert (attempt.status, attempt.createdSessionId) == ("complete", "sess_1")
    assert clerk.isSignedIn


async def test_code_by_mail(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Identifier, then where to send the code, then the code; absent fields are not sent."""
    await sign_in()
    network.on("POST /client/sign_ins", enveloped(ATTEMPT, client_json(sign_in=ATTEMPT)))
    network.on(PREPARE, enveloped(ATTEMPT, client_json(sign_in=ATTEMPT)))
    network.on(ATTEMPT_FACTOR, enveloped(DONE, client_json(session_json())))
    attempt = await clerk.client.signIn.create(identifier="ada@example.com")
    [factor] = attempt.supportedFirstFactors
    await attempt.prepareFirstFactor("email_code", emailAddressId=factor.emailAddressId)
    assert clerk.client.signIn.id == "sia_1"
    done = await clerk.client.signIn.attemptFirstFactor("email_code", code="424242")
    assert [request.form for request in network.requests] == [
        {"identifier": "ada@example.com"},
        {"strategy": "email_code", "email_address_id": "idn_1"},
        {"strategy": "email_code", "code": "424242"},
    ]
    assert done.status == "complete"
    assert clerk.isSignedIn


async def test_password_as_second_step(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """An attempt that was begun without a password takes one later."""
    await sign_in(sign_in=ATTEMPT)
    network.on(ATTEMPT_FACTOR, enveloped(DONE, client_json(session_json())))
    await clerk.client.signIn.attemptFirstFactor("password", password="secret")
    assert network.requests[0].form == {"strategy": "password", "password": "secret"}
    assert clerk.isSignedIn


async def test_wrong_password(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """A refusal is raised with Clerk's code and the attempt goes on with the refusal's state."""
    await sign_in()
    meta = {"client": client_json(sign_in=ATTEMPT)}
    network.on("POST /client/sign_ins", refusal(422, "form_password_incorrect", meta))
    with pytest.raises(ClerkAPIResponseError) as caught:
        await clerk.client.signIn.create(identifier="a", strategy="password", password="secret")
    assert caught.value.has_code("form_password_incorrect")
    assert "secret" not in repr(caught.value)
    assert clerk.client.signIn.id == "sia_1"
    assert clerk.session is None


@pytest.mark.parametrize(
    "answer", [proxy_page(200), Answer("", 204), Answer({}), enveloped(None), Answer([])]
)
async def test_no_answer_of_clerks(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, answer: Answer
) -> None:
    """A page of somebody between is an error of Clerk's tree and leaves the state alone."""
    await sign_in(sign_in=ATTEMPT)
    network.on(ATTEMPT_FACTOR, answer)
    before = clerk.client
    with pytest.raises(ClerkRuntimeError) as caught:
        await clerk.client.signIn.attemptFirstFactor("email_code", code="1")
    assert caught.value.code == "unknown_answer"
    assert clerk.client == before


async def test_offline_attempt_is_not_repeated(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A code is given once: who was offline decides about another try."""
    await sign_in(sign_in=ATTEMPT)
    network.on(ATTEMPT_FACTOR, ClerkOfflineError())
    with pytest.raises(ClerkOfflineError):
        await clerk.client.signIn.attemptFirstFactor("email_code", code="1")
    assert network.log == [ATTEMPT_FACTOR]


async def test_step_without_an_attempt(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """A step of an attempt that was not begun says what to call first, without a request."""
    await sign_in()
    assert (clerk.client.signIn.id, clerk.client.signIn.status) == (None, None)
    assert clerk.client.signIn.supportedFirstFactors == []
    with pytest.raises(ClerkRuntimeError, match="create"):
        await clerk.client.signIn.prepareFirstFactor("email_code")
    assert network.log == []

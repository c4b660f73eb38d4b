"""No token, password or code gets into a log, an error's text or a `repr`."""

from __future__ import annotations

import traceback
from typing import Any

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkOfflineError
from support.clerk_data import (
    client_json,
    encode_part,
    enveloped,
    make_jwt,
    proxy_page,
    refusal,
    session_json,
)
from support.coroutines import outcome
from support.platform import NEVER, Answer, FakeNetwork, FakePlatform

DEVICE_SECRET = "SECRETdevice"
JWT = make_jwt(lifetime=5, secret="x")
BROKEN = f"SECRETheader.{encode_part({'iat': 'SECRETclaim'})}.SECRETsignature"
SECRETS = ["SECRET", JWT, JWT.split(".")[1], BROKEN.split(".")[1]]


@pytest.mark.parametrize(
    "answer",
    [
        ClerkOfflineError(),
        NEVER,
        refusal(401),
        refusal(404),
        refusal(422),
        refusal(500),
        proxy_page(502),
        proxy_page(200),
        Answer({"jwt": BROKEN}),
        Answer({"jwt": "SECRET"}),
        Answer("SECRET", 200),
        Answer("SECRET", 500),
    ],
)
async def test_failures_tell_no_secret(
    clerk: Clerk, platform: FakePlatform, network: FakeNetwork, answer: Any
) -> None:
    """Whatever fails, with a traceback or a log, no secret is in what is told."""
    platform.local.values[clerk.fapi.client_token.key] = DEVICE_SECRET
    sessions = session_json(token=JWT), session_json(2, token=BROKEN)
    network.on("GET /client", enveloped(client_json(*sessions)))
    await clerk.load()
    session, client = clerk.session, clerk.client
    assert session is not None
    platform.move(60)
    for route in (
        "GET /client",
        "POST /client/sign_ins",
        "POST /client/sessions/sess_1/tokens",
        "POST /client/sessions/sess_1/touch",
        "DELETE /client/sessions",
    ):
        network.on(route, answer)
    told = [
        repr(value)
        for value in (clerk, client, session, clerk.user, client.signIn, session.lastActiveToken)
    ]
    errors = [
        await outcome(call)
        for call in (
            client.signIn.create("SECRETidentifier", "password", "SECRETpassword"),
            session.getToken(),
            session.touch(),
            clerk.reload(),
            clerk.signOut(),
        )
    ]
    assert any(isinstance(error, Exception) for error in errors)
    for error in errors:
        told.append(repr(error))
        if isinstance(error, Exception):
            told.extend(traceback.format_exception(error))
    for secret in SECRETS:
        assert secret not in "\n".join(told + platform.logged)

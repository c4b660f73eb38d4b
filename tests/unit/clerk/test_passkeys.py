"""Passkeys, with an authenticator that the test plays."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from clerk import resources
from clerk.clerk import Clerk
from clerk.errors import ClerkRuntimeError
from clerk.resources.passkey import authenticate, register, verify
from support.clerk_data import client_json, enveloped, session_json, user_json
from support.platform import FakeNetwork

from .conftest import SignIn

CHALLENGE = '{"challenge": "AQID"}'
ANSWER = '{"id": "AQ"}'
ATTEMPT: dict[str, Any] = {
    "id": "sia_1",
    "status": "needs_first_factor",
    "first_factor_verification": {"status": "unverified", "nonce": CHALLENGE},
}
DONE = {"id": "sia_1", "status": "complete", "created_session_id": "sess_1"}
PASSKEY: dict[str, Any] = {"object": "passkey", "id": "idn_9", "name": "Laptop"}
BEGUN = {**PASSKEY, "verification": {"status": "unverified", "nonce": CHALLENGE}}
CREATE = "POST /client/sign_ins"
PREPARE = "POST /client/sign_ins/sia_1/prepare_first_factor"
GIVE = "POST /client/sign_ins/sia_1/attempt_first_factor"
ADD = "POST /me/passkeys"
VERIFY = "POST /me/passkeys/idn_9/attempt_verification"
ERRORS = [
    ("NotAllowedError", "passkey_retrieval_cancelled"),
    ("SecurityError", "passkey_invalid_rpID_or_domain"),
    ("NotSupportedError", "passkey_not_supported"),
    ("AbortError", "passkey_operation_aborted"),
    ("UnknownError", "passkey_failed"),
]


class Asked:
    """The browser's dialog: notes what it is asked, and answers."""

    def __init__(self, answer: Any = ANSWER) -> None:
        self.answer = answer
        self.options: list[str] = []

    async def __call__(self, options: str) -> Any:
        self.options.append(options)
        return self.answer


@pytest.fixture
def attempt_is_answered(network: FakeNetwork) -> None:
    network.on(CREATE, enveloped(ATTEMPT, client_json(sign_in=ATTEMPT)))
    network.on(PREPARE, enveloped(ATTEMPT, client_json(sign_in=ATTEMPT)))
    network.on(GIVE, enveloped(DONE, client_json(session_json())))


@pytest.mark.usefixtures("attempt_is_answered")
async def test_passkey_says_who_signs_in(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """The challenge goes to the browser as it came, and its answer back to the API."""
    await sign_in()
    dialog = Asked()
    attempt = await authenticate(clerk.client.signIn, "discoverable", dialog)
    assert dialog.options == [CHALLENGE]
    assert [request.form for request in network.requests] == [
        {"strategy": "passkey"},
        {"strategy": "passkey", "public_key_credential": ANSWER},
    ]
    assert (attempt.status, attempt.createdSessionId) == ("complete", "sess_1")
    assert clerk.isSignedIn


@pytest.mark.usefixtures("attempt_is_answered")
async def test_passkey_of_a_known_user(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Without a flow it goes on with the attempt under way."""
    await sign_in(sign_in=ATTEMPT)
    await authenticate(clerk.client.signIn, None, Asked())
    assert [f"{r.method} {r.path}" for r in network.requests] == [PREPARE, GIVE]


@pytest.mark.parametrize(("name", "code"), ERRORS)
@pytest.mark.usefixtures("attempt_is_answered")
async def test_dialog_fails(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, name: str, code: str
) -> None:
    """What the browser refuses has Clerk's code, and nothing more is sent."""
    await sign_in()
    with pytest.raises(ClerkRuntimeError) as caught:
        await authenticate(clerk.client.signIn, "discoverable", Asked([name, "said Chrome"]))
    assert caught.value.code == code
    assert "said Chrome" in str(caught.value)
    assert ("host_permissions" in str(caught.value)) == (name == "SecurityError")
    assert len(network.requests) == 1


async def test_answer_without_a_challenge(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """An API that gives no challenge is an error of its own; the browser is not asked."""
    await sign_in()
    network.on(CREATE, enveloped({"id": "sia_1", "status": "needs_identifier"}, client_json()))
    dialog = Asked()
    with pytest.raises(ClerkRuntimeError) as caught:
        await authenticate(clerk.client.signIn, "discoverable", dialog)
    assert caught.value.code == "missing_webauthn_public_key_options"
    assert dialog.options == []


async def test_unknown_flow(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """A flow that there is not is an error that names those that there are."""
    await sign_in()
    with pytest.raises(ClerkRuntimeError, match="discoverable"):
        await clerk.client.signIn.authenticateWithPasskey(flow="autofill")
    assert network.requests == []


async def test_passkey_is_added(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """The new passkey is verified with what the browser made, and is then the user's."""
    await sign_in(session_json())
    user = user_json(passkeys=[PASSKEY])
    network.on(ADD, enveloped(BEGUN, client_json(session_json())))
    network.on(VERIFY, enveloped(PASSKEY, client_json(session_json(user=user))))
    dialog = Asked()
    passkey = await register(clerk, dialog)
    assert dialog.options == [CHALLENGE]
    assert network.requests[-1].form == {"strategy": "passkey", "public_key_credential": ANSWER}
    assert passkey.name == "Laptop"
    assert clerk.user is not None
    assert clerk.user.passkeys == [passkey]


async def test_step_up_with_a_passkey(clerk: Clerk, network: FakeNetwork, sign_in: SignIn) -> None:
    """Whoever is signed in proves it again with a passkey."""
    await sign_in(session_json())
    path = "POST /client/sessions/sess_1/verify"
    network.on(f"{path}/prepare_first_factor", enveloped(ATTEMPT, client_json(session_json())))
    done = {"status": "complete"}
    network.on(f"{path}/attempt_first_factor", enveloped(done, client_json(session_json())))
    assert clerk.session is not None
    dialog = Asked()
    assert (await verify(clerk.session, dialog)).status == "complete"
    assert dialog.options == [CHALLENGE]
    assert network.requests[-1].form == {"strategy": "passkey", "public_key_credential": ANSWER}


@pytest.mark.parametrize(
    ("name", "code"),
    [("InvalidStateError", "passkey_already_exists"),
     ("NotAllowedError", "passkey_registration_cancelled")],
)  # fmt: skip
async def test_passkey_is_not_added(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn, name: str, code: str
) -> None:
    """A dialog that is closed and a device that has one already are told apart."""
    await sign_in(session_json())
    network.on(ADD, enveloped(BEGUN, client_json(session_json())))
    with pytest.raises(ClerkRuntimeError) as caught:
        await register(clerk, Asked([name, ""]))
    assert caught.value.code == code


async def test_passkey_is_renamed_and_deleted(
    clerk: Clerk, network: FakeNetwork, sign_in: SignIn
) -> None:
    """A passkey takes another name, and goes."""
    await sign_in(session_json(user=user_json(passkeys=[PASSKEY])))
    network.on("PATCH /me/passkeys/idn_9", enveloped({**PASSKEY, "name": "Key"}, None))
    network.on("DELETE /me/passkeys/idn_9", enveloped({"deleted": True}, None))
    assert clerk.user is not None
    [passkey] = clerk.user.passkeys
    assert (await passkey.update(name="Key")).name == "Key"
    assert network.requests[-1].form == {"name": "Key"}
    await passkey.delete()
    assert len(network.requests) == 2


async def test_extension_without_passkeys(
    clerk: Clerk, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the build left the module out, the error says what brings it."""
    await sign_in(session_json())
    monkeypatch.delattr(resources, "passkey")
    monkeypatch.setitem(sys.modules, "clerk.resources.passkey", None)
    assert clerk.user is not None
    with pytest.raises(ClerkRuntimeError, match="createPasskey"):
        await clerk.user.createPasskey()

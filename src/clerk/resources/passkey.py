"""Passkeys: what a user signs in with instead of a password, and asking the browser for it.

The browser's part (WebAuthn) runs in the page that the user looks at; requests go the way of all
others. Extensions that name no passkeys do not have this module.
"""

from __future__ import annotations

from webext import _webauthn

from ..errors import ClerkRuntimeError
from .base import Resource
from .verification import Verification

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from ..clerk import Clerk
    from .session import Session
    from .session_verification import SessionVerification
    from .sign_in import SignIn

    # Takes the options as the API sent them, and returns the credential as JSON; or the name of
    # the browser's error and its message.
    Ask = Callable[[str], Awaitable[Any]]

# What the browser's errors mean, by Clerk's codes. `NotAllowedError` is all that it tells of a user
# who closed the dialog.
CODES = {
    "InvalidStateError": "passkey_already_exists",
    "AbortError": "passkey_operation_aborted",
    "SecurityError": "passkey_invalid_rpID_or_domain",
    "NotSupportedError": "passkey_not_supported",
}
HOST_PERMISSION = (
    "; an extension may use passkeys of a domain that is in its manifest's host_permissions: add "
    "it below [tool.extension.manifest] in pyproject.toml"
)


class Passkey(Resource):
    """A passkey of the user.

    Attributes:
        name: What the user calls it.
        lastUsedAt, createdAt, updatedAt: Milliseconds since the epoch.

    Source: https://clerk.com/docs/reference/javascript/types/passkey-resource
    """

    PATH = "/me/passkeys"
    OPTIONAL = ("name", "last_used_at")

    id: str
    name: str | None
    lastUsedAt: int | None
    createdAt: int
    updatedAt: int

    @property
    def verification(self) -> Verification:
        return Verification(self.data.get("verification") or {})

    async def update(self, name: str) -> Passkey:
        """Give it another name.

        Source: PATCH /v1/me/passkeys/{id}
        """
        return await self._send("PATCH", self._path(), {"name": name})

    async def delete(self) -> None:
        """Have the API forget it; the authenticator keeps a key that opens nothing.

        Source: DELETE /v1/me/passkeys/{id}
        """
        await self.clerk.fetch("DELETE", self._path())


async def register(clerk: Clerk, create: Ask = _webauthn.create) -> Passkey:
    """Do what `User.createPasskey` says.

    Args:
        clerk: The client.
        create: Asks the authenticator.
    """
    passkey = Passkey(await clerk.fetch("POST", Passkey.PATH), clerk)
    credential = await _ask(create, passkey.verification, "passkey_registration_cancelled")
    body = {"strategy": "passkey", "publicKeyCredential": credential}
    return await passkey._send("POST", passkey._path("attempt_verification"), body)


async def authenticate(
    attempt: SignIn, flow: str | None = None, get: Ask = _webauthn.get
) -> SignIn:
    """Do what `SignIn.authenticateWithPasskey` says.

    Args:
        attempt: The attempt under way.
        flow: As there.
        get: Asks the authenticator.
    """
    if flow == "discoverable":
        attempt = await attempt.create(strategy="passkey")
    elif flow is None:
        attempt = await attempt.prepareFirstFactor("passkey")
    else:
        raise ClerkRuntimeError(
            f"no passkey flow {flow!r}: give 'discoverable', or none at all", "passkey_unknown_flow"
        )
    proof = attempt.firstFactorVerification
    credential = await _ask(get, proof, "passkey_retrieval_cancelled")
    return await attempt.attemptFirstFactor("passkey", publicKeyCredential=credential)


async def verify(session: Session, get: Ask = _webauthn.get) -> SessionVerification:
    """Do what `Session.verifyWithPasskey` says.

    Args:
        session: Whose user has to prove it.
        get: Asks the authenticator.
    """
    begun = await session.prepareFirstFactorVerification("passkey")
    credential = await _ask(get, begun.firstFactorVerification, "passkey_retrieval_cancelled")
    return await session.attemptFirstFactorVerification("passkey", publicKeyCredential=credential)


async def _ask(ask: Ask, proof: Verification, cancelled: str) -> str:
    """Return the authenticator's answer to a challenge, as JSON."""
    if not proof.nonce:
        raise ClerkRuntimeError(
            f"the API gave no challenge for a passkey; the proof is {proof.status}",
            "missing_webauthn_public_key_options",
        )
    answer = await ask(proof.nonce)
    if isinstance(answer, str):
        return answer
    name, message = answer
    code = cancelled if name == "NotAllowedError" else CODES.get(name, "passkey_failed")
    hint = HOST_PERMISSION if name == "SecurityError" else ""
    raise ClerkRuntimeError(f"{message}{hint}", code)

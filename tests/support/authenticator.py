"""An authenticator for passkeys in software: it answers challenges as a security key does."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import encode_cbor

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
PRESENT_AND_VERIFIED, HAS_KEY = 0x05, 0x40


class Authenticator:
    """Keeps one passkey.

    Args:
        origin: The page that asks it, as the browser would say.
    """

    def __init__(self, origin: str = ORIGIN) -> None:
        self.origin = origin
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(16)
        self.uses = 0

    def create(self, options: str) -> str:
        """Answer the options for a new passkey."""
        parsed = json.loads(options)
        point = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        public_key = encode_cbor({1: 2, 3: -7, -1: 1, -2: x, -3: y})  # COSE, ES256
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public_key
        data = self._data(parsed["rp"]["id"], PRESENT_AND_VERIFIED | HAS_KEY) + attested
        statement = encode_cbor({"fmt": "none", "attStmt": {}, "authData": data})
        client_data = self._client_data("webauthn.create", parsed["challenge"])
        return self._credential(attestationObject=statement, clientDataJSON=client_data)

    def get(self, options: str) -> str:
        """Answer the options for a sign-in."""
        parsed = json.loads(options)
        self.uses += 1
        data = self._data(parsed["rpId"], PRESENT_AND_VERIFIED)
        client_data = self._client_data("webauthn.get", parsed["challenge"])
        signed = data + hashlib.sha256(client_data).digest()
        signature = self.key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return self._credential(
            authenticatorData=data, clientDataJSON=client_data, signature=signature
        )

    def _data(self, host: str, flags: int) -> bytes:
        return (
            hashlib.sha256(host.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")
        )

    def _client_data(self, type: str, challenge: str) -> bytes:
        return json.dumps({"type": type, "challenge": challenge, "origin": self.origin}).encode()

    def _credential(self, **response: bytes) -> str:
        encoded: dict[str, Any] = {name: base64url(value) for name, value in response.items()}
        name = base64url(self.id)
        return json.dumps({"type": "public-key", "id": name, "rawId": name, "response": encoded})


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "==")

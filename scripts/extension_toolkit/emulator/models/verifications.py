"""Steps of proof."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..json_types import JsonObject


@dataclass
class Verification:
    """One step of proof: a password, a code that was sent, a visit to another provider.

    Attributes:
        strategy: Clerk's name of the kind of proof, such as `email_code`.
        status: `unverified`, `verified`, `failed`, `expired` or `transferable`.
        attempts: How often it was tried.
        sent_at: When the code was sent.
        expire_at: Until when it can be completed.
        code: The code that completes it.
        contact_id: The e-mail address or phone number the code went to.
        nonce: What an authenticator is asked for a passkey: its challenge and more, as JSON.
        url: Where to send the user, for proof by another provider.
        error: The error that ended it, as clients read it.
    """

    strategy: str
    status: str = "unverified"
    attempts: int = 0
    sent_at: float | None = None
    expire_at: float | None = None
    code: str = field(default="", repr=False)
    contact_id: str | None = None
    nonce: str = ""
    url: str | None = None
    error: JsonObject | None = None

    @property
    def is_verified(self) -> bool:
        """Whether the proof was given."""
        return self.status == "verified"

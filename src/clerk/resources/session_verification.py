"""Proving once more who somebody is, before something that matters."""

from __future__ import annotations

from .session import Session
from .verification import FactorProof


class SessionVerification(FactorProof):
    """How far that is.

    Attributes:
        status: `needs_first_factor`, `needs_second_factor` or `complete`.
        level: `first_factor`, `second_factor` or `multi_factor`.

    Source: https://clerk.com/docs/reference/javascript/types/session-verification
    """

    status: str
    level: str

    @property
    def session(self) -> Session:
        return Session(self.data["session"], self.clerk)

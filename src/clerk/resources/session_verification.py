"""Proving once more who somebody is, before something that matters."""

from __future__ import annotations

from .base import Resource
from .session import Session
from .verification import Factor, Verification, factors


class SessionVerification(Resource):
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

    @property
    def supportedFirstFactors(self) -> list[Factor]:
        return factors(self.data.get("supported_first_factors"))

    @property
    def supportedSecondFactors(self) -> list[Factor]:
        return factors(self.data.get("supported_second_factors"))

    @property
    def firstFactorVerification(self) -> Verification:
        return Verification(self.data.get("first_factor_verification") or {})

    @property
    def secondFactorVerification(self) -> Verification:
        return Verification(self.data.get("second_factor_verification") or {})

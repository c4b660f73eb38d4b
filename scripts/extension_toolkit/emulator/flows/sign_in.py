"""Sign-ins: from an identifier through first and second factor to a session."""

from __future__ import annotations

from ..errors import ApiError
from ..http.parameters import Parameters
from ..json_types import JsonObject
from ..models import Client, SignIn, User, Verification
from ..state import Instance
from .factors import RESET_STRATEGIES, first_factors, second_factors, trust_factors
from .passkeys import owner_of
from .passwords import check_new_password, set_password
from .proofs import Proofs

# What vouches for the user so well that no second factor is asked for.
SUFFICIENT_STRATEGIES = frozenset({"ticket", "enterprise_sso"})


class SignIns:
    """Carries on the sign-ins of one client.

    Args:
        instance: The instance.
        client: Whose sign-ins; gets the session in the end.
    """

    def __init__(self, instance: Instance, client: Client) -> None:
        self._instance = instance
        self._client = client

    def check_not_signed_in(self, user: User | None) -> None:
        """Refuse to sign in a user whom the client has a session of, or anybody beside one.

        Raises:
            ApiError: `session_exists` or `identifier_already_signed_in`.
        """
        for session in self._instance.live_sessions(self._client):
            meta = {"session_id": session.id}
            if self._instance.settings.single_session_mode:
                raise ApiError("session_exists", meta=meta)
            if session.user is user:
                raise ApiError("identifier_already_signed_in", meta=meta)

    def new(self, user: User | None = None, identifier: str | None = None) -> SignIn:
        """Return an attempt that the client does not have yet; see `begin`."""
        sign_in = SignIn(self._instance.abandon_at(), user=user, identifier=identifier)
        if user is not None:
            sign_in.status = "needs_first_factor"
        return sign_in

    def begin(self, sign_in: SignIn) -> SignIn:
        """Make an attempt the client's own; it takes the place of the earlier one."""
        self._client.sign_in = self._client.sign_ins[sign_in.id] = sign_in
        return sign_in

    def offered_second_factors(self, sign_in: SignIn) -> list[JsonObject]:
        """Return what proves the second factor, or that a new client is the user's."""
        user = user_of(sign_in)
        if sign_in.client_trust_state == "new":
            return trust_factors(user, self._instance.settings)
        return second_factors(user)

    def prepare_first_factor(self, sign_in: SignIn, strategy: str, form: Parameters) -> None:
        """Send a code; errors as for `Proofs.prepare`."""
        previous = sign_in.first_factor_verification
        proofs = self._first_proofs(sign_in)
        sign_in.first_factor_verification = proofs.prepare(strategy, form, previous)

    def attempt_first_factor(self, sign_in: SignIn, strategy: str, form: Parameters) -> None:
        """Check a first factor and go on; errors as for `Proofs.attempt`."""
        known = sign_in.user
        if known is None and strategy == "passkey":
            # The passkey itself says who signs in.
            sign_in.user = owner_of(self._instance, form)
        try:
            if known is None:
                self.check_not_signed_in(sign_in.user)
            verification = self._first_proofs(sign_in).attempt(
                strategy, form, sign_in.first_factor_verification
            )
        except ApiError:
            sign_in.user = known
            raise
        sign_in.identifier = sign_in.identifier or user_of(sign_in).identifier
        self.accept_first_factor(sign_in, verification)

    def accept_first_factor(self, sign_in: SignIn, verification: Verification) -> None:
        """Go on after the first factor was verified."""
        sign_in.first_factor_verification = verification
        if verification.strategy in RESET_STRATEGIES:
            sign_in.status = "needs_new_password"
        else:
            self._require_second_factor(sign_in, verification.strategy)

    def prepare_second_factor(self, sign_in: SignIn, strategy: str, form: Parameters) -> None:
        """Send a code; errors as for `Proofs.prepare`."""
        previous = sign_in.second_factor_verification
        proofs = self._second_proofs(sign_in)
        sign_in.second_factor_verification = proofs.prepare(strategy, form, previous)

    def attempt_second_factor(self, sign_in: SignIn, strategy: str, form: Parameters) -> None:
        """Check a second factor and complete the sign-in; errors as for `Proofs.attempt`."""
        sign_in.second_factor_verification = self._second_proofs(sign_in).attempt(
            strategy, form, sign_in.second_factor_verification
        )
        self._complete(sign_in, second_factor=sign_in.client_trust_state is None)

    def reset_password(self, sign_in: SignIn, password: str, *, sign_out_others: bool) -> None:
        """Set a new password after a code for it was right, and go on.

        Raises:
            ApiError: The instance does not take the password.
        """
        check_new_password(self._instance, password)
        user = user_of(sign_in)
        set_password(self._instance, user, password)
        if sign_out_others:
            self._instance.close_sessions(self._instance.sessions_of(user), "revoked")
        assert sign_in.first_factor_verification is not None  # a code for it was right
        self._require_second_factor(sign_in, sign_in.first_factor_verification.strategy)

    def _require_second_factor(self, sign_in: SignIn, strategy: str) -> None:
        user = user_of(sign_in)
        is_known = user.id in self._client.known_user_ids
        if second_factors(user) and strategy not in SUFFICIENT_STRATEGIES:
            sign_in.status = "needs_second_factor"
        elif self._instance.settings.client_trust and strategy == "password" and not is_known:
            sign_in.status = "needs_client_trust"
            sign_in.client_trust_state = "new"
        else:
            self._complete(sign_in)

    def _complete(self, sign_in: SignIn, *, second_factor: bool = False) -> None:
        verification = sign_in.first_factor_verification
        assert verification is not None  # it was accepted
        session = self._instance.create_session(
            self._client,
            user_of(sign_in),
            verification.strategy,
            second_factor=second_factor,
        )
        sign_in.status = "complete"
        sign_in.created_session_id = session.id
        self._client.sign_in = None

    def _first_proofs(self, sign_in: SignIn) -> Proofs:
        user = user_of(sign_in)
        offered = first_factors(user, self._instance.settings)
        return Proofs(self._instance, user, sign_in.id, offered)

    def _second_proofs(self, sign_in: SignIn) -> Proofs:
        offered = self.offered_second_factors(sign_in)
        return Proofs(self._instance, user_of(sign_in), sign_in.id, offered)


def user_of(sign_in: SignIn) -> User:
    """Return the user of a sign-in that is past its identifier.

    Raises:
        ApiError: It is not.
    """
    if sign_in.user is None:
        raise ApiError("client_state_invalid")
    return sign_in.user

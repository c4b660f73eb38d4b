"""Endpoints of sign-ins."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.external import accept_account, begin_visit
from ..flows.factors import CODE_STRATEGIES
from ..flows.passkeys import begin_proof
from ..flows.proofs import Proofs
from ..flows.sign_in import SignIns
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable
from ..models import SignIn, User, Verification

routes = RouteTable()

SIGN_IN = "/v1/client/sign_ins/{sign_in_id}"
SECOND_FACTOR_STATUSES = ("needs_second_factor", "needs_client_trust")


@routes.add("POST", "/v1/client/sign_ins", Access.OPTIONAL)
def create(call: Call) -> Answer:
    """Start a sign-in; it goes on as far as the parameters allow."""
    if call.form.flag("transfer"):
        return _answer(call, _transferred(call))
    strategy = call.form.get("strategy")
    if strategy is None and call.form.get("password") is not None:
        strategy = "password"
    if strategy is not None and is_external(strategy):
        return _answer(call, _with_provider(call, strategy))
    if strategy == "ticket":
        return _answer(call, _with_ticket(call))
    if strategy == "passkey":
        return _answer(call, _with_passkey(call))
    return _answer(call, _with_identifier(call, strategy))


@routes.add("GET", SIGN_IN)
def read(call: Call) -> Answer:
    """Return a sign-in of the client."""
    return _answer(call, _sign_in(call))


@routes.add("POST", f"{SIGN_IN}/prepare_first_factor")
def prepare_first_factor(call: Call) -> Answer:
    """Send a code, or begin a visit to another provider."""
    sign_in = _sign_in(call, "needs_identifier", "needs_first_factor")
    strategy = call.form.require("strategy")
    if is_external(strategy):
        sign_in.first_factor_verification = begin_visit(
            call.instance, call.client, sign_in, strategy, call.form
        )
    else:
        SignIns(call.instance, call.client).prepare_first_factor(sign_in, strategy, call.form)
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/attempt_first_factor")
def attempt_first_factor(call: Call) -> Answer:
    """Check a password or a code, and go on when it is right."""
    sign_in = _sign_in(call, "needs_first_factor")
    strategy = call.form.require("strategy")
    SignIns(call.instance, call.client).attempt_first_factor(sign_in, strategy, call.form)
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/prepare_second_factor")
def prepare_second_factor(call: Call) -> Answer:
    """Send a code for the second factor."""
    sign_in = _sign_in(call, *SECOND_FACTOR_STATUSES)
    strategy = call.form.require("strategy")
    SignIns(call.instance, call.client).prepare_second_factor(sign_in, strategy, call.form)
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/attempt_second_factor")
def attempt_second_factor(call: Call) -> Answer:
    """Check a second factor, and complete the sign-in when it is right."""
    sign_in = _sign_in(call, *SECOND_FACTOR_STATUSES)
    strategy = call.form.require("strategy")
    SignIns(call.instance, call.client).attempt_second_factor(sign_in, strategy, call.form)
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/reset_password")
def reset_password(call: Call) -> Answer:
    """Set a new password after a code for it was right, and go on."""
    sign_in = _sign_in(call, "needs_new_password")
    sign_out_others = call.form.flag("sign_out_of_other_sessions")
    SignIns(call.instance, call.client).reset_password(
        sign_in, call.form.require("password"), sign_out_others=sign_out_others
    )
    return _answer(call, sign_in)


def is_external(strategy: str) -> bool:
    """Return whether another provider vouches for the user in a strategy."""
    return strategy.startswith("oauth_") or strategy == "enterprise_sso"


def _answer(call: Call, sign_in: SignIn) -> Answer:
    return call.wrapped(call.shapes.sign_in(sign_in))


def _sign_in(call: Call, *statuses: str) -> SignIn:
    """Return the sign-in named in the path; with statuses, refuse it at any other step."""
    sign_in = call.client.sign_ins.get(call.params["sign_in_id"])
    if sign_in is None or call.instance.now() >= sign_in.abandon_at:
        raise ApiError("resource_not_found", "There is no such sign-in.")
    if statuses and sign_in.status not in statuses:
        verification = sign_in.first_factor_verification
        if verification is not None and verification.is_verified:
            raise ApiError("verification_already_verified")
        raise ApiError("client_state_invalid")
    return sign_in


def _with_identifier(call: Call, strategy: str | None) -> SignIn:
    if strategy not in {None, "password", *CODE_STRATEGIES}:
        raise ApiError("strategy_for_user_invalid", f"The emulator has no strategy {strategy}.")
    user = _identified_user(call, strategy)
    if strategy == "password":
        call.form.require("password")
    sign_ins = SignIns(call.instance, call.client_or_new())
    sign_ins.check_not_signed_in(user)
    sign_in = sign_ins.new(user, call.form.get("identifier"))
    if user is not None and strategy == "password":
        # Before the attempt takes the place of an earlier one, which a wrong password must not.
        Proofs(call.instance, user, sign_in.id, []).check_password(call.form.require("password"))
        sign_ins.begin(sign_in)
        sign_ins.accept_first_factor(sign_in, Verification("password", status="verified"))
        return sign_in
    sign_ins.begin(sign_in)
    if user is None and sign_in.identifier is not None:
        sign_in.status = "needs_first_factor"  # an enterprise's user that we do not know yet
    elif user is not None and strategy is not None:
        sign_ins.prepare_first_factor(sign_in, strategy, call.form)
    return sign_in


def _with_provider(call: Call, strategy: str) -> SignIn:
    identifier = call.form.get("identifier")
    if strategy == "enterprise_sso":
        identifier = call.form.require("identifier")
        if not call.instance.settings.is_enterprise(identifier):
            raise ApiError("form_identifier_not_found", param="identifier")
    client = call.client_or_new()
    sign_ins = SignIns(call.instance, client)
    sign_ins.check_not_signed_in(None)
    sign_in = sign_ins.new(identifier=identifier)
    if identifier is not None:
        sign_in.status = "needs_first_factor"
    sign_in.first_factor_verification = begin_visit(
        call.instance, client, sign_in, strategy, call.form
    )
    return sign_ins.begin(sign_in)


def _with_passkey(call: Call) -> SignIn:
    if not call.instance.settings.passkey:
        raise ApiError("strategy_for_user_invalid", "The instance has no passkeys.")
    sign_ins = SignIns(call.instance, call.client_or_new())
    sign_ins.check_not_signed_in(None)
    sign_in = sign_ins.new()
    sign_in.status = "needs_first_factor"
    sign_in.first_factor_verification = begin_proof(call.instance)
    return sign_ins.begin(sign_in)


def _with_ticket(call: Call) -> SignIn:
    ticket = call.form.require("ticket")
    owner = call.instance.tickets.get(ticket)
    user = owner if isinstance(owner, User) else call.instance.find_user(owner or "")
    if user is None:
        raise ApiError("ticket_invalid")
    sign_ins = SignIns(call.instance, call.client_or_new())
    sign_ins.check_not_signed_in(user)
    del call.instance.tickets[ticket]
    sign_in = sign_ins.begin(sign_ins.new(user, user.identifier))
    Proofs(call.instance, user, sign_in.id, []).check_may_try()
    sign_ins.accept_first_factor(sign_in, Verification("ticket", status="verified"))
    return sign_in


def _transferred(call: Call) -> SignIn:
    """Return a sign-in with the account that a sign-up found to be a user's."""
    client, instance = call.client, call.instance
    account = client.sign_up.external_account if client.sign_up else None
    user = instance.find_user(account.email_address) if account else None
    if account is None or user is None:
        raise ApiError("external_account_not_found")
    sign_ins = SignIns(instance, client)
    sign_ins.check_not_signed_in(user)
    sign_in = sign_ins.begin(sign_ins.new(user, account.email_address))
    Proofs(instance, user, sign_in.id, []).check_may_try()
    accept_account(instance, client, sign_in, account, user)
    return sign_in


def _identified_user(call: Call, strategy: str | None) -> User | None:
    """Return the user named by the identifier; None when none was given and none is needed."""
    identifier = call.form.get("identifier")
    if identifier is None:
        if strategy is not None:
            call.form.require("identifier")
        return None
    user = call.instance.find_user(identifier)
    if user is None and not call.instance.settings.is_enterprise(identifier):
        if strategy == "password" and call.instance.settings.enumeration_protection:
            raise ApiError("form_password_or_identifier_incorrect", param="password")
        raise ApiError("form_identifier_not_found", param="identifier")
    return user

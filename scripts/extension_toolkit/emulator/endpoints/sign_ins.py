"""Endpoints of sign-ins."""

from __future__ import annotations

from ..calls import Answer, Call
from ..errors import ApiError
from ..first_factors import CODE_STRATEGIES, FirstFactors
from ..models import SignIn, User
from ..routes import Access, RouteTable
from ..user_settings import PASSWORD_MINIMUM

routes = RouteTable()

SIGN_IN = "/v1/client/sign_ins/{sign_in_id}"


@routes.add("POST", "/v1/client/sign_ins", Access.OPTIONAL)
def create(call: Call) -> Answer:
    """Start a sign-in; with an identifier and a strategy it goes on as far as these allow."""
    strategy = _strategy_to_start_with(call)
    user = _identified_user(call, strategy)
    password = call.form.require("password") if strategy == "password" else None
    _check_already_signed_in(call, user)
    client = call.client_or_new()
    factors = FirstFactors(call.instance, client)
    if user is not None and password is not None:
        # Before the attempt is made: a wrong password leaves an earlier attempt in place.
        factors.check_password(user, password)
    sign_in = call.instance.create_sign_in(client)
    if user is None:
        return _answer(call, sign_in)
    sign_in.user, sign_in.identifier = user, call.form.get("identifier")
    sign_in.status = "needs_first_factor"
    if password is not None:
        factors.complete(sign_in, "password")
    elif strategy is not None:
        factors.prepare(sign_in, strategy, call.form.get("email_address_id"))
    return _answer(call, sign_in)


@routes.add("GET", SIGN_IN)
def read(call: Call) -> Answer:
    """Return a sign-in of the client."""
    return _answer(call, _sign_in(call))


@routes.add("POST", f"{SIGN_IN}/prepare_first_factor")
def prepare_first_factor(call: Call) -> Answer:
    """Send a code."""
    sign_in = _sign_in(call, "needs_first_factor")
    strategy = call.form.require("strategy")
    factors = FirstFactors(call.instance, call.client)
    factors.prepare(sign_in, strategy, call.form.get("email_address_id"))
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/attempt_first_factor")
def attempt_first_factor(call: Call) -> Answer:
    """Check a password or a code, and complete the sign-in when it is right."""
    sign_in = _sign_in(call, "needs_first_factor")
    strategy = call.form.require("strategy")
    factors = FirstFactors(call.instance, call.client)
    if strategy == "password":
        factors.attempt_password(sign_in, call.form.require("password"))
    else:
        factors.attempt_code(sign_in, strategy, call.form.require("code"))
    return _answer(call, sign_in)


@routes.add("POST", f"{SIGN_IN}/reset_password")
def reset_password(call: Call) -> Answer:
    """Set a new password after a code for it was right, and complete the sign-in."""
    instance = call.instance
    sign_in = _sign_in(call, "needs_new_password")
    password = call.form.require("password")
    if len(password) < PASSWORD_MINIMUM:
        raise ApiError("form_password_length_too_short", param="password")
    assert sign_in.user is not None  # the status says so
    user = sign_in.user
    user.password = password
    user.password_last_updated_at = user.updated_at = instance.now()
    if call.form.flag("sign_out_of_other_sessions"):
        others = [session for session in instance.sessions.values() if session.user is user]
        instance.close_sessions(others, "revoked")
    FirstFactors(instance, call.client).complete(sign_in, "reset_password_email_code")
    return _answer(call, sign_in)


def _answer(call: Call, sign_in: SignIn) -> Answer:
    return call.wrapped(call.shapes.sign_in(sign_in))


def _sign_in(call: Call, status: str | None = None) -> SignIn:
    """Return the sign-in named in the path; with a status, refuse it at any other step."""
    sign_in = call.client.sign_ins.get(call.params["sign_in_id"])
    if sign_in is None or call.instance.now() >= sign_in.abandon_at:
        raise ApiError("resource_not_found", "There is no such sign-in.")
    if status is not None and sign_in.status != status:
        verification = sign_in.first_factor_verification
        if verification is not None and verification.status == "verified":
            raise ApiError("verification_already_verified")
        raise ApiError("client_state_invalid")
    return sign_in


def _strategy_to_start_with(call: Call) -> str | None:
    strategy = call.form.get("strategy")
    if strategy is None and call.form.get("password") is not None:
        return "password"
    if strategy not in {None, "password", *CODE_STRATEGIES}:
        raise ApiError("strategy_for_user_invalid", f"The emulator has no strategy {strategy}.")
    return strategy


def _identified_user(call: Call, strategy: str | None) -> User | None:
    """Return the user named by the identifier; None when none was given and none is needed."""
    identifier = call.form.get("identifier")
    if identifier is None:
        if strategy is not None:
            call.form.require("identifier")
        return None
    user = call.instance.find_user(identifier)
    if user is None:
        if strategy == "password" and call.instance.settings.enumeration_protection:
            raise ApiError("form_password_or_identifier_incorrect", param="password")
        raise ApiError("form_identifier_not_found", param="identifier")
    return user


def _check_already_signed_in(call: Call, user: User | None) -> None:
    client = call.caller.client
    for session in call.instance.live_sessions(client) if client else []:
        if call.instance.settings.single_session_mode:
            raise ApiError("session_exists", meta={"session_id": session.id})
        if session.user is user:
            raise ApiError("identifier_already_signed_in", meta={"session_id": session.id})

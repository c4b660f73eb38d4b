"""Endpoints of sign-ups."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.external import adopt_account, begin_visit
from ..flows.sign_up import SignUps
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable
from ..models import EmailAddress, SignUp, Verification
from .sign_ins import is_external

routes = RouteTable()

SIGN_UP = "/v1/client/sign_ups/{sign_up_id}"
CODES_BY_MODE = {
    "restricted": "sign_up_mode_restricted",
    "waitlist": "sign_up_restricted_waitlist",
}


@routes.add("POST", "/v1/client/sign_ups", Access.OPTIONAL)
def create(call: Call) -> Answer:
    """Start a sign-up; it is complete at once when nothing is missing or unverified."""
    instance = call.instance
    invited = _invited_address(call)
    if instance.settings.sign_up_mode != "public" and invited is None:
        raise ApiError(CODES_BY_MODE[instance.settings.sign_up_mode])
    _check_may_sign_up(call)
    client = call.client_or_new()
    transferred = client.sign_in.external_account if client.sign_in else None
    if call.form.flag("transfer") and transferred is None:
        raise ApiError("external_account_not_found")
    earlier = client.sign_up
    sign_ups = SignUps(instance, client)
    sign_up = sign_ups.begin()
    try:
        if invited is not None:
            address = EmailAddress(invited, instance.now())
            address.verification = Verification("ticket", status="verified")
            sign_up.email_address = address
        if call.form.flag("transfer") and transferred is not None:
            sign_ups.take(sign_up, call.form)
            adopt_account(instance, client, sign_up, transferred)
        else:
            _go_on(call, sign_ups, sign_up)
    except ApiError:
        client.sign_up = earlier  # what was refused does not take the place of an earlier attempt
        raise
    instance.tickets.pop(call.form.get("ticket") or "", None)
    return _answer(call, sign_up)


@routes.add("GET", SIGN_UP)
def read(call: Call) -> Answer:
    """Return a sign-up of the client."""
    return _answer(call, _sign_up(call))


@routes.add("PATCH", SIGN_UP)
def update(call: Call) -> Answer:
    """Add what is missing."""
    sign_up = _sign_up(call, must_be_open=True)
    _go_on(call, SignUps(call.instance, call.client), sign_up)
    return _answer(call, sign_up)


@routes.add("POST", f"{SIGN_UP}/prepare_verification")
def prepare_verification(call: Call) -> Answer:
    """Send a code."""
    sign_up = _sign_up(call, must_be_open=True)
    strategy = call.form.require("strategy")
    if is_external(strategy):
        _begin_visit(call, sign_up, strategy)
    else:
        SignUps(call.instance, call.client).prepare(sign_up, strategy)
    return _answer(call, sign_up)


@routes.add("POST", f"{SIGN_UP}/attempt_verification")
def attempt_verification(call: Call) -> Answer:
    """Check a code, and complete the sign-up when nothing else is missing."""
    sign_up = _sign_up(call, must_be_open=True)
    strategy, code = call.form.require("strategy"), call.form.require("code")
    SignUps(call.instance, call.client).attempt(sign_up, strategy, code)
    return _answer(call, sign_up)


def _answer(call: Call, sign_up: SignUp) -> Answer:
    return call.wrapped(call.shapes.sign_up(sign_up))


def _sign_up(call: Call, *, must_be_open: bool = False) -> SignUp:
    """Return the sign-up named in the path."""
    sign_up = call.client.sign_ups.get(call.params["sign_up_id"])
    if sign_up is None or call.instance.now() >= sign_up.abandon_at:
        raise ApiError("resource_not_found", "There is no such sign-up.")
    if must_be_open and sign_up.status != "missing_requirements":
        raise ApiError("verification_already_verified")
    return sign_up


def _go_on(call: Call, sign_ups: SignUps, sign_up: SignUp) -> None:
    """Take over the form; with a strategy, send the code or begin the visit at once."""
    sign_ups.take(sign_up, call.form)
    strategy = call.form.get("strategy")
    if strategy is not None and is_external(strategy):
        _begin_visit(call, sign_up, strategy)
    elif strategy in {"email_code", "phone_code"}:
        sign_ups.prepare(sign_up, strategy)
    else:
        sign_ups.advance(sign_up)


def _begin_visit(call: Call, sign_up: SignUp, strategy: str) -> None:
    sign_up.external_verification = begin_visit(
        call.instance, call.client, sign_up, strategy, call.form
    )


def _invited_address(call: Call) -> str | None:
    """Return the address that a ticket lets sign up, or None when no ticket was given."""
    ticket = call.form.get("ticket")
    if ticket is None:
        return None
    owner = call.instance.tickets.get(ticket)
    if not isinstance(owner, str):
        raise ApiError("ticket_invalid")
    return owner


def _check_may_sign_up(call: Call) -> None:
    client = call.caller.client
    sessions = call.instance.live_sessions(client) if client else []
    if sessions and call.instance.settings.single_session_mode:
        raise ApiError("session_exists", meta={"session_id": sessions[0].id})

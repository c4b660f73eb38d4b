"""Endpoints that prove again who sits at a session, before something that needs it."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.proofs import Proofs
from ..http.calls import Answer, Call, live_session_of
from ..http.routes import RouteTable
from ..models import Reverification, Session
from ..shapes.attempts import supported_reverification

routes = RouteTable()

VERIFY = "/v1/client/sessions/{session_id}/verify"
LEVELS = frozenset({"first_factor", "second_factor", "multi_factor"})


@routes.add("POST", VERIFY)
def start(call: Call) -> Answer:
    """Begin a reverification; a user without a second factor proves the first one instead."""
    session = live_session_of(call)
    level = call.form.require("level")
    if level not in LEVELS:
        raise ApiError("form_param_value_invalid", param="level")
    if not supported_reverification(call.instance, session.user, level)[1]:
        level = "first_factor"
    second_only = level == "second_factor"
    status = "needs_second_factor" if second_only else "needs_first_factor"
    session.reverification = Reverification(level, status)
    return _answer(call, session)


@routes.add("POST", f"{VERIFY}/prepare_first_factor")
def prepare_first_factor(call: Call) -> Answer:
    """Send a code."""
    session, found, proofs = _step(call, "first")
    strategy = call.form.require("strategy")
    found.first_factor_verification = proofs.prepare(
        strategy, call.form, found.first_factor_verification
    )
    return _answer(call, session)


@routes.add("POST", f"{VERIFY}/attempt_first_factor")
def attempt_first_factor(call: Call) -> Answer:
    """Check a password or a code."""
    session, found, proofs = _step(call, "first")
    strategy = call.form.require("strategy")
    found.first_factor_verification = proofs.attempt(
        strategy, call.form, found.first_factor_verification
    )
    session.first_factor_at = call.instance.now()
    found.status = "needs_second_factor" if found.level == "multi_factor" else "complete"
    return _answer(call, session)


@routes.add("POST", f"{VERIFY}/prepare_second_factor")
def prepare_second_factor(call: Call) -> Answer:
    """Send a code for the second factor."""
    session, found, proofs = _step(call, "second")
    strategy = call.form.require("strategy")
    found.second_factor_verification = proofs.prepare(
        strategy, call.form, found.second_factor_verification
    )
    return _answer(call, session)


@routes.add("POST", f"{VERIFY}/attempt_second_factor")
def attempt_second_factor(call: Call) -> Answer:
    """Check a second factor."""
    session, found, proofs = _step(call, "second")
    strategy = call.form.require("strategy")
    found.second_factor_verification = proofs.attempt(
        strategy, call.form, found.second_factor_verification
    )
    session.second_factor_at = call.instance.now()
    found.status = "complete"
    return _answer(call, session)


def _step(call: Call, factor: str) -> tuple[Session, Reverification, Proofs]:
    """Return what a step works on; refuse it when another one is due."""
    session = live_session_of(call)
    found = session.reverification
    if found is None or found.status != f"needs_{factor}_factor":
        raise ApiError("session_reverification_missing")
    first, second = supported_reverification(call.instance, session.user, found.level)
    offered = first if factor == "first" else second
    return session, found, Proofs(call.instance, session.user, session.id, offered)


def _answer(call: Call, session: Session) -> Answer:
    assert session.reverification is not None  # every endpoint made sure
    return call.wrapped(call.shapes.reverification(session, session.reverification))

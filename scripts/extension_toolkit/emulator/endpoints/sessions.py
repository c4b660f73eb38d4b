"""Endpoints of sessions and their tokens."""

from __future__ import annotations

from ..calls import Answer, Call
from ..errors import ApiError
from ..models import LIVE_STATUSES, Session
from ..routes import RouteTable

routes = RouteTable()

SESSION = "/v1/client/sessions/{session_id}"
INTENTS = frozenset({"focus", "select_session", "select_org"})


@routes.add("GET", SESSION)
def read(call: Call) -> Answer:
    """Return a session of the client."""
    return call.wrapped(call.shapes.session(_session(call)))


@routes.add("POST", f"{SESSION}/touch")
def touch(call: Call) -> Answer:
    """Make a session the client's active one."""
    session = _live_session(call)
    intent = call.form.get("intent")
    if intent is not None and intent not in INTENTS:
        raise ApiError("form_param_value_invalid", param="intent")
    _check_organization(call, "active_organization_id")
    _mark_active(call, session)
    call.client.last_active_session_id = session.id
    return call.wrapped(call.shapes.session(session))


@routes.add("POST", f"{SESSION}/end")
def end(call: Call) -> Answer:
    """Sign out of a session."""
    return _close(call, "ended")


@routes.add("POST", f"{SESSION}/remove")
def remove(call: Call) -> Answer:
    """Sign out of a session, and take it from the list of accounts."""
    return _close(call, "removed")


@routes.add("POST", f"{SESSION}/tokens")
def create_token(call: Call) -> Answer:
    """Return a session token, not wrapped."""
    session = _session_for_token(call)
    _check_organization(call, "organization_id")
    _mark_active(call, session)
    return Answer(call.shapes.token(session))


@routes.add("POST", f"{SESSION}/tokens/{{template}}")
def create_template_token(call: Call) -> Answer:
    """Return a token made from a JWT template, not wrapped."""
    instance = call.instance
    session = _session_for_token(call)
    template = instance.templates.get(call.params["template"])
    if template is None:
        raise ApiError("resource_not_found", "There is no JWT template of that name.")
    _mark_active(call, session)
    jwt = instance.tokens.template_token(template, session, now=instance.now(), origin=call.origin)
    return Answer({"object": "token", "jwt": jwt})


def _session(call: Call) -> Session:
    """Return the session named in the path, live or not."""
    session = call.instance.sessions.get(call.params["session_id"])
    if session is None:
        raise ApiError("resource_not_found", "There is no such session.")
    if session.client_id != call.client.id:
        raise ApiError("action_for_session_not_authorized")
    call.instance.live_sessions(call.client)  # ends those that are past their time
    return session


def _live_session(call: Call) -> Session:
    session = _session(call)
    if session.status not in LIVE_STATUSES:
        raise ApiError("invalid_action_for_session")
    return session


def _session_for_token(call: Call) -> Session:
    session = _session(call)
    if session.status in LIVE_STATUSES:
        return session
    if call.instance.settings.dead_session_status == 404:
        raise ApiError("resource_not_found", "There is no such session.")
    raise ApiError("authentication_invalid")


def _check_organization(call: Call, parameter: str) -> None:
    # An empty one means the personal account, which is all there is so far.
    if call.form.get(parameter) is not None:
        raise ApiError("organization_not_found_or_unauthorized")


def _mark_active(call: Call, session: Session) -> None:
    now = call.instance.now()
    session.last_active_at = session.user.last_active_at = now


def _close(call: Call, status: str) -> Answer:
    session = _live_session(call)
    call.instance.close_sessions([session], status)
    return call.wrapped(call.shapes.session(session))

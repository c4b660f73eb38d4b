"""Endpoints of sessions and their tokens."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.organizations import member_organization
from ..http.calls import Answer, Call, live_session_of, session_of
from ..http.routes import RouteTable
from ..models import Session

routes = RouteTable()

SESSION = "/v1/client/sessions/{session_id}"
INTENTS = frozenset({"focus", "select_session", "select_org"})


@routes.add("GET", SESSION)
def read(call: Call) -> Answer:
    """Return a session of the client."""
    return call.wrapped(call.shapes.session(session_of(call)))


@routes.add("POST", f"{SESSION}/touch")
def touch(call: Call) -> Answer:
    """Make a session the client's active one."""
    session = live_session_of(call)
    intent = call.form.get("intent")
    if intent is not None and intent not in INTENTS:
        raise ApiError("form_param_value_invalid", param="intent")
    if "active_organization_id" in call.form:
        wanted = call.form.get("active_organization_id")
        session.last_active_organization_id = _organization_id(call, session, wanted)
        session.updated_at = call.instance.now()
    _mark_active(call, session)
    call.client.last_active_session_id = session.id
    call.instance.live_sessions(call.client)  # a task may be done now
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
    if call.instance.settings.require_expired_token and not call.query.get("expired_token"):
        raise ApiError("missing_expired_token", param="expired_token")
    organization_id = session.last_active_organization_id
    if "organization_id" in call.form:
        organization_id = _organization_id(call, session, call.form.get("organization_id"))
    _mark_active(call, session)
    return Answer(call.shapes.token(session, organization_id))


@routes.add("POST", f"{SESSION}/tokens/{{template}}")
def create_template_token(call: Call) -> Answer:
    """Return a token made from a JWT template, not wrapped."""
    instance = call.instance
    session = _session_for_token(call)
    template = instance.templates.get(call.params["template"])
    if template is None:
        raise ApiError("resource_not_found", "There is no JWT template of that name.")
    _mark_active(call, session)
    jwt = instance.tokens.template_token(
        template,
        session,
        instance.organizations.get(session.last_active_organization_id or ""),
        now=instance.now(),
        origin=call.origin,
    )
    return Answer({"object": "token", "jwt": jwt})


def _session_for_token(call: Call) -> Session:
    session = session_of(call)
    if session.is_live:
        return session
    if call.instance.settings.dead_session_status == 404:
        raise ApiError("resource_not_found", "There is no such session.")
    raise ApiError("authentication_invalid")


def _organization_id(call: Call, session: Session, name: str | None) -> str | None:
    """Return the identifier of an organization of the user's; none means the personal account."""
    if name is None:
        return None
    return member_organization(call.instance, session.user, name).id


def _mark_active(call: Call, session: Session) -> None:
    now = call.instance.now()
    session.last_active_at = session.user.last_active_at = now


def _close(call: Call, status: str) -> Answer:
    session = live_session_of(call)
    call.instance.close_sessions([session], status)
    return call.wrapped(call.shapes.session(session))

"""Endpoints of the signed-in user's sessions on all devices."""

from __future__ import annotations

from ..errors import ApiError
from ..http.calls import Answer, Call
from ..http.routes import RouteTable

routes = RouteTable()


@routes.add("GET", "/v1/me/sessions")
def list_sessions(call: Call) -> Answer:
    """Return the user's live sessions, not wrapped."""
    sessions = call.instance.sessions_of(call.user())
    return Answer([call.shapes.session(session) for session in sessions])


@routes.add("GET", "/v1/me/sessions/active")
def list_active_sessions(call: Call) -> Answer:
    """Return the user's live sessions with what is known of their devices, not wrapped."""
    sessions = call.instance.sessions_of(call.user())
    return Answer([call.shapes.session_with_activity(session) for session in sessions])


@routes.add("POST", "/v1/me/sessions/{session_id}/revoke")
def revoke(call: Call) -> Answer:
    """Sign the user out on another device."""
    session = call.instance.sessions.get(call.params["session_id"])
    if session is None or session.user is not call.user():
        raise ApiError("resource_not_found", "There is no such session.")
    if not session.is_live:
        raise ApiError("invalid_action_for_session")
    call.instance.close_sessions([session], "revoked")
    return call.wrapped(call.shapes.session(session))

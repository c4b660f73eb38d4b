"""What the control API shows of an instance, as JSON."""

from __future__ import annotations

from dataclasses import asdict

from .json_types import JsonObject
from .models import Session, User
from .state import Instance


def requests(instance: Instance) -> list[JsonObject]:
    """Return the request log, oldest first."""
    return [record.to_json() for record in instance.requests.records()]


def codes(instance: Instance) -> list[JsonObject]:
    """Return the codes sent, oldest first."""
    with instance.lock:
        return [asdict(code) for code in instance.codes]


def users(instance: Instance) -> list[JsonObject]:
    """Return the users, without their passwords."""
    with instance.lock:
        return [_user(instance, user) for user in instance.users.values()]


def sessions(instance: Instance) -> list[JsonObject]:
    """Return all sessions, oldest first."""
    with instance.lock:
        for client in instance.clients.values():
            instance.live_sessions(client)  # ends those that are past their time
        return [_session(session) for session in instance.sessions.values()]


def _user(instance: Instance, user: User) -> JsonObject:
    return {
        "id": user.id,
        "email_addresses": [address.value for address in user.email_addresses],
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "banned": user.banned,
        "locked": instance.is_locked(user),
    }


def _session(session: Session) -> JsonObject:
    return {
        "id": session.id,
        "status": session.status,
        "user_id": session.user.id,
        "identifier": session.user.identifier,
        "client_id": session.client_id,
        "created_at": session.created_at,
        "last_active_at": session.last_active_at,
        "expire_at": session.expire_at,
    }

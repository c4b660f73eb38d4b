"""What the control API shows of an instance, as JSON."""

from __future__ import annotations

from dataclasses import asdict

from ..json_types import JsonObject
from ..models import Organization, Session, User
from ..state import Instance


def requests(instance: Instance) -> list[JsonObject]:
    """Return the request log, oldest first."""
    return [record.to_json() for record in instance.requests.records()]


def codes(instance: Instance) -> list[JsonObject]:
    """Return the codes sent, oldest first."""
    return [asdict(code) for code in instance.codes]


def users(instance: Instance) -> list[JsonObject]:
    """Return the users, without their passwords."""
    return [_user(instance, user) for user in instance.users.values()]


def sessions(instance: Instance) -> list[JsonObject]:
    """Return all sessions, oldest first."""
    for client in instance.clients.values():
        instance.live_sessions(client)  # ends those that are past their time
    return [_session(session) for session in instance.sessions.values()]


def organizations(instance: Instance) -> list[JsonObject]:
    """Return the organizations with their members' roles."""
    return [_organization(found) for found in instance.organizations.values()]


def faults(instance: Instance) -> list[JsonObject]:
    """Return the faults in force."""
    return [asdict(fault) for fault in instance.faults.in_force()]


def settings(instance: Instance) -> JsonObject:
    """Return the settings."""
    return asdict(instance.settings)


def _user(instance: Instance, user: User) -> JsonObject:
    second = ["totp"] if user.totp_enabled else []
    second += ["phone_code"] if user.second_factor_numbers else []
    return {
        "id": user.id,
        "email_addresses": [address.value for address in user.email_addresses],
        "phone_numbers": [number.value for number in user.phone_numbers],
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "second_factors": second,
        "banned": user.banned,
        "locked": instance.is_locked(user),
    }


def _session(session: Session) -> JsonObject:
    return {
        "id": session.id,
        "status": session.status,
        "tasks": session.tasks,
        "user_id": session.user.id,
        "identifier": session.user.identifier,
        "client_id": session.client_id,
        "last_active_organization_id": session.last_active_organization_id,
        "created_at": session.created_at,
        "last_active_at": session.last_active_at,
        "expire_at": session.expire_at,
    }


def _organization(organization: Organization) -> JsonObject:
    return {
        "id": organization.id,
        "name": organization.name,
        "slug": organization.slug,
        "members": {found.user.identifier: found.role.key for found in organization.memberships},
        "invitations": {
            found.email_address: found.role.key for found in organization.pending_invitations
        },
    }

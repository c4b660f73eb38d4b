"""The JSON form of organizations and what belongs to them."""

from __future__ import annotations

from ..json_types import JsonObject
from ..models import (
    Domain,
    Invitation,
    Membership,
    MembershipRequest,
    Organization,
    Role,
    Suggestion,
)
from ..state import Instance
from .public_users import public_user_data
from .times import milliseconds
from .verifications import verification


def organization(instance: Instance, found: Organization) -> JsonObject:
    """Return an organization."""
    return {
        "object": "organization",
        **_public_data(instance, found),
        "members_count": len(found.memberships),
        "pending_invitations_count": len(found.pending_invitations),
        "max_allowed_memberships": found.max_allowed_memberships,
        "admin_delete_enabled": found.admin_delete_enabled,
        "self_serve_sso_enabled": False,
        "public_metadata": found.public_metadata,
        **_times(found),
    }


def membership(instance: Instance, owner: Organization, found: Membership) -> JsonObject:
    """Return a membership."""
    return {
        "id": found.id,
        "object": "organization_membership",
        "role": found.role.key,
        "role_name": found.role.name,
        "permissions": found.role.permissions,
        "public_metadata": found.public_metadata,
        "organization": organization(instance, owner),
        "public_user_data": public_user_data(instance, found.user),
        **_times(found),
    }


def invitation(instance: Instance, owner: Organization, found: Invitation) -> JsonObject:
    """Return an invitation, as the organization and the invited user see it."""
    return {
        "id": found.id,
        "object": "organization_invitation",
        "email_address": found.email_address,
        "role": found.role.key,
        "role_name": found.role.name,
        "organization_id": owner.id,
        "public_organization_data": _public_data(instance, owner),
        "status": found.status,
        "public_metadata": found.public_metadata,
        "url": None,
        "expires_at": None,
        **_times(found),
    }


def suggestion(instance: Instance, owner: Organization, found: Suggestion) -> JsonObject:
    """Return a suggestion to a user."""
    return {
        "id": found.id,
        "object": "organization_suggestion",
        "public_organization_data": _public_data(instance, owner),
        "status": found.status,
        **_times(found),
    }


def membership_request(
    instance: Instance, owner: Organization, found: MembershipRequest
) -> JsonObject:
    """Return a user's wish to become a member."""
    return {
        "id": found.id,
        "object": "organization_membership_request",
        "organization_id": owner.id,
        "status": found.status,
        "public_user_data": public_user_data(instance, found.user),
        **_times(found),
    }


def domain(owner: Organization, found: Domain) -> JsonObject:
    """Return an e-mail domain of an organization."""
    proof = _domain_verification(found)
    return {
        "id": found.id,
        "object": "organization_domain",
        "name": found.name,
        "organization_id": owner.id,
        "enrollment_mode": found.enrollment_mode,
        "verification": proof,
        "affiliation_verification": proof,
        "ownership_verification": None,
        "affiliation_email_address": found.affiliation_email_address,
        "total_pending_invitations": 0,
        "total_pending_suggestions": sum(
            suggestion.status == "pending" for suggestion in owner.suggestions
        ),
        **_times(found),
    }


def role(found: Role, creator_role: str) -> JsonObject:
    """Return a role with its permissions."""
    return {
        "id": found.id,
        "object": "role",
        "name": found.name,
        "key": found.key,
        "description": f"{found.name} of an organization",
        "is_creator_eligible": found.key == creator_role,
        "permissions": [_permission(key, found) for key in found.permissions],
        "created_at": milliseconds(found.created_at),
        "updated_at": milliseconds(found.created_at),
    }


def _permission(key: str, owner: Role) -> JsonObject:
    return {
        "id": f"perm_{key.replace(':', '_')}",
        "object": "permission",
        "name": key.rpartition("org:")[2].replace("sys_", "").replace(":", " ").capitalize(),
        "key": key,
        "description": "",
        "type": "system" if key.startswith("org:sys_") else "user",
        "created_at": milliseconds(owner.created_at),
        "updated_at": milliseconds(owner.created_at),
    }


def _public_data(instance: Instance, found: Organization) -> JsonObject:
    url = f"{instance.url}/avatars/{found.id}"
    if found.image is not None:
        url = f"{url}?v={milliseconds(found.updated_at)}"
    return {
        "id": found.id,
        "name": found.name,
        "slug": found.slug,
        "image_url": url,
        "has_image": found.image is not None,
    }


def _domain_verification(found: Domain) -> JsonObject | None:
    if found.verified_at is None and found.verification is None:
        return None
    shape = verification(found.verification) or {}
    return {
        "status": "verified" if found.verified_at is not None else shape["status"],
        "strategy": "email_code",
        "attempts": shape.get("attempts") or 0,
        "expire_at": shape.get("expire_at"),
        "verified_at": milliseconds(found.verified_at),
    }


def _times(
    found: Organization | Membership | Invitation | Suggestion | MembershipRequest | Domain,
) -> JsonObject:
    return {
        "created_at": milliseconds(found.created_at),
        "updated_at": milliseconds(found.updated_at),
    }

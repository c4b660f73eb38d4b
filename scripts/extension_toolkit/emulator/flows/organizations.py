"""Organizations: who may do what in them, and how users come in."""

from __future__ import annotations

import re

from ..errors import ApiError
from ..models import Invitation, Membership, Organization, Role, Suggestion, User
from ..state import Instance

MANAGE_PROFILE = "org:sys_profile:manage"
DELETE_PROFILE = "org:sys_profile:delete"
READ_MEMBERSHIPS = "org:sys_memberships:read"
MANAGE_MEMBERSHIPS = "org:sys_memberships:manage"
READ_DOMAINS = "org:sys_domains:read"
MANAGE_DOMAINS = "org:sys_domains:manage"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


def member_organization(
    instance: Instance, user: User, name: str, permission: str | None = None
) -> Organization:
    """Return an organization that a user is a member of.

    Args:
        instance: The instance.
        user: Who asks.
        name: The organization's identifier or slug.
        permission: What the user has to be permitted to do there, if anything.

    Raises:
        ApiError: There is no such organization, the user is no member, or not permitted.
    """
    if not instance.settings.organizations:
        raise ApiError("organization_not_enabled_in_instance")
    organization = instance.find_organization(name)
    membership = organization.membership_of(user) if organization else None
    if organization is None or membership is None:
        raise ApiError("organization_not_found_or_unauthorized")
    if permission is not None and permission not in membership.role.permissions:
        raise ApiError("resource_forbidden", f"It takes the permission {permission}.")
    return organization


def create_organization(
    instance: Instance, user: User, name: str, slug: str | None
) -> Organization:
    """Return a new organization with its maker as the first member.

    Raises:
        ApiError: Users may not make any, or the slug is malformed or taken.
    """
    settings = instance.settings
    if not settings.organizations:
        raise ApiError("organization_not_enabled_in_instance")
    if not settings.create_organization:
        raise ApiError("organization_creator_not_found")
    now = instance.now()
    chosen = checked_slug(instance, slug) if slug else _free_slug(instance, name)
    organization = Organization(
        name, chosen, now, now, max_allowed_memberships=settings.max_allowed_memberships
    )
    role = role_of(instance, settings.creator_role)
    organization.memberships.append(Membership(user, role, now, now))
    instance.organizations[organization.id] = organization
    return organization


def checked_slug(instance: Instance, slug: str, owner: Organization | None = None) -> str:
    """Return a slug that is well formed and that no other organization has.

    Raises:
        ApiError: `form_param_format_invalid` or `form_identifier_exists`.
    """
    if not SLUG.fullmatch(slug):
        raise ApiError("form_param_format_invalid", "Use a-z, 0-9 and - only.", param="slug")
    if instance.find_organization(slug) not in {None, owner}:
        raise ApiError("form_identifier_exists", param="slug")
    return slug


def role_of(instance: Instance, key: str) -> Role:
    """Return a role by its key.

    Raises:
        ApiError: There is none.
    """
    if key not in instance.roles:
        raise ApiError("resource_not_found", f"There is no role {key}.")
    return instance.roles[key]


def add_member(
    instance: Instance, organization: Organization, user: User, role: Role
) -> Membership:
    """Make a user a member.

    Raises:
        ApiError: The user is one already, or the organization is full.
    """
    if organization.membership_of(user) is not None:
        raise ApiError("already_a_member_in_organization")
    if len(organization.memberships) >= organization.max_allowed_memberships > 0:
        raise ApiError("organization_quota_exceeded")
    now = instance.now()
    membership = Membership(user, role, now, now)
    organization.memberships.append(membership)
    organization.updated_at = now
    return membership


def check_stays_managed(organization: Organization, leaving: User) -> None:
    """Refuse that the last member goes who may manage the others.

    Raises:
        ApiError: `organization_minimum_permissions_needed`.
    """
    for membership in organization.memberships:
        if membership.user is not leaving and MANAGE_MEMBERSHIPS in membership.role.permissions:
            return
    raise ApiError("organization_minimum_permissions_needed")


def invite(instance: Instance, organization: Organization, email: str, role: Role) -> Invitation:
    """Invite an address.

    Raises:
        ApiError: It is invited already, or belongs to a member.
    """
    email = email.strip().lower()
    if any(invitation.email_address == email for invitation in organization.pending_invitations):
        raise ApiError("duplicate_record", meta={"email_addresses": [email]})
    user = instance.find_user(email)
    if user is not None and organization.membership_of(user) is not None:
        raise ApiError("already_a_member_in_organization", meta={"email_addresses": [email]})
    now = instance.now()
    invitation = Invitation(email, role, now, now)
    organization.invitations.append(invitation)
    return invitation


def invitations_of(instance: Instance, user: User) -> list[tuple[Organization, Invitation]]:
    """Return the invitations to a user's verified addresses, whatever became of them.

    Domains that invite automatically have their invitations made here.
    """
    addresses = {address.value for address in user.email_addresses if address.is_verified}
    for organization, email in _domain_matches(instance, user, "automatic_invitation"):
        if all(known.email_address != email for known in organization.invitations):
            invite(instance, organization, email, role_of(instance, "org:member"))
    return [
        (organization, invitation)
        for organization in instance.organizations.values()
        for invitation in organization.invitations
        if invitation.email_address in addresses
    ]


def suggestions_of(instance: Instance, user: User) -> list[tuple[Organization, Suggestion]]:
    """Return the suggestions to a user; they are made here, from the organizations' domains."""
    now = instance.now()
    for organization, _ in _domain_matches(instance, user, "automatic_suggestion"):
        if all(suggestion.user is not user for suggestion in organization.suggestions):
            organization.suggestions.append(Suggestion(user, now, now))
    return [
        (organization, suggestion)
        for organization in instance.organizations.values()
        for suggestion in organization.suggestions
        if suggestion.user is user
    ]


def _domain_matches(
    instance: Instance, user: User, enrollment_mode: str
) -> list[tuple[Organization, str]]:
    """Return the organizations whose domains take a user in, each with the user's address."""
    return [
        (organization, address.value)
        for organization in instance.organizations.values()
        for domain in organization.domains
        for address in user.email_addresses
        if domain.enrollment_mode == enrollment_mode
        and domain.verified_at is not None
        and address.is_verified
        and address.value.endswith(f"@{domain.name}")
        and organization.membership_of(user) is None
    ]


def _free_slug(instance: Instance, name: str) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "organization"
    slug, number = base, 1
    while instance.find_organization(slug) is not None:
        number += 1
        slug = f"{base}-{number}"
    return slug

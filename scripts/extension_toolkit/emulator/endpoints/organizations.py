"""Endpoints of organizations, their roles and their logos."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.organizations import (
    DELETE_PROFILE,
    MANAGE_PROFILE,
    checked_slug,
    create_organization,
    member_organization,
)
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import Organization
from ..shapes.organizations import organization, role

routes = RouteTable()

ORGANIZATION = "/v1/organizations/{organization_id}"


@routes.add("POST", "/v1/organizations")
def create(call: Call) -> Answer:
    """Make an organization, with the user as its first member."""
    name, slug = call.form.require("name"), call.form.get("slug")
    return _answer(call, create_organization(call.instance, call.user(), name, slug))


@routes.add("GET", ORGANIZATION)
def read(call: Call) -> Answer:
    """Return an organization of the user's."""
    return _answer(call, organization_of(call))


@routes.add("PATCH", ORGANIZATION)
def update(call: Call) -> Answer:
    """Change name or slug."""
    found = organization_of(call, MANAGE_PROFILE)
    if slug := call.form.get("slug"):
        found.slug = checked_slug(call.instance, slug, found)
    found.name = call.form.get("name") or found.name
    found.updated_at = call.instance.now()
    return _answer(call, found)


@routes.add("DELETE", ORGANIZATION)
def delete(call: Call) -> Answer:
    """Delete an organization."""
    found = organization_of(call, DELETE_PROFILE)
    if not found.admin_delete_enabled:
        raise ApiError("resource_forbidden", "Members may not delete this organization.")
    for membership in found.memberships:
        call.instance.leave(found, membership.user)
    del call.instance.organizations[found.id]
    return call.wrapped(
        {"object": "organization", "id": found.id, "slug": found.slug, "deleted": True}
    )


@routes.add("GET", f"{ORGANIZATION}/roles")
def list_roles(call: Call) -> Answer:
    """Return the roles that members may have."""
    organization_of(call)
    creator_role = call.instance.settings.creator_role
    shapes = [role(found, creator_role) for found in call.instance.roles.values()]
    return call.wrapped({**call.page(shapes), "has_role_set_migration": False})


@routes.add("PUT", f"{ORGANIZATION}/logo")
def set_logo(call: Call) -> Answer:
    """Take over a picture."""
    found = organization_of(call, MANAGE_PROFILE)
    if call.file is None:
        raise ApiError("form_param_missing", param="file")
    found.image, found.updated_at = call.file, call.instance.now()
    return _answer(call, found)


@routes.add("DELETE", f"{ORGANIZATION}/logo")
def delete_logo(call: Call) -> Answer:
    """Go back to the picture with the initial."""
    found = organization_of(call, MANAGE_PROFILE)
    found.image, found.updated_at = None, call.instance.now()
    return call.wrapped(
        {"object": "organization_logo", "id": found.id, "slug": found.slug, "deleted": True}
    )


def organization_of(call: Call, permission: str | None = None) -> Organization:
    """Return the organization of the user's that is named in the path, by id or slug.

    Args:
        call: The call.
        permission: What the user has to be permitted to do there, if anything.

    Raises:
        ApiError: As for `member_organization`.
    """
    name = call.params["organization_id"]
    return member_organization(call.instance, call.user(), name, permission)


def _answer(call: Call, found: Organization) -> Answer:
    return call.wrapped(organization(call.instance, found))

"""Endpoints of the signed-in user's memberships, invitations and suggestions."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.organizations import (
    add_member,
    check_stays_managed,
    invitations_of,
    member_organization,
    suggestions_of,
)
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import MembershipRequest
from ..shapes.organizations import invitation, membership, suggestion

routes = RouteTable()


@routes.add("GET", "/v1/me/organization_memberships")
def list_memberships(call: Call) -> Answer:
    """Return the memberships; with `paginated` a page of them and their number."""
    user, instance = call.user(), call.instance
    shapes = [
        membership(instance, organization, found)
        for organization in instance.organizations_of(user)
        if (found := organization.membership_of(user))
    ]
    return call.wrapped(call.page(shapes) if call.query.flag("paginated") else shapes)


@routes.add("DELETE", "/v1/me/organization_memberships/{organization_id}")
def leave(call: Call) -> Answer:
    """Leave an organization."""
    user = call.user()
    organization = member_organization(call.instance, user, call.params["organization_id"])
    found = organization.membership_of(user)
    assert found is not None  # the user is a member
    check_stays_managed(organization, user)
    call.instance.leave(organization, user)
    return call.wrapped({"object": "organization_membership", "id": found.id, "deleted": True})


@routes.add("GET", "/v1/me/organization_invitations")
def list_invitations(call: Call) -> Answer:
    """Return the invitations to the user's addresses; `status` says which."""
    wanted = call.query.values.get("status") or ["pending"]
    shapes = [
        invitation(call.instance, organization, found)
        for organization, found in invitations_of(call.instance, call.user())
        if found.status in wanted
    ]
    return call.wrapped(call.page(shapes))


@routes.add("POST", "/v1/me/organization_invitations/{invitation_id}/accept")
def accept_invitation(call: Call) -> Answer:
    """Become a member by an invitation."""
    user = call.user()
    for organization, found in invitations_of(call.instance, user):
        if found.id == call.params["invitation_id"] and found.status == "pending":
            add_member(call.instance, organization, user, found.role)
            found.status, found.updated_at = "accepted", call.instance.now()
            return call.wrapped(invitation(call.instance, organization, found))
    raise ApiError("resource_not_found", "There is no such invitation.")


@routes.add("GET", "/v1/me/organization_suggestions")
def list_suggestions(call: Call) -> Answer:
    """Return the suggestions to the user; `status` says which."""
    wanted = call.query.values.get("status") or ["pending", "accepted"]
    shapes = [
        suggestion(call.instance, organization, found)
        for organization, found in suggestions_of(call.instance, call.user())
        if found.status in wanted
    ]
    return call.wrapped(call.page(shapes))


@routes.add("POST", "/v1/me/organization_suggestions/{suggestion_id}/accept")
def accept_suggestion(call: Call) -> Answer:
    """Ask an organization for membership."""
    user, now = call.user(), call.instance.now()
    for organization, found in suggestions_of(call.instance, user):
        if found.id == call.params["suggestion_id"] and found.status == "pending":
            organization.membership_requests.append(MembershipRequest(user, now, now))
            found.status, found.updated_at = "accepted", now
            return call.wrapped(suggestion(call.instance, organization, found))
    raise ApiError("resource_not_found", "There is no such suggestion.")

"""Endpoints of an organization's invitations."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.organizations import MANAGE_MEMBERSHIPS, invite, role_of
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..shapes.organizations import invitation
from .organizations import ORGANIZATION, organization_of

routes = RouteTable()

INVITATIONS = f"{ORGANIZATION}/invitations"


@routes.add("GET", INVITATIONS)
def list_invitations(call: Call) -> Answer:
    """Return the invitations; `status` says which."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    wanted = call.query.values.get("status") or ["pending"]
    shapes = [
        invitation(call.instance, owner, found)
        for found in owner.invitations
        if found.status in wanted
    ]
    return call.wrapped(call.page(shapes))


@routes.add("POST", INVITATIONS)
def create(call: Call) -> Answer:
    """Invite an address."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    role = role_of(call.instance, call.form.require("role"))
    made = invite(call.instance, owner, call.form.require("email_address"), role)
    return call.wrapped(invitation(call.instance, owner, made))


@routes.add("POST", f"{INVITATIONS}/bulk")
def create_several(call: Call) -> Answer:
    """Invite several addresses, given as a repeated `email_address`."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    role = role_of(call.instance, call.form.require("role"))
    call.form.require("email_address")
    made = [
        invite(call.instance, owner, email, role) for email in call.form.values["email_address"]
    ]
    return call.wrapped([invitation(call.instance, owner, found) for found in made])


@routes.add("POST", f"{INVITATIONS}/{{invitation_id}}/revoke")
def revoke(call: Call) -> Answer:
    """Take an invitation back."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    for found in owner.pending_invitations:
        if found.id == call.params["invitation_id"]:
            found.status, found.updated_at = "revoked", call.instance.now()
            return call.wrapped(invitation(call.instance, owner, found))
    raise ApiError("resource_not_found", "There is no such invitation.")

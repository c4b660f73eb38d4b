"""Endpoints of an organization's members and of users who want to become some."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.organizations import (
    MANAGE_MEMBERSHIPS,
    READ_MEMBERSHIPS,
    add_member,
    check_stays_managed,
    role_of,
)
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import Membership, MembershipRequest, Organization
from ..shapes.organizations import membership, membership_request
from .organizations import ORGANIZATION, organization_of

routes = RouteTable()

MEMBERSHIPS = f"{ORGANIZATION}/memberships"
MEMBERSHIP = f"{MEMBERSHIPS}/{{user_id}}"
REQUESTS = f"{ORGANIZATION}/membership_requests"
REQUEST = f"{REQUESTS}/{{request_id}}"


@routes.add("GET", MEMBERSHIPS)
def list_members(call: Call) -> Answer:
    """Return the members; `role` and `query` say which, `paginated` asks for a page of them."""
    owner = organization_of(call, READ_MEMBERSHIPS)
    roles = call.query.values.get("role")
    words = (call.query.get("query") or "").lower()
    shapes = [
        membership(call.instance, owner, found)
        for found in owner.memberships
        if (not roles or found.role.key in roles)
        and words in f"{found.user.identifier} {found.user.full_name or ''}".lower()
    ]
    return call.wrapped(call.page(shapes) if call.query.flag("paginated") else shapes)


@routes.add("POST", MEMBERSHIPS)
def create(call: Call) -> Answer:
    """Make a user a member."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    role = role_of(call.instance, call.form.require("role"))
    user = call.instance.users.get(call.form.require("user_id"))
    if user is None:
        raise ApiError("resource_not_found", "There is no such user.")
    return _answer(call, owner, add_member(call.instance, owner, user, role))


@routes.add("PATCH", MEMBERSHIP)
def update(call: Call) -> Answer:
    """Change a member's role."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    found = _membership(call, owner)
    role = role_of(call.instance, call.form.require("role"))
    if MANAGE_MEMBERSHIPS not in role.permissions:
        check_stays_managed(owner, found.user)
    found.role, found.updated_at = role, call.instance.now()
    return _answer(call, owner, found)


@routes.add("DELETE", MEMBERSHIP)
def delete(call: Call) -> Answer:
    """Remove a member."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    found = _membership(call, owner)
    check_stays_managed(owner, found.user)
    shape = membership(call.instance, owner, found)
    call.instance.leave(owner, found.user)
    return call.wrapped(shape)


@routes.add("GET", REQUESTS)
def list_requests(call: Call) -> Answer:
    """Return the users who want to become members; `status` says which."""
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    wanted = call.query.values.get("status") or ["pending"]
    shapes = [
        membership_request(call.instance, owner, found)
        for found in owner.membership_requests
        if found.status in wanted
    ]
    return call.wrapped(call.page(shapes))


@routes.add("POST", f"{REQUEST}/accept")
def accept_request(call: Call) -> Answer:
    """Make a user who asked for it a member."""
    owner, found = _pending_request(call)
    add_member(call.instance, owner, found.user, role_of(call.instance, "org:member"))
    return _close_request(call, owner, found, "accepted")


@routes.add("POST", f"{REQUEST}/reject")
def reject_request(call: Call) -> Answer:
    """Turn a user down."""
    return _close_request(call, *_pending_request(call), "revoked")


def _membership(call: Call, owner: Organization) -> Membership:
    for found in owner.memberships:
        if found.user.id == call.params["user_id"]:
            return found
    raise ApiError("resource_not_found", "The user is not a member.")


def _pending_request(call: Call) -> tuple[Organization, MembershipRequest]:
    owner = organization_of(call, MANAGE_MEMBERSHIPS)
    for found in owner.membership_requests:
        if found.id == call.params["request_id"] and found.status == "pending":
            return owner, found
    raise ApiError("resource_not_found", "There is no such request.")


def _close_request(
    call: Call, owner: Organization, found: MembershipRequest, status: str
) -> Answer:
    found.status, found.updated_at = status, call.instance.now()
    return call.wrapped(membership_request(call.instance, owner, found))


def _answer(call: Call, owner: Organization, found: Membership) -> Answer:
    return call.wrapped(membership(call.instance, owner, found))
